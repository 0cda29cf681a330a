package io.github.partnercenter4j.cli

import io.github.partnercenter4j.cli.command.JavaCommandLine
import io.github.partnercenter4j.cli.signin.BrowserCommand
import io.github.partnercenter4j.sandbox.token.TokenResponse
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.IgnoreIf

/** The ways to sign in, and what goes wrong there. */
class SignInSpec extends SignInSpecification {
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

    def "the code is to be entered within #words if the sign-in may take #timeout"(String timeout, String words) {
        expect: 'it is valid for 15 minutes'
        login('--device-code', '--timeout', timeout).err.contains(" within $words. Waiting")

        where:
        timeout || words
        '59s'   || '59 s'
        '60s'   || '1 min'
        '1h'    || '15 min'
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
        shown.get(5, TimeUnit.MINUTES).contains('You are signed in.')
        status().exitCode == 0
        noSecret(login)
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
        doctor.out.contains("from the sign-in in $store")
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
        process.waitFor(5, TimeUnit.MINUTES)
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
        " ${File.pathSeparator} firefox "      || ['firefox', 'https://a.example/x?y']
        'open  -a %s --new'                    || ['open', '-a', 'https://a.example/x?y', '--new']
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
        assert process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0
        out
    }
}
