package io.github.partnercenter4j.checks

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.testing.Javac
import io.micrometer.observation.ObservationRegistry
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import javax.net.ssl.SSLContext
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What the README shows is compiled and run, word for word. */
class ReadmeSpec extends Specification {
    private static final String README = Files.readString(Path.of('../README.md'))
    private static final int JDK = Runtime.version().feature()
    private static final List<String> COMMANDS =
            (blocks('sh').collectMany { it.readLines() } + (README =~ /`(\.\/pcorders [^`]+)`/).collect { it[1] }).findAll { it.startsWith('./pcorders ') }
    private static final List<String> SIGN_IN = blocks('sh').find { it.contains('./pcorders login ') }.readLines()
    private static final String BUILDER = 'PartnerCenter.builder()'
    private static final String KEY_STORE_PASSWORD = 'changeit'
    static final Path COMMAND = Path.of('../cli/target/pcorders.jar')
    private static final List<String> JAVA = blocks('java')
    private static final String PROGRAM = JAVA.find { it.contains('void main(') }

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @TempDir
    Path directory

    def 'the program tells that the sample order is fulfilled'() {
        given: 'the service of the program is the sandbox'
        def cloud = '.cloud(Cloud.PUBLIC)'
        assert PROGRAM.count(cloud) == 1
        def program = PROGRAM.replace(cloud, ".baseUrl(\"${sandbox.baseUrl()}\")")
        def name = (program =~ /class (\w+)/)[0][1]

        when:
        compile(name, PROGRAM)
        compile(name, program)
        def process = new ProcessBuilder(java(), '-cp', classPath(), name, sandbox.customerId(), sandbox.orderId())
        process.environment()['PARTNER_CENTER_TOKEN'] = sandbox.token()
        def running = process.start()
        def out = running.inputStream.text
        def err = running.errorStream.text

        then:
        running.waitFor(60, TimeUnit.SECONDS)
        [running.exitValue(), out, err] == [0, "0 fulfilled${System.lineSeparator()}the line item is fulfilled${System.lineSeparator()}", '']
    }

    def 'the snippet runs against the sandbox: #snippet'() {
        given: 'what the words around a snippet take for granted'
        compile('Snippet', """
            import io.github.partnercenter4j.client.*;
            import io.github.partnercenter4j.client.entra.*;
            import io.github.partnercenter4j.client.orders.*;
            import io.github.partnercenter4j.model.*;
            import io.micrometer.observation.*;
            import java.io.*;
            import java.nio.file.*;
            import java.security.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import javax.net.ssl.*;

            public class Snippet {
                public static PartnerCenter partnerCenter;
                public static String baseUrl;
                public static Credential credential;
                public static String customerId;
                public static String orderId;
                public static List<String> orderIds;
                public static String id;
                public static String tenantId;
                public static String clientId;
                public static String clientSecret;
                public static String refreshToken;
                public static ObservationRegistry observationRegistry;
                public static String proxyUser;
                public static String proxyPassword;
                public static SSLContext sslContext;
                public static File trustedFile;
                public static char[] trustPassword;
                public static File clientFile;
                public static char[] keyPassword;

                public static void run() throws Exception {
                    ${snippet.contains('getProvisioningStatus') ? snippet.replace(BUILDER, BUILDER + '.baseUrl(baseUrl)') : snippet}
                }
            }
            """)
        def loader = new URLClassLoader([directory.toUri().toURL()] as URL[], ReadmeSpec.classLoader)
        def snippetClass = loader.loadClass('Snippet')
        def keyStore = newKeyStore()
        def given = [
                baseUrl            : sandbox.baseUrl(),
                credential         : Credential.ofToken(sandbox.token()),
                customerId         : sandbox.customerId(),
                orderId            : sandbox.orderId(),
                orderIds           : [sandbox.orderId()] * 3,
                tenantId           : sandbox.authorizationServer().tenantId(),
                clientId           : sandbox.authorizationServer().clientId(),
                clientSecret       : sandbox.authorizationServer().clientSecret(),
                refreshToken       : sandbox.authorizationServer().refreshToken(),
                id                 : UUID.randomUUID().toString(),
                observationRegistry: ObservationRegistry.create(),
                proxyUser          : 'user',
                proxyPassword      : 's3cret',
                sslContext         : SSLContext.default,
                trustedFile        : keyStore,
                trustPassword      : KEY_STORE_PASSWORD as char[],
                clientFile         : keyStore,
                keyPassword        : KEY_STORE_PASSWORD as char[]
        ]
        given.partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(given.credential).build()
        given.each { name, value -> snippetClass.getField(name).set(null, value) }

        when: 'calls of a client that the snippet builds go to the sandbox, too'
        snippetClass.run()

        then:
        notThrown(Exception)

        cleanup:
        given?.partnerCenter?.close()
        loader?.close()

        where:
        snippet << (JAVA - PROGRAM).findAll { JDK >= 21 || !it.contains('newVirtualThread') }
    }

    @Requires(value = { Files.exists(ReadmeSpec.COMMAND) }, reason = 'needs the packed command, which "mvn verify" makes')
    def 'the command works as it stands: #line'() {
        given: 'for a real order, the ids, the token and the address of the sandbox'
        def token = Files.writeString(directory.resolve('token'), sandbox.token())
        def arguments = line.tokenize().drop(1).collect { [ID: null, FILE: token as String].getOrDefault(it, it) }
        arguments = arguments.withIndex().collect { it, i -> it ?: (arguments[i - 1] == '--customer' ? sandbox.customerId() : sandbox.orderId()) }
        if (!line.contains('--sandbox') && !line.contains('--help')) {
            arguments += ['--base-url', sandbox.baseUrl()]
        }

        when:
        def running = new ProcessBuilder([java(), '-jar', COMMAND.toString()] + arguments).start()
        def out = running.inputStream.text
        def err = running.errorStream.text

        then:
        running.waitFor(60, TimeUnit.SECONDS)
        [running.exitValue(), err] == [0, '']
        line.contains('--help') || out == README.split('and prints:\n\n```\n')[1].split('```')[0].replace('\n', System.lineSeparator())

        where:
        line << (COMMANDS - SIGN_IN).findAll { it.startsWith('./pcorders status ') }
    }

    @Requires(value = { Files.exists(ReadmeSpec.COMMAND) }, reason = 'needs the packed command, which "mvn verify" makes')
    def 'one sign-in serves the commands after it, until it is deleted'() {
        given: 'the ids and the address of the sandbox, whose person agrees at once'
        def authority = sandbox.authorizationServer().pollInterval(Duration.ZERO)
        def certificate = directory.resolve('certificate.pem')
        Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\n${sandbox.trustStore().getCertificate('sandbox').encoded.encodeBase64()}\n-----END CERTIFICATE-----\n")
        def values = [TENANT: authority.tenantId(), CLIENT: authority.clientId()]
        def more = [login: ['--authority', authority.url(), '--trust-store', certificate as String], status: ['--base-url', sandbox.baseUrl()], doctor: [], logout: []]

        when:
        def ended = SIGN_IN.collect { line ->
            def arguments = line.tokenize().drop(1)
            arguments = arguments.withIndex().collect { it, i -> it == 'ID' ? (arguments[i - 1] == '--customer' ? sandbox.customerId() : sandbox.orderId()) : values.getOrDefault(it, it) }
            def process = new ProcessBuilder([java(), "-Duser.home=$directory" as String, '-jar', COMMAND.toString()] + arguments + more[arguments[0]])
                .redirectError(ProcessBuilder.Redirect.DISCARD)
            process.environment().keySet().removeAll { it.startsWith('PARTNER_CENTER_') }
            def running = process.start()
            def out = running.inputStream.text
            [arguments[0], running.waitFor(), out]
        }

        then:
        ended*.take(2) == [['login', 0], ['status', 0], ['doctor', 0], ['logout', 0]]
        ended[0][2].contains(directory.resolve('.pcorders/sign-in.json') as String)
        ended[1][2].contains('Fulfilled: ')
        ended[2][2].readLines().takeWhile { it }.every { it.startsWith('ok ') }
        !Files.exists(directory.resolve('.pcorders/sign-in.json'))
    }

    @Requires(value = { Files.exists(ReadmeSpec.COMMAND) }, reason = 'needs the packed command, which "mvn verify" makes')
    def 'the body of a support case is decoded: #line'() {
        given:
        def body = Files.writeString(directory.resolve('body'), '{"totalCount":1,"items":[{"lineItemNumber":0,"status":"fulfilled"}]}')
        def arguments = line.tokenize().drop(1).collect { [FILE: body as String, TYPE: 'application/json'].getOrDefault(it, it) }

        when:
        def running = new ProcessBuilder([java(), '-jar', COMMAND.toString()] + arguments).start()

        then:
        running.inputStream.text.contains('fulfilled')
        running.waitFor() == 0

        where:
        line << COMMANDS.findAll { it.startsWith('./pcorders decode ') }
    }

    @Requires(value = { Files.exists(ReadmeSpec.COMMAND) }, reason = 'needs the packed command, which "mvn verify" makes')
    def 'the sandbox runs until it is ended: #line'() {
        given:
        def running = new ProcessBuilder([java(), '-jar', COMMAND.toString()] + line.tokenize().drop(1)).start()

        expect:
        running.inputStream.newReader('UTF-8').readLine() ==~ /The sandbox is running at http:\/\/127\.0\.0\.1:\d+\. Press Ctrl-C to stop it\./

        cleanup:
        running.destroy()

        where:
        line << COMMANDS.findAll { it == './pcorders sandbox' }
    }

    def 'no command of the README is left out'() {
        expect:
        SIGN_IN.every { it in COMMANDS }
        (COMMANDS - SIGN_IN).every { it ==~ /\.\/pcorders (status .*|decode .*|sandbox)/ }
        blocks('sh').collectMany { it.readLines() }.findAll { it && !it.startsWith('#') } - COMMANDS == ['mvn verify']
    }

    def 'every file that the README links to is there'() {
        expect:
        Files.exists(Path.of('..', file))

        where:
        file << (README =~ /\]\(([^)#]+)\)/).collect { it[1] }.findAll { !it.contains('://') }
    }

    def 'every module of the build is in the picture'() {
        given:
        def modules = (Files.readString(Path.of('../pom.xml')) =~ /<module>([^<]+)<\/module>/).collect { it[1] }

        expect:
        modules.every { README.contains("| `$it` |") }
    }

    private void compile(String name, String source) {
        def file = directory.resolve(name + '.java')
        Files.writeString(file, source)
        Javac.compile([file], directory, Javac.testClassPath, JDK)
    }

    private String classPath() {
        ([directory] + Javac.testClassPath).join(File.pathSeparator)
    }

    private File newKeyStore() {
        def file = directory.resolve('keys.p12')
        def keyTool = [Path.of(System.getProperty('java.home'), 'bin', 'keytool').toString(), '-genkeypair', '-alias', 'a', '-keyalg', 'EC', '-dname', 'CN=a',
                       '-storetype', 'PKCS12', '-keystore', file.toString(), '-storepass', KEY_STORE_PASSWORD]
        assert new ProcessBuilder(keyTool).redirectErrorStream(true).start().waitFor() == 0
        file.toFile()
    }

    private static String java() {
        Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
    }

    private static List<String> blocks(String language) {
        (README =~ /(?ms)^```$language\n(.*?)^```/).collect { it[1] }
    }
}
