package io.github.partnercenter4j.sandbox

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLHandshakeException
import javax.net.ssl.TrustManagerFactory
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class TlsSpec extends Specification {

    @Shared @AutoCleanup PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().tls().start()

    def "a client that trusts the sandbox's certificate is answered over HTTPS, by #host"(String host) {
        given:
        def trust = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        trust.init(sandbox.trustStore())
        def context = SSLContext.getInstance('TLS')
        context.init(null, trust.trustManagers, null)

        when:
        def response = get(HttpClient.newBuilder().sslContext(context).build(), sandbox.baseUrl().replace('127.0.0.1', host))

        then:
        sandbox.baseUrl().startsWith('https://127.0.0.1:')
        response.statusCode() == 200
        response.body() == TlsSpec.getResourceAsStream('documented/200.json').bytes

        where:
        host << ['127.0.0.1', 'localhost']
    }

    def "a client that does not trust it gets no further than the handshake"() {
        when:
        get(HttpClient.newHttpClient(), sandbox.baseUrl())

        then:
        thrown(SSLHandshakeException)
    }

    def "the trust store holds no key"() {
        expect:
        sandbox.trustStore().aliases().toList().every { sandbox.trustStore().isCertificateEntry(it) }
    }

    def "a port that is taken is named"() {
        when:
        PartnerCenterSandbox.builder().port(URI.create(sandbox.baseUrl()).port).start()

        then:
        def e = thrown(UncheckedIOException)
        e.message.contains(URI.create(sandbox.baseUrl()).port as String)
    }

    private get(HttpClient client, String base) {
        client.send(HttpRequest.newBuilder(URI.create("$base/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus"))
            .header('Authorization', 'Bearer ' + sandbox.token()).build(), BodyHandlers.ofByteArray())
    }
}
