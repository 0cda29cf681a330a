package io.github.partnercenter4j.watch.internal.store

import java.nio.channels.FileChannel
import java.nio.channels.OverlappingFileLockException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Which process holds a file. */
class LockFileSpec extends Specification {
    @TempDir
    Path folder

    def 'a file is held once, by whichever path it is named, until it is closed'() {
        given:
        def held = LockFile.take(folder.resolve('a'))

        expect:
        held != null
        LockFile.take(folder.resolve('a')) == null
        LockFile.take(folder.resolve('../' + folder.fileName + '/a')) == null

        when:
        held.close()
        held = LockFile.take(folder.resolve('a'))

        then:
        held != null

        cleanup:
        held?.close()
    }

    def 'a file that is closed twice is not taken away from the one who holds it since'() {
        given:
        def first = LockFile.take(folder.resolve('a'))
        first.close()
        def second = LockFile.take(folder.resolve('a'))

        when:
        first.close()

        then:
        LockFile.take(folder.resolve('a')) == null

        cleanup:
        second?.close()
    }

    def 'two files are held independently'() {
        when:
        def both = ['a', 'b'].collect { LockFile.take(folder.resolve(it)) }

        then:
        both.every()

        cleanup:
        both*.close()
    }

    @Requires({ Files.exists(Path.of('/proc/locks')) })
    def 'other processes are kept out until the file is closed, also after this one has tried to take it again'() {
        given:
        def held = LockFile.take(folder.resolve('a'))

        when:
        LockFile.take(folder.resolve('a'))

        then:
        locked()

        when:
        held.close()

        then:
        !locked()
    }

    def 'a file in a missing folder is not held'() {
        when:
        LockFile.take(folder.resolve('missing/a'))

        then:
        thrown(IOException)

        when:
        Files.createDirectory(folder.resolve('missing'))
        def held = LockFile.take(folder.resolve('missing/a'))

        then:
        held != null

        cleanup:
        held?.close()
    }

    def 'a file that could not be locked is not held'() {
        given:
        def other = FileChannel.open(folder.resolve('a'), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
        other.lock()

        when:
        LockFile.take(folder.resolve('a'))

        then:
        thrown(OverlappingFileLockException)

        when:
        other.close()
        def held = LockFile.take(folder.resolve('a'))

        then:
        held != null

        cleanup:
        held?.close()
    }

    private boolean locked() {
        def inode = Files.getAttribute(folder.resolve('a'), 'unix:ino')
        Files.readAllLines(Path.of('/proc/locks')).any { it.contains(":$inode ") }
    }
}
