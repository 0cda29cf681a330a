package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.testing.Mounts
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.AutoCleanup
import spock.lang.IgnoreIf
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A token file that is no plain file in a folder of one's own: links, mounts, read-only folders and full disks. */
@IgnoreIf(value = { os.windows }, reason = 'links and mounts of POSIX systems')
class FileTokenStorePlacesSpec extends Specification {
    static final String OLD = 's3cret-old ' * 200
    static final String NEW = 's3cret-new ' * 400

    @TempDir
    Path folder

    @AutoCleanup
    Mounts mounts = new Mounts()

    def 'a link to #target is written through, and stays a link'(String target, String linked) {
        given:
        Files.createDirectories(folder.resolve('a'))
        Files.createDirectories(folder.resolve('there'))
        Files.createSymbolicLink(folder.resolve('there/second.json'), Path.of('../kept.json'))
        def link = Files.createSymbolicLink(folder.resolve('a/tokens.json'), target.startsWith('/') ? folder.resolve(target.substring(1)) : Path.of(target))
        if (exists) {
            Files.writeString(folder.resolve(linked), OLD)
        }

        when:
        TokenStore.file(link).save(NEW)

        then:
        Files.isSymbolicLink(link)
        Files.readString(folder.resolve(linked)) == NEW
        TokenStore.file(link).load() == NEW
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(linked))) == 'rw-------'
        Files.list(folder).withCloseable { it.filter(Files::isRegularFile).count() } <= 1

        where:
        [target, linked, exists] << [
                [['/kept.json', 'kept.json'], ['../kept.json', 'kept.json'], ['../there/second.json', 'kept.json'], ['../there/../kept.json', 'kept.json'], ['../new/deep/kept.json', 'new/deep/kept.json']],
                [true, false]].combinations().findAll { !(it[1] && it[0][0].contains('new')) }.collect { it[0] + [it[1]] }
    }

    def 'a link to itself is an error that says so'() {
        given:
        def link = folder.resolve('tokens.json')
        Files.createSymbolicLink(link, Path.of('other.json'))
        Files.createSymbolicLink(folder.resolve('other.json'), link)

        when:
        action(TokenStore.file(link))

        then:
        def e = thrown(CredentialException)
        e.message.contains("$link")
        e.message.contains('symbolic links')

        where:
        action << [{ it.save(NEW) }, { it.load() }]
    }

    def 'a folder that is a link is used'() {
        given:
        Files.createDirectories(folder.resolve('real'))
        Files.createSymbolicLink(folder.resolve('link'), Path.of('real'))

        when:
        TokenStore.file(folder.resolve('link/tokens.json')).save(NEW)

        then:
        Files.readString(folder.resolve('real/tokens.json')) == NEW
    }

    def 'a file that holds <#text> holds no tokens'(String text) {
        given:
        Files.writeString(folder.resolve('tokens.json'), text)

        expect:
        TokenStore.file(folder.resolve('tokens.json')).load() == null

        where:
        text << ['', ' ', '\n', '\r\n\t ']
    }

    def 'what is not a regular file is neither replaced nor written: #what'(String what) {
        given:
        def pipe = folder.resolve('pipe')
        assert new ProcessBuilder('mkfifo', "$pipe").start().waitFor() == 0

        when:
        action(TokenStore.file(pipe))

        then:
        def e = thrown(CredentialException)
        e.message.contains('not a regular file')
        !Files.isRegularFile(pipe)

        where:
        what    | action
        'save'  | { it.save(NEW) }
        'check' | { it.requireWritable() }
    }

    def 'a device is an error and no empty file'() {
        when:
        TokenStore.file(Path.of('/dev/null')).load()

        then:
        def e = thrown(CredentialException)
        e.message.startsWith('The token file /dev/null cannot be read: it is not a regular file. What to do: ')
    }

    @Requires(value = { Mounts.allowed }, reason = Mounts.REASON)
    def 'a bind-mounted file is written in place: from #before.length() to #after.length() characters'(String before, String after) {
        given:
        def outside = Files.writeString(folder.resolve('outside.json'), before)
        Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString('rw-r--r--'))
        def inside = Files.createFile(Files.createDirectories(folder.resolve('container')).resolve('tokens.json'))
        mounts.bind(outside, inside)

        when:
        TokenStore.file(inside).requireWritable()
        TokenStore.file(inside).save(after)

        then:
        Files.readString(outside) == after
        TokenStore.file(inside).load() == after
        PosixFilePermissions.toString(Files.getPosixFilePermissions(outside)) == 'rw-------'
        folder.resolve('container').toFile().list() == ['tokens.json'] as String[]

        where:
        before | after
        OLD    | NEW
        NEW    | OLD
        ''     | NEW
    }

    @Requires(value = { Mounts.allowed }, reason = Mounts.REASON)
    def 'a file in a read-only folder is written in place'() {
        given:
        def outside = Files.writeString(folder.resolve('outside.json'), OLD)
        def inside = Files.createFile(Files.createDirectories(folder.resolve('container')).resolve('tokens.json'))
        mounts.readOnly(inside.parent)
        mounts.bind(outside, inside)

        when:
        TokenStore.file(inside).requireWritable()
        TokenStore.file(inside).save(NEW)

        then:
        Files.readString(outside) == NEW
    }

    @Requires(value = { Mounts.allowed }, reason = Mounts.REASON)
    def 'the message of a folder that is read-only says so: #what'(String what) {
        given:
        def inside = folder.resolve('container/tokens.json')
        Files.createDirectories(inside.parent)
        mounts.readOnly(inside.parent)

        when:
        action(TokenStore.file(inside))

        then:
        def e = thrown(CredentialException)
        e.message.startsWith("The tokens cannot be saved to $inside: Read-only file system. What to do: ")

        where:
        what    | action
        'save'  | { it.save(NEW) }
        'check' | { it.requireWritable() }
    }

    @Requires(value = { Mounts.allowed }, reason = Mounts.REASON)
    def 'the message of a full disk says so, and the old tokens stay: #what'(String what) {
        given:
        def full = Files.createDirectories(folder.resolve('full'))
        mounts.small(full, 64 * 1024)
        def store = TokenStore.file(full.resolve('tokens.json'))
        store.save(OLD)
        try {
            Files.write(full.resolve('filler'), new byte[1024 * 1024])
        } catch (IOException ignored) {
            // As intended.
        }

        when:
        action(store)

        then:
        def e = thrown(CredentialException)
        e.message.contains('No space left on device')
        store.load() == OLD
        full.toFile().list().toSorted() == ['filler', 'tokens.json']

        where:
        what    | action
        'save'  | { it.save('s3cret' * 10_000) }
    }

    @Requires(value = { Mounts.allowed }, reason = Mounts.REASON)
    def 'a store is found not to be writable before anything is written: #what'(String what) {
        given:
        def full = Files.createDirectories(folder.resolve('full'))
        mounts.small(full, 64 * 1024)
        try {
            Files.write(full.resolve('filler'), new byte[1024 * 1024])
        } catch (IOException ignored) {
            // As intended.
        }

        when:
        TokenStore.file(full.resolve(file)).requireWritable()

        then:
        def e = thrown(CredentialException)
        e.message.contains(reason)
        full.toFile().list().toSorted() == ['filler']

        where:
        what               | file                 || reason
        'the disk is full' | 'tokens.json'        || 'No space left on device'
        'no such folder'   | 'filler/tokens.json' || 'a file is in the place of its folder'
    }
}
