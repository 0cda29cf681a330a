package io.github.partnercenter4j.checks

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.environment.RestoreSystemProperties

/** Runs each command that the README and the guides show, against the sandbox. */
class CommandExamplesSpec extends Specification {
    private static final Path JAR = Repository.ROOT.resolve('cli/target/pcorders.jar')
    private static final String FIRST = './pcorders status --sandbox'
    private static final String SANDBOX = './pcorders sandbox'
    private static final List<Example> SIGN_INS = Example.of('sh').findAll { it.text.contains('./pcorders login ') }
    // A command without arguments in the text of a page is only a name.
    private static final List<String> INLINE =
            Example.pages().collectMany { (Files.readString(Repository.ROOT.resolve(it as String)) =~ /`(\.\/pcorders \w+ [^`\n]+)`/).collect { it[1] } }
    private static final List<String> LINES = ((Example.of('sh') - SIGN_INS).collectMany { it.text.readLines() } + INLINE).unique()
    /** TwoMachinesSpec runs these. */
    static final List<String> SHARED_WATCHES = LINES.findAll { it.startsWith('./pcorders watch ') && it.contains(' jdbc:') }
    private static final List<String> WATCHES = LINES.findAll { it.startsWith('./pcorders watch ') } - SHARED_WATCHES
    private static final List<String> OF_THE_JAR = LINES.findAll { it.startsWith('java ') }
    private static final List<String> SINGLE = LINES.findAll { it.startsWith('./pcorders ') } - SANDBOX - WATCHES - SHARED_WATCHES

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @Shared
    @TempDir
    Path folder

    @Shared
    Map<String, List<String>> more

    @Shared
    Map<String, String> environment = [PARTNER_CENTER_STORE: null]

    def setupSpec() {
        def server = sandbox.authorizationServer().pollInterval(Duration.ZERO)
        def certificate = sandbox.trustStore().getCertificate('sandbox').encoded.encodeBase64()
        def trusted = Files.writeString(folder.resolve('certificate.pem'), "-----BEGIN CERTIFICATE-----\n$certificate\n-----END CERTIFICATE-----\n")
        more = [login: ['--authority', server.url(), '--trust-store', trusted as String], status: ['--base-url', sandbox.baseUrl()], doctor: ['--base-url', sandbox.baseUrl()]]
        environment.PARTNER_CENTER_STORE = folder.resolve('sign-in.json') as String
        assert Pcorders.run(arguments('./pcorders login --tenant TENANT --client-id CLIENT --device-code'), environment).exitCode == 0
    }

    @RestoreSystemProperties
    def 'the commands after the sign-in at #example use it until logout'() {
        given:
        System.setProperty('user.home', folder as String)
        def names = example.text.readLines().collect { it.tokenize()[1] }

        when:
        def ended = names.withIndex().collectEntries { name, i -> [name, Pcorders.run(arguments(example.text.readLines()[i]))] }

        then:
        ended.findAll { name, end -> end.exitCode != 0 } == [:]
        names[0] == 'login' && names.size() > 1
        ended.login.out.contains(folder.resolve('.pcorders/sign-in.json') as String)
        !ended.status || ended.status.out.contains('Fulfilled: ')
        !ended.doctor || ended.doctor.out.readLines().takeWhile { it }.every { it.startsWith('ok ') }
        Files.exists(folder.resolve('.pcorders/sign-in.json')) != ('logout' in names)

        cleanup:
        Files.deleteIfExists(folder.resolve('.pcorders/sign-in.json'))

        where:
        example << SIGN_INS
    }

    def 'the command works: #line'() {
        when:
        def ended = Pcorders.run(arguments(line), environment)

        then:
        ended.exitCode == 0
        ended.err.readLines() == (line.contains(' --wait ') ? ['line item 0: fulfilled'] : [])
        ended.out.contains(line.contains('--help') ? 'Usage: pcorders ' : line.startsWith('./pcorders doctor') ? 'What to do: nothing' : 'fulfilled')

        where:
        line << SINGLE
    }

    @Requires(value = { Files.exists(CommandExamplesSpec.JAR) }, reason = 'needs the packed command, which "mvn verify" makes')
    def 'the first command of the README prints what the README shows'() {
        when:
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java') as String
        def process = new ProcessBuilder([java, '-jar', JAR as String] + FIRST.tokenize().drop(1)).start()
        def out = process.inputStream.text
        def err = process.errorStream.text

        then:
        process.waitFor(5, TimeUnit.MINUTES)
        [process.exitValue(), err] == [0, '']
        out == Example.of('').find { it.page == 'README.md' }.text.replace('\n', System.lineSeparator())
    }

    @Requires(value = { Files.exists(CommandExamplesSpec.JAR) }, reason = 'needs the packed command, which "mvn verify" makes')
    def 'the executable jar starts from an archive of its classes, with the two commands that the guide shows'() {
        given:
        Files.copy(JAR, folder.resolve('pcorders.jar'))

        when:
        def ended = [OF_THE_JAR[0], OF_THE_JAR[1].replace('-jar', '-Xlog:class+load -jar')].collect { line ->
            def java = Path.of(System.getProperty('java.home'), 'bin', 'java') as String
            def process = new ProcessBuilder([java] + line.tokenize().drop(1)).directory(folder.toFile()).redirectErrorStream(true).start()
            def printed = process.inputStream.text
            [process.waitFor(), printed]
        }

        then:
        OF_THE_JAR.size() == 2
        ended*.first() == [0, 0]
        ended[1].last() =~ /io\.github\.partnercenter4j\.\S+ source: shared objects file \(top\)/
    }

    def 'the sandbox runs until it is ended'() {
        given:
        def started = new CountDownLatch(1)
        def out = new StringWriter() {
            @Override
            void flush() {
                started.countDown()
            }
        }
        def thread = Thread.start { Pcorders.run(arguments(SANDBOX), [:], out) }

        when:
        def isStarted = started.await(5, TimeUnit.MINUTES)
        // The lines after the first show the token.
        def first = out.toString().readLines()[0]

        then:
        SANDBOX in LINES
        isStarted
        first =~ /http:\/\/127\.0\.0\.1:\d+/
        thread.alive

        cleanup:
        thread.interrupt()
        thread.join(300_000)
    }

    def 'the watch works: #line'() {
        given: 'the simulated orders need more than a minute, so the test does not wait for all'
        def sandboxed = line.contains('--sandbox')
        def more = sandboxed ? ['--for', '2s'] : ['--base-url', sandbox.baseUrl()]

        when:
        def ended = Pcorders.run(arguments(line) + more, environment)

        then:
        ended.exitCode == (sandboxed ? 10 : 0)
        ended.out =~ (sandboxed ? /\b(200|1\d\d)  pending/ : /\b1  fulfilled/)

        where:
        line << WATCHES
    }

    def 'no command is left out'() {
        expect:
        FIRST in LINES
        SIGN_INS
        WATCHES
        LINES - SINGLE - WATCHES - SHARED_WATCHES - OF_THE_JAR - SANDBOX == []
    }

    /** The arguments of a line, with values of the sandbox for its placeholders. */
    private List<String> arguments(String line) {
        def words = line.tokenize().drop(1)
        def server = sandbox.authorizationServer()
        def body = Files.writeString(folder.resolve('body'), '{"totalCount":1,"items":[{"lineItemNumber":0,"status":"fulfilled"}]}')
        def token = Files.writeString(folder.resolve('token'), sandbox.token())
        def orders = Files.writeString(folder.resolve('orders.csv'), "customerId,orderId\n${sandbox.customerId()},${sandbox.orderId()}\n")
        def values = ['watch ORDERS.csv'  : orders as String, '--results RESULTS.jsonl': folder.resolve('results.jsonl') as String, '--page PAGE.html': folder.resolve('page.html') as String,
                      '--customer ID'     : sandbox.customerId(), '--order ID': sandbox.orderId(), '--tenant TENANT': server.tenantId(), '--client-id CLIENT': server.clientId(),
                      '--token-file FILE' : token as String, 'decode FILE': body as String, '--content-type TYPE': 'application/json']
        def offline = words.any { it in ['--sandbox', '--help'] }
        words.withIndex().collect { word, i -> values.getOrDefault(i > 0 ? "${words[i - 1]} $word" as String : word, word) } + (offline ? [] : more.getOrDefault(words[0], []))
    }
}
