package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.CredentialException
import java.nio.file.AccessDeniedException
import java.nio.file.FileAlreadyExistsException
import java.nio.file.FileSystem
import java.nio.file.FileSystemException
import java.nio.file.FileSystemLoopException
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.nio.file.attribute.AclEntryPermission
import java.nio.file.attribute.PosixFilePermissions
import java.nio.file.attribute.UserPrincipal
import java.nio.file.attribute.UserPrincipalLookupService
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A token file that is written in place, its lock, and what the messages say. None of it needs a mount or another process. */
class TokenFileSpec extends Specification {
    /** So long that no name of a draft fits beside it. */
    static final String LONG_NAME = 'n' * 250

    @TempDir
    Path folder

    def 'a file that cannot be replaced is written in place: #before.length() characters by #after.length()'(String before, String after) {
        given:
        def file = Files.writeString(folder.resolve(LONG_NAME), before)
        def posix = 'posix' in file.fileSystem.supportedFileAttributeViews()
        if (posix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rw-r--r--'))
        }

        when:
        TokenStore.file(file).requireWritable()

        then:
        Files.readString(file) == before

        when:
        TokenStore.file(file).save(after)

        then:
        Files.readString(file) == after
        !posix || PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
        folder.toFile().list() == [LONG_NAME] as String[]

        where:
        before       | after
        's3cret-old' | 's3cret-new'
        's3cret-old' | 's3cret-newer-and-longer'
        's3cret-old-and-longer' | 's3cret-new'
        ''           | 's3cret-new'
    }

    def 'a store that is writable is not changed by the check'() {
        given:
        def store = TokenStore.file(folder.resolve('new/tokens.json'))

        when:
        store.requireWritable()

        then:
        folder.resolve('new').toFile().list() == [] as String[]

        when:
        store.save('s3cret-old')
        store.requireWritable()

        then:
        store.load() == 's3cret-old'
        folder.resolve('new').toFile().list() == ['tokens.json'] as String[]
    }

    def 'a file that can be neither created nor written in place is an error: #what'(String what, Closure<?> action) {
        when:
        action(TokenStore.file(folder.resolve(LONG_NAME)))

        then:
        def e = thrown(CredentialException)
        e.message.startsWith("The tokens cannot be saved to ${folder.resolve(LONG_NAME)}: ")
        folder.toFile().list().length == 0

        where:
        what    | action
        'save'  | { it.save('s3cret') }
        'check' | { it.requireWritable() }
    }

    def 'a folder in the place of the file is named as such: #what'(String what, Closure<?> action) {
        when:
        action(TokenStore.file(folder))

        then:
        def e = thrown(CredentialException)
        e.message.contains(': it is a folder. What to do: ')

        where:
        what    | action
        'load'  | { it.load() }
        'save'  | { it.save('s3cret') }
        'check' | { it.requireWritable() }
    }

    @Requires({ os.linux || os.macOs })
    def 'a chain of #links links is followed: #followed'() {
        given:
        def link = (1..links).inject(folder.resolve('tokens.json')) { target, n -> Files.createSymbolicLink(folder.resolve("link-$n"), target) }
        def store = TokenStore.file(link)

        when:
        def message = ''
        try {
            store.save('s3cret')
        } catch (CredentialException e) {
            message = e.message
        }

        then:
        message.contains('it is a circle of symbolic links') == !followed
        Files.exists(folder.resolve('tokens.json')) == followed

        where:
        links || followed
        1     || true
        40    || true
        41    || false
    }

    def 'the reason #failure.class.simpleName is said in words: #words'() {
        expect:
        FileTokenStore.reason(failure) == words

        where:
        failure                                       || words
        new AccessDeniedException('f')                || 'access is denied'
        new NoSuchFileException('f')                  || 'there is no such file'
        new FileAlreadyExistsException('f')           || 'a file is in the place of its folder'
        new FileSystemLoopException('f')              || 'it is a circle of symbolic links'
        new java.nio.charset.MalformedInputException(1) || 'it is not UTF-8'
        new FileSystemException('f', null, 'it broke') || 'it broke'
        new FileSystemException('f')                  || 'FileSystemException'
        new IOException('no disk')                    || 'no disk'
        new IOException()                             || 'IOException'
    }

    def 'a lock excludes other stores of the file until it is closed, and leaves no file'() {
        given:
        def file = folder.resolve('tokens.json')
        def lock = TokenStore.file(file).tryLock()

        expect:
        lock != null
        folder.toFile().list() == ['tokens.json.lock'] as String[]
        TokenStore.file(folder.resolve('./tokens.json')).tryLock() == null

        when:
        lock.close()

        then: 'the lock of the operating system is released, too'
        !lock.channel.open
        folder.toFile().list().length == 0

        when:
        def again = TokenStore.file(file).tryLock()

        then:
        again != null

        cleanup:
        again?.close()
    }

    def 'without a place for the lock the store can be used, and is locked when there is one'() {
        given:
        def store = TokenStore.file(folder.resolve('a/tokens.json'))

        expect: 'no folder'
        store.tryLock().close()
        folder.toFile().list().length == 0

        when: 'a folder has the name of the lock'
        Files.createDirectories(folder.resolve('a/tokens.json.lock'))

        then:
        [store.tryLock(), store.tryLock()].every { it != null && !(it instanceof FileStoreLock) }

        when:
        Files.delete(folder.resolve('a/tokens.json.lock'))
        def lock = store.tryLock()

        then:
        lock instanceof FileStoreLock

        cleanup:
        lock?.close()
    }

    def 'on a file system with access control lists only the owner is allowed, to do everything'() {
        given:
        UserPrincipal owner = { 'me' }
        def lookup = [lookupPrincipalByName: { name -> name == System.getProperty('user.name') ? owner : null }] as UserPrincipalLookupService
        def windows = [supportedFileAttributeViews: { ['basic', 'acl', 'owner'].toSet() }, getUserPrincipalLookupService: { lookup }] as FileSystem

        when:
        def attribute = TokenFile.forOwnerOnly([getFileSystem: { windows }] as Path)

        then:
        attribute.name() == 'acl:acl'
        attribute.value()*.principal() == [owner]
        attribute.value()*.type()*.name() == ['ALLOW']
        attribute.value()[0].permissions() == EnumSet.allOf(AclEntryPermission)
    }
}
