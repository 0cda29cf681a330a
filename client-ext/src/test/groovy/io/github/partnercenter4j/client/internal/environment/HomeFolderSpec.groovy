package io.github.partnercenter4j.client.internal.environment

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.environment.RestoreSystemProperties

@RestoreSystemProperties
class HomeFolderSpec extends Specification {
    @TempDir
    Path folder

    def 'the home folder is HOME if that is a folder, or else what Java knows: HOME #home, user.home #known'() {
        given:
        ['home', 'known'].each { Files.createDirectory(folder.resolve(it)) }
        Files.createFile(folder.resolve('file'))
        System.setProperty('user.home', known.replace('FOLDER', folder as String))

        expect:
        new HomeFolder(home == null ? [:] : [HOME: home.replace('FOLDER', folder as String)]).find() == folder.resolve(found)

        where:
        home             | known          || found
        'FOLDER/home'    | 'FOLDER/known' || 'home'
        null             | 'FOLDER/known' || 'known'
        ''               | 'FOLDER/known' || 'known'
        'relative'       | 'FOLDER/known' || 'known'
        '.'              | 'FOLDER/known' || 'known'
        'FOLDER/nowhere' | 'FOLDER/known' || 'known'
        'FOLDER/file'    | 'FOLDER/known' || 'known'
        'FOLDER/home'    | '?'            || 'home'
    }

    def 'without a home folder the caller is told what to do: HOME #home, user.home #known'() {
        given:
        System.setProperty('user.home', known)

        when:
        new HomeFolder(home).find()

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'your home folder is not known, or does not exist; set HOME to a folder, or name a file without ~'

        where:
        home               | known
        [:]                | '?'
        [HOME: '']         | '?'
        [HOME: '.']        | '/nowhere/home'
        [HOME: '/nowhere'] | 'relative'
    }

    def 'the sign-in is in #file for the variables #variables'() {
        expect:
        new HomeFolder([HOME: folder as String] + variables).signInFile() == folder.resolve(file)

        where:
        variables                              || file
        [:]                                    || '.pcorders/sign-in.json'
        [PARTNER_CENTER_STORE: '']             || '.pcorders/sign-in.json'
        [PARTNER_CENTER_STORE: '~/kept.json']  || 'kept.json'
        [PARTNER_CENTER_STORE: '/a/kept.json'] || '/a/kept.json'
    }

    @IgnoreIf(value = { os.windows }, reason = 'names of POSIX systems')
    def '#text is the path #path'() {
        expect:
        new HomeFolder([HOME: folder as String]).resolve(text) == Path.of(path.replace('HOME', folder as String))

        where:
        text      || path
        '~'       || 'HOME'
        '~/'      || 'HOME'
        '~/a/b'   || 'HOME/a/b'
        '~//a'    || 'HOME/a'
        '~///a/~' || 'HOME/a/~'
        'a'       || 'a'
        'a~'      || 'a~'
        './~'     || './~'
        '/a/~/b'  || '/a/~/b'
    }

    @IgnoreIf(value = { os.windows }, reason = 'names of POSIX systems')
    def 'a path that would be in a wrong place is refused, and not quoted: #message'() {
        when:
        new HomeFolder([HOME: folder as String]).resolve(text)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        text         || message
        '~root'      || 'the home folder of another user is not looked up; name the file without ~, or begin with ./ if ~ is part of its name'
        '~root/a'    || 'the home folder of another user is not looked up; name the file without ~, or begin with ./ if ~ is part of its name'
        '~\\a'       || 'the home folder of another user is not looked up; name the file without ~, or begin with ./ if ~ is part of its name'
        's3cret\0'   || 'give the name of a file; this system has no file names with these characters'
        '~/s3cret\0' || 'give the name of a file; this system has no file names with these characters'
    }
}
