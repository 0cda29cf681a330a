package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.CredentialException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.atomic.AtomicBoolean
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class FileTokenStoreSpec extends Specification {
    @TempDir
    Path directory

    def 'nothing is loaded before something is saved'() {
        given:
        def store = TokenStore.file(directory.resolve('made/when/needed/tokens.json'))

        expect:
        store.load() == null

        when:
        store.save('one, é')
        store.save('two, é')

        then:
        store.load() == 'two, é'
        TokenStore.file(directory.resolve('made/when/needed/tokens.json')).load() == 'two, é'
    }

    def 'a file without a folder is in the working directory'() {
        expect:
        TokenStore.file(Path.of('tokens.json')).toString() == "TokenStore[${Path.of('tokens.json').toAbsolutePath()}]"
    }

    def 'no other file is left in the folder'() {
        when:
        TokenStore.file(directory.resolve('tokens.json')).save('text')

        then:
        directory.toFile().list() == ['tokens.json'] as String[]
    }

    @Requires({ os.linux || os.macOs })
    def 'only the owner can read and write the file, even if others could read it before'() {
        given:
        def file = directory.resolve('tokens.json')
        if (existing) {
            Files.writeString(file, 'before')
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-rw-rw-'))
        }

        when:
        TokenStore.file(file).save('text')

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'

        where:
        existing << [true, false]
    }

    def 'a reader sees the old or the new text, never a part'() {
        given:
        def store = TokenStore.file(directory.resolve('tokens.json'))
        def texts = ['a', 'b'].collect { it * 100_000 }
        store.save(texts[0])
        def done = new AtomicBoolean()
        def seen = java.util.concurrent.CompletableFuture.supplyAsync {
            def all = [] as Set
            while (!done.get()) {
                all << store.load()
            }
            all
        }

        when:
        100.times { store.save(texts[it % 2]) }
        done.set(true)

        then:
        texts.containsAll(seen.get())
    }

    def 'the message about a file that cannot be #what names it and says what to do'(String what, Closure<?> action, String advice) {
        when:
        action(directory)

        then:
        def e = thrown(CredentialException)
        e.message.contains(directory.toString())
        e.message.contains(advice)

        where:
        what      | action                                                                                          || advice
        'read'    | { Files.createDirectory(it.resolve('d')); TokenStore.file(it.resolve('d')).load() }             || 'run this as the owner of the file'
        'decoded' | { Files.write(it.resolve('f'), [0xff] as byte[]); TokenStore.file(it.resolve('f')).load() }     || 'run this as the owner of the file'
        'written' | { Files.createFile(it.resolve('f')); TokenStore.file(it.resolve('f/tokens.json')).save('x') }   || 'make its folder writable'
    }

    def 'if a file cannot be replaced, no temporary file with the tokens is left'() {
        given:
        Files.createDirectories(directory.resolve('tokens.json/not-empty'))

        when:
        TokenStore.file(directory.resolve('tokens.json')).save('secret')

        then:
        thrown(CredentialException)
        directory.toFile().list() == ['tokens.json'] as String[]
    }
}
