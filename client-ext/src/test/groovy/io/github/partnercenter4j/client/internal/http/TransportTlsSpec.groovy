package io.github.partnercenter4j.client.internal.http

import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.FAILED

import io.github.partnercenter4j.client.Keys
import io.github.partnercenter4j.client.RawServer
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.security.KeyStore
import java.security.cert.CertificateException
import java.time.Duration
import java.util.concurrent.CountDownLatch
import javax.net.ssl.SSLException
import org.apache.hc.client5.http.DnsResolver
import spock.lang.Shared
import spock.lang.TempDir

/** Which certificates are trusted. TlsConnectionSpec has the connections of a server that is trusted. */
class TransportTlsSpec extends TransportSpecification {
    @Shared
    @TempDir
    Path folder
    @Shared
    Map<String, KeyStore> keys

    def setupSpec() {
        def made = new Keys(folder)
        keys = [
            good      : made.signed('good', 'dns:localhost'),
            other     : made.signed('other', 'dns:other.example'),
            selfSigned: made.selfSigned('selfSigned', 'dns:localhost'),
            expired   : made.signed('expired', 'dns:localhost', ['-startdate', '-10d', '-validity', '5']),
            early     : made.signed('early', 'dns:localhost', ['-startdate', '+10d'])
        ]
    }

    def "a certificate that is #fault fails before a byte of the request is sent"() {
        given:
        serve(key) { it.request() }
        trust(trusted)

        when:
        get("https://localhost:${server.port}/")

        then:
        def e = thrown(TransportFailure)
        e.kind() == FAILED
        e.message.startsWith("The TLS handshake with localhost:${server.port} failed: $told")
        e.cause instanceof SSLException
        chain(e).any { it instanceof CertificateException }
        !e.isRepeatable()
        noSecret(e)
        server.requests.empty
        server.connections == 1
        transport.leased() == 0

        where:
        fault                       | key       | trusted   || told
        'self-signed'               | 'selfSigned' | 'other' || 'its certificate is not signed by a trusted authority'
        'of an unknown authority'   | 'good'    | 'other'   || 'its certificate is not signed by a trusted authority'
        'for another host'          | 'other'   | 'other'   || 'its certificate is not valid for this host name'
        'expired'                   | 'expired' | 'expired' || 'its certificate has expired'
        'not valid yet'             | 'early'   | 'early'   || 'its certificate is not valid yet'
    }

    def "no other address is tried if the certificate is invalid"() {
        given:
        serve('good') { it.request() }
        def twice = Stub(DnsResolver) {
            resolve(_ as String) >> ([InetAddress.loopbackAddress] * 2 as InetAddress[])
        }
        transport = new HttpTransport(transport.failures.settings, twice)

        when:
        get("https://localhost:${server.port}/")

        then:
        thrown(TransportFailure)
        server.connections == 1
    }

    def "without an own trust store the client trusts what the JVM trusts"() {
        given:
        serve('good') { it.request() }

        when:
        get("https://localhost:${server.port}/")

        then:
        def e = thrown(TransportFailure)
        e.message.contains('not signed by a trusted authority')
        server.requests.empty
    }

    def "a server without TLS receives a handshake and nothing else"() {
        given:
        def received = new ByteArrayOutputStream()
        def end = new CountDownLatch(1)
        server = new RawServer({ c ->
            try {
                c.send('HTTP/1.1 400 No\r\n\r\n')
                c.socket.inputStream.transferTo(received)
            } finally {
                end.countDown()
            }
        })

        when:
        get("https://localhost:${server.port}/")

        then:
        def e = thrown(TransportFailure)
        e.kind() == FAILED
        e.message.startsWith("The TLS handshake with localhost:${server.port} failed: ")
        await(end)
        received.toByteArray()[0] == 0x16 as byte
        !received.toString(StandardCharsets.ISO_8859_1).contains('s3cret')
    }

    private static List<Throwable> chain(Throwable failure) {
        failure == null ? [] : [failure] + chain(failure.cause)
    }

    private void serve(String key, Closure<?> script) {
        def factory = Keys.context(keys[key], null).serverSocketFactory
        server = new RawServer(factory.createServerSocket(0, 50, InetAddress.loopbackAddress), script)
    }

    private void trust(String key) {
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, LIMIT, Keys.context(null, keys[key]), null))
    }
}
