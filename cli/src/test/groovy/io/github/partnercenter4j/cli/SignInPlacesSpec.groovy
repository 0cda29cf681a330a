package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.command.JavaCommandLine
import io.github.partnercenter4j.sandbox.token.TokenResponse
import io.github.partnercenter4j.testing.Mounts
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.IgnoreIf
import spock.lang.Requires
import spock.util.concurrent.PollingConditions
import spock.util.environment.RestoreSystemProperties

/** Where a sign-in is kept, and what is said about it, on machines that are not as usual. */
@IgnoreIf(value = { os.windows }, reason = 'links, mounts and scripts of POSIX systems')
class SignInPlacesSpec extends SignInOnHostSpecification {
    @AutoCleanup
    Mounts mounts = new Mounts()

    @RestoreSystemProperties
    def "the home folder is expanded in #args #environment"(List<String> args, Map<String, String> environment, String path) {
        given:
        System.setProperty('user.home', folder.toString())

        expect:
        CommandRun.of(environment, ['logout', *args]).out == "Nobody is signed in: ${path.replace('HOME', folder.toString())} does not exist.\n"

        where:
        args                     | environment                                  || path
        ['--store=~/x.json']     | [:]                                          || 'HOME/x.json'
        ['--store', '~/a/x']     | [:]                                          || 'HOME/a/x'
        ['--store=~//x.json']    | [:]                                          || 'HOME/x.json'
        []                       | [PARTNER_CENTER_STORE: '~/x']                || 'HOME/x'
        []                       | [PARTNER_CENTER_STORE: '']                   || 'HOME/.pcorders/sign-in.json'
        []                       | [PARTNER_CENTER_STORE: '', HOME: '']          || 'HOME/.pcorders/sign-in.json'
        ['--store=~/x']          | [HOME: '/nowhere']                           || 'HOME/x'
        ['--store=~/x']          | [HOME: 'relative']                           || 'HOME/x'
        ['--store=/nowhere/~/x'] | [:]                                          || '/nowhere/~/x'
        ['--store=/nowhere/x~']  | [:]                                          || '/nowhere/x~'
    }

    @RestoreSystemProperties
    def "what would land in a wrong place is refused: #args #environment, user.home #home"() {
        given:
        System.setProperty('user.home', home.replace('HOME', folder.toString()))

        when:
        def run = CommandRun.of(environment, ['logout', *args])

        then:
        run.exitCode == 2
        run.errLines().size() == 1
        run.err.contains(message)
        run.err.contains('--store')

        where:
        home       | args                | environment                                       || message
        'HOME'     | ['--store=~root/x'] | [:]                                               || 'the home folder of another user is not looked up'
        'HOME'     | []                  | [PARTNER_CENTER_STORE: '~root/x']                 || 'from PARTNER_CENTER_STORE cannot be used: the home folder of another user'
        'HOME'     | ['--store=']        | [:]                                               || 'its value is empty'
        '?'        | []                  | [PARTNER_CENTER_STORE: '']                        || 'your home folder is not known'
        '?'        | []                  | [PARTNER_CENTER_STORE: '', HOME: '']              || 'your home folder is not known'
        '?'        | []                  | [PARTNER_CENTER_STORE: '', HOME: 'relative']      || 'your home folder is not known'
        '?'        | []                  | [PARTNER_CENTER_STORE: '', HOME: '/nowhere/home'] || 'your home folder is not known'
        '?'        | []                  | [PARTNER_CENTER_STORE: '~/x']                     || 'your home folder is not known'
        '/nowhere' | []                  | [PARTNER_CENTER_STORE: '']                        || 'your home folder is not known'
    }

    @RestoreSystemProperties
    def "HOME is used if it is a folder, whatever Java knows: #home"(String home) {
        given:
        System.setProperty('user.home', home)
        def environment = [PARTNER_CENTER_STORE: '', HOME: folder.toString()]

        expect:
        login(environment, '--device-code').exitCode == 0
        Files.exists(folder.resolve('.pcorders/sign-in.json'))
        !Files.exists(Path.of('?'))

        where:
        home << ['?', '', 'relative', '/nowhere/home', System.getProperty('user.home')]
    }

    @Requires(value = { Mounts.allowed }, reason = Mounts.REASON)
    def "a store that cannot be written is refused before anybody signs in, with #args"() {
        given:
        def before = authority.calls().size()
        def blocked = Files.createDirectories(folder.resolve('read-only'))
        mounts.readOnly(blocked)

        when:
        def run = login([BROWSER: 'true'], '--store', blocked.resolve('sign-in.json'), *args)

        then:
        run.exitCode == 20
        run.errLines().size() == 1
        run.err.contains("The tokens cannot be saved to $blocked/sign-in.json: Read-only file system. What to do: make its folder writable, with free space, or use another file, with --store")
        authority.calls().size() == before

        where:
        args << [[], ['--device-code']]
    }

    def "a store that cannot be read names --store: #name"() {
        given:
        Files.createDirectories(folder.resolve('folder'))
        Files.createFile(folder.resolve('file'))

        when:
        def run = login([BROWSER: 'true'], '--store', folder.resolve(name))

        then:
        run.exitCode == 20
        run.errLines().size() == 1
        run.err.contains("${folder.resolve(name)} cannot be read: $reason")
        run.err.contains('or use another file, with --store')

        where:
        name     || reason
        'folder' || 'it is a folder'
        'file/x' || 'Not a directory'
    }

    def "after a sign-in the commands that use it are named: #what"() {
        given:
        def named = { it.replace('STORE', store.toString()) }

        when:
        def run = login(environment.collectEntries { k, v -> [k, named(v)] }, '--device-code', *args.collect(named))

        then:
        run.exitCode == 0
        run.out.readLines()[1] == named(said)

        where:
        what                         | args                 | environment                                                      || said
        'by default'                 | []                   | [PARTNER_CENTER_STORE: 'STORE']                                  || "'pcorders status' uses it from now on; 'pcorders logout' deletes it."
        'the default file as option' | ['--store', 'STORE'] | [PARTNER_CENTER_STORE: 'STORE']                                  || "'pcorders status' uses it from now on; 'pcorders logout' deletes it."
        'another file'               | ['--store', 'STORE'] | [:]                                                              || "'pcorders status --store STORE' uses it; 'pcorders logout --store STORE' deletes it."
        'a default that is unusable' | ['--store', 'STORE'] | [PARTNER_CENTER_STORE: '~root/x']                                | "'pcorders status --store STORE' uses it; 'pcorders logout --store STORE' deletes it."
        'a token is set'             | []                   | [PARTNER_CENTER_STORE: 'STORE', PARTNER_CENTER_TOKEN: 's3cret.x'] || "'pcorders status --store STORE' uses it; 'pcorders logout' deletes it."
        'both'                       | ['--store', 'STORE'] | [PARTNER_CENTER_TOKEN: 's3cret.x']                               || "'pcorders status --store STORE' uses it; 'pcorders logout --store STORE' deletes it."
    }

    def "an empty file is no sign-in, and login fills it"() {
        given:
        Files.writeString(store, '\n')

        expect:
        status().err.contains('nobody has signed in')
        CommandRun.of([:], ['logout', '--store', store]).out == "Nobody is signed in: $store is empty.\n"
        login([PARTNER_CENTER_STORE: store as String], '--device-code').exitCode == 0
        status().exitCode == 0
    }

    def "logout deletes the file that a link leads to, and login uses the link again"() {
        given:
        def target = folder.resolve('real/kept.json')
        Files.createSymbolicLink(store, Path.of('real/kept.json'))
        def environment = [PARTNER_CENTER_STORE: store as String]

        expect:
        2.times {
            assert login(environment, '--device-code').exitCode == 0
            assert Files.exists(target)
            assert CommandRun.of(environment, ['logout']).out.contains('is deleted')
            assert !Files.exists(target)
            assert Files.isSymbolicLink(store)
        }
    }

    @Requires(value = { Mounts.allowed }, reason = Mounts.REASON)
    def "a sign-in in a bind-mounted file is refreshed, and emptied by logout"() {
        given:
        authority.lifetime(Duration.ofMinutes(1)).revokesUsedRefreshTokens(true)
        def outside = Files.createFile(folder.resolve('outside.json'))
        Files.createFile(store)
        mounts.bind(outside, store)
        def environment = [PARTNER_CENTER_STORE: store as String]

        expect:
        login(environment, '--device-code').exitCode == 0
        (1..2).collect { status() }.every { it.exitCode == 0 && it.err == '' }
        CommandRun.of(environment, ['logout']).out.contains("$store is emptied")
        Files.size(outside) == 0
        status().exitCode == 20
    }

    @Requires(value = { Mounts.allowed }, reason = Mounts.REASON)
    def "tokens that cannot be saved are used, and a warning gives the reason"() {
        given:
        def environment = [PARTNER_CENTER_STORE: store as String]
        login(environment, '--device-code')
        authority.lifetime(Duration.ofMinutes(1))
        login(environment, '--device-code')
        mounts.readOnly(folder)

        when:
        def run = status()

        then:
        run.exitCode == 0
        run.out.contains('Fulfilled: ')
        run.errLines().size() == 1
        run.err.startsWith("Warning: the new tokens are used, but not kept. The tokens cannot be saved to $store: Read-only file system.")
    }

    def "logout while another process refreshes the sign-in is final"() {
        given:
        authority.lifetime(Duration.ofMinutes(1)).revokesUsedRefreshTokens(true)
        CommandRun logout = null
        Process process = null
        String said = null
        def inTime = false

        when: 'a busy machine may sign out after the response, so longer delays follow'
        for (def delay = Duration.ofSeconds(2); !inTime && delay < Duration.ofMinutes(2); delay = delay.multipliedBy(3)) {
            login([PARTNER_CENTER_STORE: store as String], '--device-code')
            def before = authority.calls().size()
            authority.next(TokenResponse.usual().delay(delay))
            def looked = [System.nanoTime()]
            process = new ProcessBuilder(JavaCommandLine.words() + statusWords()*.toString() + ['--store', store as String]).start()
            new PollingConditions(timeout: 300, delay: 0.05).eventually {
                looked << System.nanoTime()
                assert authority.calls().size() > before
            }
            logout = CommandRun.of([:], ['logout', '--store', store])
            inTime = System.nanoTime() - looked[-2] < delay.toNanos()
            said = process.errorStream.getText('UTF-8')
        }

        then:
        logout.exitCode == 0
        process.waitFor() == 20
        said.contains('signed out')
        !Files.exists(store)

        cleanup:
        process?.destroyForcibly()
    }

    private CommandRun status() {
        CommandRun.of([PARTNER_CENTER_STORE: store as String], statusWords())
    }

    private List<Object> statusWords() {
        ['status', '--customer', sandbox.customerId(), '--order', sandbox.orderId(), '--base-url', sandbox.baseUrl(), '--trust-store', certificate]
    }
}
