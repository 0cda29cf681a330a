package io.github.partnercenter4j.spring

import static io.github.partnercenter4j.spring.StartedApplication.start

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.entra.TokenStore
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import java.util.concurrent.CompletableFuture
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint
import org.springframework.boot.actuate.endpoint.Show
import org.springframework.context.ConfigurableApplicationContext
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Applications that sign in with what their properties refer to, at the sandbox's authorization server. */
class ConfiguredCredentialSpec extends Specification {
    private static final String PASSWORD = 's3cret-password'

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @Shared
    @TempDir
    Path folder

    ConfigurableApplicationContext context

    @Configuration(proxyBeanMethods = false)
    static class OwnStore {
        static String kept

        @Bean
        TokenStore tokens() {
            [load: { kept }, save: { kept = it }, requireWritable: {}, tryLock: { { -> } as TokenStore.Lock }] as TokenStore
        }
    }

    def setupSpec() {
        def trust = sandbox.trustStore()
        Files.newOutputStream(folder.resolve('trust.p12')).withCloseable { trust.store(it, PASSWORD.toCharArray()) }
        Files.writeString(folder.resolve('refresh-token'), sandbox.authorizationServer().refreshToken() + '\n')
        Files.writeString(folder.resolve('access-token'), sandbox.token() + '\n')
        Files.writeString(folder.resolve('client-secret'), sandbox.authorizationServer().clientSecret())
    }

    def setup() {
        OwnStore.kept = null
    }

    def cleanup() {
        context?.close()
    }

    def 'a refresh token and a secret are read from where the properties refer to: #secret'() {
        given:
        context = start(signIn() + ['partnercenter.credential.client-secret': secret.replace('FOLDER', folder as String), 'my.secret': sandbox.authorizationServer().clientSecret()])

        expect:
        calls()

        where:
        secret << ['file:FOLDER/client-secret', 'env:my.secret']
    }

    def 'a secret with #what is sent as it is'() {
        given:
        context = start(['partnercenter.base-url': sandbox.baseUrl(), 'partnercenter.credential.access-token': 'env:access.token', 'access.token': secret, x: 'resolved'])

        when:
        calls()

        then:
        thrown(ServiceException)
        sandbox.requests().last().header('Authorization') == ["Bearer $secret" as String]

        where:
        what                            | secret
        'a placeholder without a value' | 's3cret${missing}'
        'a placeholder with a value'    | 's3cret${x}'
        'a placeholder with a default'  | 's3cret${x:y}'
    }

    def 'the application authenticates with the certificate of an SSL bundle'() {
        given:
        def keys = folder.resolve('client.p12')
        def keyTool = [Path.of(System.getProperty('java.home'), 'bin', 'keytool') as String, '-genkeypair', '-alias', 'client', '-keyalg', 'RSA', '-dname', 'CN=client',
                       '-storetype', 'PKCS12', '-keystore', keys as String, '-storepass:env', 'KEYSTORE_PASSWORD']
        // Since JDK 22 Java logs the arguments of a process.
        assert new ProcessBuilder(keyTool).tap { environment().KEYSTORE_PASSWORD = PASSWORD }.redirectErrorStream(true).start().waitFor() == 0
        sandbox.authorizationServer().register(KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()).getCertificate('client'))

        when:
        context = start(signIn() + ['partnercenter.credential.certificate-bundle': 'client', 'spring.ssl.bundle.jks.client.keystore.location': "file:$keys",
                                    'spring.ssl.bundle.jks.client.keystore.password': PASSWORD])

        then:
        calls()
    }

    def 'the tokens are kept in the store of the application'() {
        given:
        context = start(signIn() + secret() + ['partnercenter.credential.store': folder.resolve('unused.json')], OwnStore)

        expect:
        calls()
        OwnStore.kept
        !Files.exists(folder.resolve('unused.json'))
    }

    def 'the tokens are kept in a file'() {
        given:
        context = start(signIn() + secret() + ['partnercenter.credential.store': folder.resolve('tokens.json')])

        expect:
        calls()
        Files.size(folder.resolve('tokens.json')) > 0
    }

    def 'a fixed access token is read again for each request'() {
        given:
        def file = Files.writeString(folder.resolve('changing'), 's3cret.of.yesterday')
        context = start('partnercenter.base-url': sandbox.baseUrl(), 'partnercenter.credential.access-token': "file:$file")

        when:
        Files.writeString(file, sandbox.token())

        then:
        calls()
    }

    def 'calls and the sign-in go through the proxy, with its user and password'() {
        given:
        def server = new ServerSocket(0, 5, InetAddress.loopbackAddress)
        def seen = CompletableFuture.supplyAsync { refused(server) }
        context = start((ofSignIn ? signIn() + secret() : ['partnercenter.credential.access-token': "file:${folder.resolve('access-token')}"]) +
                ['partnercenter.base-url': 'https://service.invalid', 'partnercenter.proxy.url': "http://127.0.0.1:$server.localPort", 'partnercenter.proxy.user': 'me',
                 'partnercenter.proxy.password': 'env:proxy.pass', 'proxy.pass': PASSWORD])

        when:
        calls()

        then:
        thrown(Exception)
        def lines = seen.get()
        lines[0] == "CONNECT $target HTTP/1.1".replace('AUTHORITY', sandbox.authorizationServer().url() - 'https://') as String
        "Proxy-Authorization: Basic ${"me:$PASSWORD".bytes.encodeBase64()}" as String in lines

        cleanup:
        server.close()

        where:
        ofSignIn || target
        false    || 'service.invalid:443'
        true     || 'AUTHORITY'
    }

    def 'calls trust the certificates of the SSL bundle, as the sign-in does'() {
        given: 'a server that knows no orders'
        context = start(signIn().findAll { !it.key.contains('credential') } + ['partnercenter.credential.access-token': "file:${folder.resolve('access-token')}", 'partnercenter.base-url': sandbox.authorizationServer().url()])

        when:
        calls()

        then:
        def e = thrown(PartnerCenterException)
        e.class == ServiceException && e.status() == 404
    }

    def 'neither the actuator nor the text of a bean shows a secret'() {
        given:
        context = start(signIn() + secret() + ['partnercenter.proxy.url': 'http://127.0.0.1:1', 'partnercenter.proxy.user': 'me', 'partnercenter.proxy.password': 'env:proxy.pass', 'proxy.pass': PASSWORD])
        def secrets = [sandbox.authorizationServer().refreshToken(), sandbox.authorizationServer().clientSecret(), PASSWORD]

        when:
        def endpoint = new ConfigurationPropertiesReportEndpoint([], Show.ALWAYS)
        endpoint.applicationContext = context
        def shown = endpoint.configurationPropertiesWithPrefix('partnercenter').contexts.values()*.beans*.values().flatten()*.properties.toString()
        def texts = context.beanDefinitionNames.findAll { it.toLowerCase(Locale.ROOT).contains('partnercenter') }.collect { context.getBean(it).toString() }

        then: 'the references are shown'
        shown.contains("file:${folder.resolve('refresh-token')}")
        shown.contains('env:proxy.pass')
        texts.any { it.contains('env:proxy.pass') }
        !secrets.any { secret -> shown.contains(secret) || texts.any { it.contains(secret) } }
    }

    /** Refuses one request, and returns its lines. */
    private static List<String> refused(ServerSocket server) {
        server.accept().withCloseable { socket ->
            def reader = socket.inputStream.newReader('ISO-8859-1')
            def head = []
            for (def line = reader.readLine(); line; line = reader.readLine()) {
                head << line
            }
            socket.outputStream.write('HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n'.bytes)
            head
        }
    }

    private boolean calls() {
        context.getBean(OrdersApi).getProvisioningStatus(sandbox.customerId(), sandbox.orderId()).items().size() == 1
    }

    private Map<String, Object> secret() {
        ['partnercenter.credential.client-secret': "file:${folder.resolve('client-secret')}"]
    }

    private Map<String, Object> signIn() {
        ['partnercenter.base-url': sandbox.baseUrl(),
         'partnercenter.ssl.bundle': 'sandbox',
         'spring.ssl.bundle.jks.sandbox.truststore.location': "file:${folder.resolve('trust.p12')}",
         'spring.ssl.bundle.jks.sandbox.truststore.password': PASSWORD,
         'partnercenter.credential.tenant': sandbox.authorizationServer().tenantId(),
         'partnercenter.credential.client-id': sandbox.authorizationServer().clientId(),
         'partnercenter.credential.authority': sandbox.authorizationServer().url(),
         'partnercenter.credential.refresh-token': "file:${folder.resolve('refresh-token')}"]
    }
}
