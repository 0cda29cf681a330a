package io.github.partnercenter4j.cli

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE

import java.nio.file.Files
import java.time.Duration
import spock.lang.IgnoreIf
import spock.util.environment.RestoreSystemProperties

/** The file of a sign-in: where it is, who can read it, and when it is used, replaced and deleted. */
class KeptSignInSpec extends SignInSpecification {
    def "an expired access token is refreshed, and the new refresh token is kept"() {
        given: 'tokens that are about to expire when they are issued'
        authority.lifetime(Duration.ofMinutes(1)).revokesUsedRefreshTokens(true)
        login('--device-code')
        int before = authority.calls().size()

        expect:
        (1..2).every { status().exitCode == 0 }
        authority.calls().drop(before)*.grantType() == ['refresh_token', 'refresh_token']
    }

    @IgnoreIf({ os.windows })
    def "only the owner can read the file, also after a refresh"() {
        given:
        authority.lifetime(Duration.ofMinutes(1))
        login('--device-code')

        expect:
        Files.getPosixFilePermissions(store.toPath()) == [OWNER_READ, OWNER_WRITE].toSet()
        status().exitCode == 0
        Files.getPosixFilePermissions(store.toPath()) == [OWNER_READ, OWNER_WRITE].toSet()
    }

    @RestoreSystemProperties
    def "by default the file is in the home folder of the user"() {
        given:
        System.setProperty('user.home', folder.toString())
        def nowhere = [PARTNER_CENTER_STORE: '']

        expect:
        login(nowhere, '--device-code').exitCode == 0
        new File(folder, '.pcorders/sign-in.json').exists()
        status(nowhere).exitCode == 0
        CommandRun.of(nowhere, ['logout']).out.contains(new File(folder, '.pcorders/sign-in.json') as String)
        !new File(folder, '.pcorders/sign-in.json').exists()
    }

    def "logout deletes the sign-in and says that it stays valid at Microsoft"() {
        given:
        login('--device-code')

        when:
        def logout = CommandRun.of([:], ['logout', '--store', store])

        then:
        [logout.exitCode, logout.err] == [0, '']
        !store.exists()
        logout.out.contains("$store is deleted")
        ['stays valid at Microsoft', '90 days', 'https://mysignins.microsoft.com', 'Revoke-MgUserSignInSession'].every { logout.out.contains(it) }

        when:
        def again = CommandRun.of([:], ['logout', '--store', store])
        def status = status()

        then:
        [again.exitCode, again.out] == [0, "Nobody is signed in: $store does not exist.\n"]
        status.exitCode == 20
        status.errLines().size() == 1
        status.err.contains("Sign in with 'pcorders login'")
    }

    def "a file that is not a sign-in file is neither used, replaced nor deleted: #iterationIndex"() {
        given:
        store.parentFile.mkdirs()
        store.text = content

        when:
        def runs = [login('--device-code'), status(), CommandRun.of([:], ['logout', '--store', store])]

        then:
        runs*.exitCode == [20, 20, 20]
        runs.every { it.err.contains("$store is not a sign-in file of 'pcorders login'") && !(it.err + it.out).contains('s3cret') }
        store.text == content

        where:
        content << ['s3cret', '{}', '[]', '{"tenant":"s3cret","clientId":"c","cloud":"MOON","tokens":"t"}', '{"tenant":1,"clientId":"c","cloud":"PUBLIC","tokens":"t"}']
    }

    def "damaged tokens in the file are reported but not quoted: #iterationIndex"() {
        given:
        login('--device-code')
        def kept = JSON.readValue(store.text, Map)
        store.text = JSON.writeValueAsString(kept + [tokens: tokens])

        when:
        def run = status()

        then:
        run.exitCode == 20
        run.err.contains(message)
        !run.err.contains('s3cret')

        where:
        tokens   || message
        's3cret' || 'sign in again'
        '{}'     || "Sign in again with 'pcorders login'"
    }

    def "the next sign-in needs no ids and replaces the previous one"() {
        given:
        login('--device-code')
        def before = store.text

        when:
        def again = CommandRun.of([:], ['login', '--device-code', '--store', store, '--trust-store', certificate])

        then:
        again.exitCode == 0
        store.text != before
        status().exitCode == 0
    }

    def "a given token is used instead of the sign-in, and --store instead of the environment"() {
        given:
        def login = login([PARTNER_CENTER_TOKEN: CommandRun.TOKEN], '--device-code')

        expect:
        login.errLines().last() == 'The token in PARTNER_CENTER_TOKEN is used instead of the sign-in: unset it, or use --store.'
        status([PARTNER_CENTER_TOKEN: CommandRun.TOKEN, PARTNER_CENTER_STORE: store as String]).err.contains('401')
        status([PARTNER_CENTER_TOKEN: CommandRun.TOKEN], '--store', store).exitCode == 0
    }

    def "a sign-in is for one cloud"() {
        given:
        def login = login('--device-code', '--cloud', 'china')

        expect:
        login.out.contains('cloud china')
        authority.calls().last().scope().contains('https://partner.partnercenterapi.microsoftonline.cn/user_impersonation')
        status().exitCode == 0
        status('--cloud', 'china').exitCode == 0

        when:
        def other = status('--cloud', 'public')

        then:
        other.exitCode == 2
        other.err.contains('The sign-in is for the cloud china')
    }
}
