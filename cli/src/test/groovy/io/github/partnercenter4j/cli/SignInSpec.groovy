package io.github.partnercenter4j.cli

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE

import io.github.partnercenter4j.cli.command.JavaCommandLine
import io.github.partnercenter4j.cli.signin.BrowserCommand
import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.token.TokenResponse
import io.github.partnercenter4j.sandbox.token.AuthorizationServer
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.nio.file.Files
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.IgnoreIf
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.environment.RestoreSystemProperties

/** Signing in once and using the sign-in, with the real MSAL and the authorization server of the sandbox. */
class SignInSpec extends Specification {
    static final JsonMapper JSON = new JsonMapper()

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()
    @Shared
    AuthorizationServer authority = sandbox.authorizationServer()

    @TempDir
    File folder

    File store
    File certificate

    def setup() {
        authority.pollInterval(Duration.ZERO).lifetime(Duration.ofMinutes(75)).revokesUsedRefreshTokens(false)
        store = new File(folder, 'new/sign-in.json')
        certificate = new File(folder, 'certificate.pem')
        certificate.text = "-----BEGIN CERTIFICATE-----\n${sandbox.trustStore().getCertificate('sandbox').encoded.encodeBase64()}\n-----END CERTIFICATE-----\n"
    }

    def "after a sign-in by device code an order is requested without a token"() {
        when:
        def login = login('--device-code')
        def status = status()

        then:
        [login.exitCode, status.exitCode, status.err] == [0, 0, '']
        login.errLines().size() == 1
        login.err =~ /Open ${authority.url()}\/devicelogin on any device, and enter the code [A-Z0-9]{9} within 15 min\. Waiting for your sign-in/
        login.out.contains("You are signed in to the tenant ${authority.tenantId()}, cloud public. The sign-in is kept in $store,")
        status.out.contains('Fulfilled: ')
        noSecret(login)
    }

    @IgnoreIf({ os.windows })
    def "after a sign-in in the browser an order is requested without a token"() {
        given: 'a browser that hands the page to this test'
        def page = new File(folder, 'page')
        assert new ProcessBuilder('mkfifo', page.toString()).start().waitFor() == 0
        def script = new File(folder, 'browser')
        script.text = "echo \"\$1\" >$page\n"
        def shown = CompletableFuture.supplyAsync { browse(page.getText('UTF-8').trim()) }

        when:
        def login = login([BROWSER: "sh $script" as String], '--timeout', '60s')

        then:
        login.exitCode == 0
        login.errLines().size() == 2
        login.errLines()[0] == 'Opening the browser. Sign in there within 1 min, or press Ctrl-C to cancel. If no browser opens on this machine, use --device-code.'
        login.errLines()[1].startsWith("If the page does not open by itself, open it in a browser on this machine: ${authority.url()}/")
        shown.get(60, TimeUnit.SECONDS).contains('You are signed in.')
        status().exitCode == 0
        noSecret(login)
    }

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

    def "tokens are requested through the proxy"() {
        given:
        authority.lifetime(Duration.ofMinutes(1))
        def proxy = new TunnelProxy('me', 's3cret-pass')
        def through = ['--proxy', "http://$proxy.address", '--proxy-user', 'me']
        def password = [PARTNER_CENTER_PROXY_PASSWORD: 's3cret-pass']

        when:
        def login = login(password, '--device-code', *through)
        def signedIn = proxy.targets.toList()
        def doctor = run(password, 'doctor', *through)

        then:
        [login.exitCode, doctor.exitCode] == [0, 0]
        signedIn == [URI.create(authority.url()).authority]
        proxy.targets == [URI.create(authority.url()).authority] * 2

        when:
        def refused = this.login([PARTNER_CENTER_PROXY_PASSWORD: 's3cret-wrong'], '--device-code', *through)

        then:
        refused.exitCode == 20
        refused.err.contains("The proxy $proxy.address refused the call to")
        !refused.err.contains('s3cret')

        cleanup:
        proxy.close()
    }

    def "a sign-in that fails ends with 20 and says what to do: #what"() {
        given:
        response && authority.next(response)

        when:
        def run = login(environment, *args)

        then:
        run.exitCode == 20
        run.out == ''
        run.errLines().last().startsWith('pcorders: No token: ')
        run.err.contains(message)
        !store.exists()

        where:
        what                  | response                        | environment               | args                                                    || message
        'the person declines' | TokenResponse.declined()        | [:]                       | ['--device-code']                                       || 'the person declined: sign in again'
        'the code ends'       | TokenResponse.expiredToken()    | [:]                       | ['--device-code']                                       || 'the code was not entered in time'
        'without MFA'         | TokenResponse.mfaRequired()     | [:]                       | ['--device-code']                                       || 'MFA is required'
        'no such application' | null                          | [:]                       | ['--device-code', '--client-id', UUID.randomUUID()]     || 'the tenant does not know the application'
        'no such tenant'      | null                          | [:]                       | ['--device-code', '--tenant', 'contoso.example']        || 'the tenant does not exist in this cloud'
        'nobody signs in'     | null                          | [BROWSER: 'true']         | ['--timeout', '300ms']                                  || 'set a longer timeout'
        'no browser'          | null                          | [BROWSER: '/no/browser']  | []                                                      || '--device-code'
    }

    def "invalid arguments end with 2: #iterationIndex"() {
        when:
        def run = CommandRun.of([PARTNER_CENTER_STORE: store as String], args)

        then:
        run.exitCode == 2
        run.out == ''
        run.errLines().last().contains(message)
        !run.err.contains('s3cret')

        where:
        args                                                                                        || message
        ['login']                                                                                   || '--tenant is missing'
        ['login', '--tenant', 't']                                                                  || '--client-id is missing'
        ['login', '--device-code', '--tenant', 's3cret/x', '--client-id', 'c']                      || 'it must be a GUID or a domain name'
        ['login', '--device-code', '--tenant', 't', '--client-id', ' ']                             || 'it must not be empty, and may contain only visible ASCII characters'
        ['login', '--device-code', '--tenant', 't', '--client-id', 'c', '--authority', 'http://s3cret'] || 'it must be an https origin'
        ['login', '--device-code', '--tenant', 't', '--client-id', 'c', '--timeout', '0s']          || 'it must be more than zero'
        ['login', '--device-code', '--tenant', 't', '--client-id', 'c', '--cloud', 's3cret']        || 'public, us-government, china'
        ['status', '--customer', 'c', '--order', 'o', '--store', 's', '--token-file', 't']          || '--token-file and --store cannot both be given'
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

    @IgnoreIf({ os.windows })
    def "Ctrl-C cancels the sign-in with 130"() {
        given:
        def builder = new ProcessBuilder(withInterrupts() + JavaCommandLine.words() + words('login', '--store', store))
        builder.environment().BROWSER = 'true'
        def process = builder.start()

        when:
        def said = process.errorStream.newReader('UTF-8').readLine()
        new ProcessBuilder('kill', '-INT', process.pid() as String).start().waitFor()

        then:
        said.contains('press Ctrl-C to cancel')
        process.waitFor(60, TimeUnit.SECONDS)
        process.exitValue() == 130
        !store.exists()

        cleanup:
        process?.destroyForcibly()
    }

    /** A background job of a shell ignores interrupts, and so would its child processes. */
    private static List<String> withInterrupts() {
        def words = ['env', '--default-signal=INT']
        new ProcessBuilder(words + 'true').start().waitFor() == 0 ? words : []
    }

    @IgnoreIf({ os.windows })
    def "the sign-in commands that the sandbox prints work in a shell with #args"() {
        given:
        def running = new SandboxRun('--sign-in', *args)
        def (login, status) = running.signIn
        def file = running.tokenFile

        expect:
        shell(login).contains('You are signed in')
        shell(status).contains('Fulfilled: ')

        when:
        running.close()

        then:
        running.exitCode == 0
        !file.parentFile.exists()

        where:
        args << [[], ['--tls']]
    }

    def "the browser command #command runs as #words"() {
        expect:
        new BrowserCommand(command).words(URI.create('https://a.example/x?y')) == words

        where:
        command                                || words
        'firefox'                              || ['firefox', 'https://a.example/x?y']
        "firefox${File.pathSeparator}chromium" || ['firefox', 'https://a.example/x?y']
        'open  -a %s --new'                    || ['open', '-a', 'https://a.example/x?y', '--new']
    }

    private CommandRun login(Map<String, String> environment = [:], Object... more) {
        CommandRun.of([PARTNER_CENTER_STORE: store as String] + environment, words('login', *more))
    }

    private List<Object> words(String command, Object... more) {
        def defaults = ['--tenant': authority.tenantId(), '--client-id': authority.clientId(), '--authority': authority.url(), '--trust-store': certificate]
        [command, *defaults.findAll { !(it.key in more) }.collectMany { [it.key, it.value] }, *more]*.toString()
    }

    private CommandRun status(Map<String, String> environment = [:], Object... more) {
        run(environment, 'status', '--customer', sandbox.customerId(), '--order', sandbox.orderId(), '--base-url', sandbox.baseUrl(), *more)
    }

    private CommandRun run(Map<String, String> environment, Object... args) {
        CommandRun.of([PARTNER_CENTER_STORE: store as String] + environment, [*args, '--trust-store', certificate])
    }

    private boolean noSecret(CommandRun run) {
        def tokens = JSON.readValue(JSON.readValue(store.text, Map).tokens as String, Map)
        def secrets = ['AccessToken', 'RefreshToken'].collectMany { tokens[it].values()*.secret }
        assert secrets.size() >= 2
        secrets.every { !(run.out + run.err).contains(it) }
    }

    /** Does what a browser does: loads the page and submits its form. */
    private String browse(String page) {
        def http = HttpClient.newBuilder().sslContext(sandbox.sslContext()).build()
        def html = http.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString()).body()
        def form = (html =~ /name="([^"]+)" value="([^"]*)"/).collect { "${it[1]}=${URLEncoder.encode(it[2], 'UTF-8')}" }.join('&')
        def action = URI.create((html =~ /action="([^"]+)"/)[0][1])
        http.send(HttpRequest.newBuilder(action).POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString()).body()
    }

    private static String shell(String line) {
        def process = new ProcessBuilder('sh', '-c', line).redirectError(ProcessBuilder.Redirect.DISCARD).start()
        def out = process.inputStream.getText('UTF-8')
        assert process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0
        out
    }
}
