package io.github.partnercenter4j.client

import java.nio.file.Path
import java.security.KeyStore
import java.util.concurrent.CopyOnWriteArrayList
import java.util.function.UnaryOperator
import javax.net.ssl.SSLServerSocket
import javax.net.ssl.SSLSocket
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Settings of the builder that take effect on the wire. */
class BuilderTransportSpec extends Specification {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final String RESPONSE = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{"items":[]}'

    @Shared
    @TempDir
    Path folder
    @Shared
    KeyStore service
    @Shared
    KeyStore client
    @Shared
    KeyStore stranger
    @AutoCleanup(quiet = true)
    RawServer server
    List<String> shown = new CopyOnWriteArrayList<>()

    def setupSpec() {
        def keys = new Keys(folder)
        service = keys.signed('service', 'dns:localhost')
        client = keys.signed('client', 'dns:client.example')
        stranger = keys.signed('stranger', 'dns:stranger.example')
    }

    def 'the client certificate is sent to a service that requests one'() {
        given:
        serve(true)

        when:
        ask(builder().sslContext(Keys.context(client, service)))

        then:
        shown == ['CN=client']
        server.requests.size() == 1
    }

    def 'the call fails without the client certificate that the service requires: #sent'() {
        given:
        serve(true)

        when:
        ask(builder().sslContext(Keys.context(sent == 'no certificate' ? null : stranger, service)))

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.FAILED
        e.message.startsWith("localhost:${server.port} ")
        shown.empty
        server.requests.empty

        where:
        sent << ['no certificate', 'the certificate of a stranger']
    }

    def 'a service that the trust store contains is called'() {
        given:
        serve(false)

        when:
        ask(builder().sslContext(Keys.context(null, service)))

        then:
        server.requests.size() == 1
    }

    def 'nothing is sent to a service that the trust store does not contain'() {
        given:
        serve(false)

        when:
        ask(builder().sslContext(Keys.context(null, client)))

        then:
        thrown(TransportException)
        server.requests.empty
    }

    def 'proxy, proxy credentials, trust store and client certificate work together'() {
        given:
        serve(true)
        def proxy = new ConnectProxy('Basic ' + 'me:s3cret'.bytes.encodeBase64())

        when:
        ask(builder().sslContext(Keys.context(client, service)).proxy(proxy.url + '/').proxyCredentials('me', 's3cret'))

        then:
        shown == ['CN=client']
        proxy.requests.size() == 1
        !proxy.seen.contains('s3cret-token')
        server.requests[0].contains('Bearer s3cret-token')

        cleanup:
        proxy.close()
    }

    def 'the name of the application is sent'() {
        given:
        serve(false)

        when:
        ask(builder().sslContext(Keys.context(null, service)).options { o -> o.applicationName('Contoso Monitor') })

        then:
        server.requests[0].contains('\r\nMS-PartnerCenter-Application: Contoso Monitor\r\n')
    }

    def 'a view has its own options and those of the client, and none of another view'() {
        given:
        serve(false)

        when:
        builder().sslContext(Keys.context(null, service)).options { o -> o.locale('fr-FR') }.build().withCloseable { client ->
            [client.with({ it.locale('de-DE') } as UnaryOperator), client.with({ it.validateMfa(true) } as UnaryOperator), client].each {
                it.orders().getProvisioningStatus(CUSTOMER, 'order')
            }
        }

        then:
        server.requests.collect { it.readLines().findAll { it =~ /^(X-Locale|ValidateMfa)/ } } ==
                [['X-Locale: de-DE'], ['X-Locale: fr-FR', 'ValidateMfa: true'], ['X-Locale: fr-FR']]
    }

    private PartnerCenterBuilder builder() {
        PartnerCenter.builder().baseUrl("https://localhost:${server.port}").credential(Credential.ofToken('s3cret-token'))
    }

    private static void ask(PartnerCenterBuilder builder) {
        builder.build().withCloseable { it.orders().getProvisioningStatus(CUSTOMER, 'order') }
    }

    private void serve(boolean wantsCertificate) {
        def socket = (SSLServerSocket) Keys.context(service, client).serverSocketFactory.createServerSocket(0, 50, InetAddress.loopbackAddress)
        socket.needClientAuth = wantsCertificate
        server = new RawServer(socket, { c ->
            while (c.request() != null) {
                if (wantsCertificate) {
                    shown << ((SSLSocket) c.socket).session.peerPrincipal.name
                }
                c.send(RESPONSE)
            }
        })
    }
}
