package io.github.partnercenter4j.checks

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.testing.Javac
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import org.junit.platform.launcher.EngineFilter
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder
import org.junit.platform.launcher.core.LauncherFactory
import org.junit.platform.launcher.listeners.SummaryGeneratingListener
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Compiles and runs each Java example of the README and the guides as it is printed there. All are compiled by one run of the compiler. */
class JavaExamplesSpec extends Specification {
    private static final int JDK = Runtime.version().feature()
    private static final List<Example> ALL = Example.of('java').findAll { !it.ofConsumer && (JDK >= 21 || !it.text.contains('newVirtualThread')) }
    private static final List<Example> TESTS = ALL.findAll { it.text.contains('@Test') }
    private static final List<Example> PROGRAMS = ALL.findAll { it.text.contains('void main(') }
    private static final List<Example> STATEMENTS = ALL - TESTS - PROGRAMS
    private static final String KEY_STORE_PASSWORD = 'changeit'

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @Shared
    @TempDir
    Path folder

    @Shared
    @AutoCleanup
    URLClassLoader loader

    def setupSpec() {
        // Spring Boot would set up the logging of this JVM.
        System.setProperty('org.springframework.boot.logging.LoggingSystem', 'none')
        def sources = ALL.collect { example ->
            def statements = example in STATEMENTS
            def name = statements ? example.className : declaredClass(example)
            Files.writeString(folder.resolve(name.tokenize('.').last() + '.java'), statements ? classOf(example) : inTheSandbox(example.text, "\"${sandbox.baseUrl()}\""))
        }
        Javac.compile(sources, folder, Javac.testClassPath, JDK)
        loader = new URLClassLoader([folder.toUri().toURL()] as URL[], getClass().classLoader)
        surround()
    }

    def setup() {
        sandbox.reset()
    }

    def 'the statements at #example run'() {
        when:
        loader.loadClass(example.className).getMethod('run').invoke(null)

        then:
        notThrown(Exception)

        where:
        example << STATEMENTS
    }

    def 'the test at #example passes'() {
        given:
        def summary = new SummaryGeneratingListener()
        def before = Thread.currentThread().contextClassLoader
        Thread.currentThread().contextClassLoader = loader

        when:
        def request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(loader.loadClass(declaredClass(example))))
                .filters(EngineFilter.includeEngines('junit-jupiter')).build()
        LauncherFactory.create().execute(request, summary)

        then:
        summary.summary.failures*.exception == []
        summary.summary.testsSucceededCount == 1

        cleanup:
        Thread.currentThread().contextClassLoader = before

        where:
        example << TESTS
    }

    def 'the test at #example, which needs no Spring, has at most twenty lines'() {
        expect:
        example.text.readLines().dropWhile { !it.startsWith('@ExtendWith') }.size() <= 20

        where:
        example << TESTS.findAll { !it.text.contains('@SpringBootTest') }
    }

    def 'the program at #example says that the sample order is fulfilled'() {
        expect:
        run(example, [PARTNER_CENTER_TOKEN: sandbox.token()], sandbox.customerId(), sandbox.orderId()) == [0, "the line item is fulfilled${System.lineSeparator()}", '']

        where:
        example << PROGRAMS
    }

    def 'the program at #example says what is missing: #what'(Example example, String what, Map<String, String> environment, List<String> arguments, int exit, String message) {
        when:
        def (exitValue, out, err) = run(example, environment, *arguments)

        then:
        [exitValue, out] == [exit, '']
        err.readLines().size() == 1
        err.startsWith(message)

        where:
        [example, [what, environment, arguments, exit, message]] << [PROGRAMS, [
                ['the token', [:], ['a', 'b'], 1, 'There is no token, and nobody has signed in. Set the environment variable PARTNER_CENTER_TOKEN'],
                ['the order', [PARTNER_CENTER_TOKEN: 's3cret'], ['a'], 2, 'Usage: OrderStatus CUSTOMER ORDER']
        ]].combinations()
    }

    def 'the program at #example ends with the message of the exception'() {
        when:
        def (exitValue, out, err) = run(example, [PARTNER_CENTER_TOKEN: sandbox.token()], sandbox.customerId(), 'no-such-order')

        then:
        [exitValue, out] == [1, '']
        err.readLines().size() == 1
        err.contains('404')

        where:
        example << PROGRAMS
    }

    def 'the README and the guides show programs, tests and statements'() {
        expect:
        PROGRAMS && TESTS && STATEMENTS
    }

    /** Runs the program in its own JVM. Returns its exit code, standard output and standard error. */
    private List run(Example example, Map<String, String> environment, String... arguments) {
        def builder = new ProcessBuilder([Path.of(System.getProperty('java.home'), 'bin', 'java') as String,
                                          '-cp', ([folder] + Javac.testClassPath).join(File.pathSeparator), declaredClass(example), *arguments])
        builder.environment().keySet().removeIf { it.startsWith('PARTNER_CENTER_') }
        builder.environment().putAll([HOME: folder as String] + environment)
        def process = builder.start()
        def out = process.inputStream.text
        def err = process.errorStream.text
        assert process.waitFor(5, TimeUnit.MINUTES)
        [process.exitValue(), out, err]
    }

    private void surround() {
        def server = sandbox.authorizationServer().pollInterval(Duration.ZERO)
        def keys = newKeyStore()
        def credential = Credential.ofToken(sandbox.token())
        [
                sandbox      : sandbox,
                partnerCenter: PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(credential).build(),
                credential   : credential,
                accessToken  : sandbox.token(),
                refreshToken : server.refreshToken(),
                tenantId     : server.tenantId(),
                clientId     : server.clientId(),
                clientSecret : server.clientSecret(),
                customerId   : sandbox.customerId(),
                orderId      : sandbox.orderId(),
                orderIds     : [sandbox.orderId()] * 3,
                id           : UUID.randomUUID().toString(),
                trustedFile  : keys,
                trustPassword: KEY_STORE_PASSWORD as char[],
                clientFile   : keys,
                keyPassword  : KEY_STORE_PASSWORD as char[],
                folder       : folder
        ].each { name, value -> ExampleVariables[name] = value }
    }

    def cleanupSpec() {
        ExampleVariables.partnerCenter?.close()
    }

    private static String classOf(Example example) {
        """
        import static io.github.partnercenter4j.sandbox.Responses.*;

        import io.github.partnercenter4j.api.*;
        import io.github.partnercenter4j.client.*;
        import io.github.partnercenter4j.client.entra.*;
        import io.github.partnercenter4j.client.orders.*;
        import io.github.partnercenter4j.checks.ExampleVariables;
        import io.github.partnercenter4j.model.*;
        import io.github.partnercenter4j.sandbox.*;
        import io.github.partnercenter4j.sandbox.token.*;
        import io.github.partnercenter4j.sandbox.wire.*;
        import io.github.partnercenter4j.spring.*;
        import io.github.partnercenter4j.watch.*;
        import java.nio.file.*;
        import java.security.*;
        import java.time.*;
        import java.util.*;
        import java.util.concurrent.*;
        import javax.net.ssl.*;

        public class $example.className extends ExampleVariables {
            public static void run() throws Exception {
                ${inTheSandbox(example.text, 'sandbox.baseUrl()')}
            }
        }
        """
    }

    /** The example with the few changes by which its calls go to the sandbox, and its files to a folder of the test. */
    private static String inTheSandbox(String text, String baseUrl) {
        def calls = (text.contains('getProvisioningStatus') || text.contains('ProvisioningStatus.read')) && !text.contains('.baseUrl(')
        def builder = 'PartnerCenter.builder()'
        def tenant = '.tenant(tenantId)'
        def file = 'Path.of("tokens.json")'
        text.replace('PartnerCenter.fromEnvironment()', "${builder}.fromEnvironment().build()")
                .replace(builder, calls ? "${builder}.baseUrl($baseUrl)" : builder)
                .replace(tenant, tenant + '.authority(sandbox.authorizationServer().url()).sslContext(sandbox.sslContext())')
                .replace(file, 'folder.resolve("tokens.json")')
    }

    private static String declaredClass(Example example) {
        def name = (example.text =~ /(?m)^class (\w+)/)[0][1]
        def folder = example.text =~ /(?m)^package (\w+);/
        folder ? "${folder[0][1]}.$name" : name
    }

    private File newKeyStore() {
        def file = folder.resolve('keys.p12').toFile()
        def keyTool = [Path.of(System.getProperty('java.home'), 'bin', 'keytool').toString(), '-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC', '-genkeypair', '-alias', 'a', '-keyalg', 'EC', '-dname', 'CN=a',
                       '-storetype', 'PKCS12', '-keystore', file.toString(), '-storepass', KEY_STORE_PASSWORD]
        assert new ProcessBuilder(keyTool).redirectErrorStream(true).start().waitFor() == 0
        file
    }
}
