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

    def "a client that trusts the sandbox's certificate gets a response over HTTPS, from #host"(String host) {
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

    def "the handshake fails for a client that does not trust the certificate"() {
        when:
        get(HttpClient.newHttpClient(), sandbox.baseUrl())

        then:
        thrown(SSLHandshakeException)
    }

    def "the trust store contains no key"() {
        expect:
        sandbox.trustStore().aliases().toList().every { sandbox.trustStore().isCertificateEntry(it) }
    }

    def "the error for a port in use contains the port, and nothing stays running"() {
        given:
        def before = servers()

        when:
        PartnerCenterSandbox.builder().port(URI.create(sandbox.baseUrl()).port).start()

        then:
        def e = thrown(UncheckedIOException)
        e.message.contains(URI.create(sandbox.baseUrl()).port as String)
        servers() == before
    }

    /** The pools of Jetty's threads, named as qtp1234-5. */
    private static Set<String> servers() {
        Thread.allStackTraces.keySet()*.name.findAll { it.startsWith('qtp') }.collect { it.split('-')[0] }.toSet()
    }

    private get(HttpClient client, String base) {
        client.send(HttpRequest.newBuilder(URI.create("$base/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus"))
            .header('Authorization', 'Bearer ' + sandbox.token()).build(), BodyHandlers.ofByteArray())
    }
}
