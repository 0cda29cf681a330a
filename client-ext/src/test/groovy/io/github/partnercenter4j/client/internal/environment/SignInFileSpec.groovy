package io.github.partnercenter4j.client.internal.environment

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.entra.TokenStore
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class SignInFileSpec extends Specification {
    static final SignIn SIGN_IN = new SignIn('contoso.example', 'app', Cloud.CHINA, null)

    @TempDir
    Path folder

    List<String> warnings = []
    int pauses = 0
    Closure whilePausing = {}

    def 'a sign-in is kept with its tokens: #signIn'() {
        given:
        file().tokens(signIn, warnings::add).save('s3cret')

        expect:
        file().load() == signIn
        file().tokens(signIn, warnings::add).load() == 's3cret'
        warnings == []
        file().path() == folder.resolve('sign-in.json')

        where:
        signIn << [SIGN_IN, new SignIn('4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04', 'app', Cloud.PUBLIC, 'https://login.example')]
    }

    def 'the path is absolute'() {
        expect:
        new SignInFile(Path.of('sign-in.json'), '--store').path() == Path.of('sign-in.json').toAbsolutePath()
    }

    def 'a file that does not exist or is empty holds no sign-in: #content'() {
        given:
        if (content != null) {
            write(content)
        }

        expect:
        file().load() == null
        file().tokens(SIGN_IN, warnings::add).load() == null
        !file().delete()

        where:
        content << [null, '', ' \n']
    }

    def 'a file that is not a sign-in is neither used nor deleted, and not quoted: #iterationIndex'() {
        given:
        write(content)

        when:
        action(file())

        then:
        def e = thrown(CredentialException)
        e.message == "The file ${folder.resolve('sign-in.json')} is not a sign-in file of 'pcorders login'. Delete it, or name another file with --store"
        e.cause == null
        Files.readString(folder.resolve('sign-in.json')) == content

        where:
        [content, action] << [
                ['s3cret', '{"tenant":"s3cret"', '[]', '{}',
                 '{"tenant":"t","clientId":"c","cloud":"MOON","tokens":"s3cret"}',
                 '{"tenant":"t","clientId":"c","tokens":"s3cret"}',
                 '{"tenant":1,"clientId":"c","cloud":"PUBLIC","tokens":"s3cret"}',
                 '{"tenant":"t","clientId":1,"cloud":"PUBLIC","tokens":"s3cret"}',
                 '{"tenant":"t","clientId":"c","cloud":"PUBLIC","tokens":{"s3cret":1}}'],
                [{ it.load() }, { it.delete() }]].combinations()
    }

    def 'a file that cannot be used names the option for another file: #what'() {
        given:
        write('')

        when:
        action(new SignInFile(folder.resolve('sign-in.json/in-a-file'), '--store'))

        then:
        def e = thrown(CredentialException)
        e.message.startsWith('The token')
        e.message.endsWith(', or use another file, with --store')
        e.cause instanceof IOException

        where:
        what           | action
        'load'         | { it.load() }
        'load tokens'  | { it.tokens(SIGN_IN, {}).load() }
        'delete'       | { it.delete() }
        'check'        | { it.requireWritable() }
        'check tokens' | { it.tokens(SIGN_IN, {}).requireWritable() }
        'save tokens'  | { it.tokens(SIGN_IN, {}).save('s3cret') }
    }

    def 'a warning gives the reason if refreshed tokens cannot be saved'() {
        given:
        write('')

        when:
        new SignInFile(folder.resolve('sign-in.json/in-a-file'), '--store').tokens(SIGN_IN, warnings::add).save('s3cret')

        then:
        def e = thrown(CredentialException)
        warnings == [e.message]
    }

    def 'a file that can be written passes the check'() {
        when:
        file().requireWritable()
        file().tokens(SIGN_IN, warnings::add).requireWritable()

        then:
        noExceptionThrown()
        warnings == []
    }

    def 'the lock on the tokens is that of the file'() {
        when:
        def lock = file().tokens(SIGN_IN, warnings::add).tryLock()

        then:
        TokenStore.file(folder.resolve('sign-in.json')).tryLock() == null

        when:
        lock.close()

        then:
        TokenStore.file(folder.resolve('sign-in.json')).tryLock().close() == null
    }

    def 'a deleted sign-in is gone, and so is the lock'() {
        given:
        save()

        expect:
        file().delete()
        folder.toFile().list() == [] as String[]
        !file().delete()
    }

    @Requires({ os.linux || os.macOs })
    def 'of a link the file is deleted that it leads to'() {
        given:
        Files.createDirectory(folder.resolve('real'))
        Files.createSymbolicLink(folder.resolve('sign-in.json'), Path.of('real/kept.json'))
        save()

        expect:
        file().delete()
        Files.isSymbolicLink(folder.resolve('sign-in.json'))
        folder.resolve('real').toFile().list() == [] as String[]
    }

    def 'tokens that another process saves during the deletion are deleted too'() {
        given:
        save()
        def lock = lock()
        whilePausing = {
            if (pauses == 3) {
                save()
                lock.close()
            }
        }

        expect:
        file().delete()
        pauses == 3
        !Files.exists(folder.resolve('sign-in.json'))
    }

    def 'the deletion waits for a process that hangs, but at most 10 seconds, and after the tokens are gone'() {
        given:
        save()
        def lock = lock()
        whilePausing = { assert !Files.exists(folder.resolve('sign-in.json')) }

        expect:
        file().delete()
        pauses == 500
        !Files.exists(folder.resolve('sign-in.json'))

        cleanup:
        lock.close()
    }

    def 'what another process is writing or deleting is read when that is done: #signIn'() {
        given:
        write('{"tenant":')
        def lock = lock()
        whilePausing = {
            if (pauses == 3) {
                signIn == null ? write('') : save()
                lock.close()
            }
        }

        expect:
        file().load() == signIn
        pauses == 3

        where:
        signIn << [SIGN_IN, null]
    }

    def 'an incomplete sign-in is read again after a second, even if it is still locked'() {
        given:
        write('{"tenant":')
        def lock = lock()
        whilePausing = {
            if (pauses == 50) {
                save()
            }
        }

        expect:
        file().load() == SIGN_IN
        pauses == 50

        cleanup:
        lock.close()
    }

    private SignInFile file() {
        new SignInFile(folder.resolve('sign-in.json'), '--store', {
            pauses++
            whilePausing()
        })
    }

    private TokenStore.Lock lock() {
        TokenStore.file(folder.resolve('sign-in.json')).tryLock()
    }

    private void save() {
        file().tokens(SIGN_IN, warnings::add).save('s3cret')
    }

    private void write(String text) {
        Files.writeString(folder.resolve('sign-in.json'), text)
    }
}
