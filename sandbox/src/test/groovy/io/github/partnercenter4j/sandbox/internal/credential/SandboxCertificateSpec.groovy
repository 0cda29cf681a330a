package io.github.partnercenter4j.sandbox.internal.credential

import java.time.Duration
import java.time.Instant
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLHandshakeException
import javax.net.ssl.SSLServerSocket
import javax.net.ssl.SSLSocket
import spock.lang.Specification
import spock.lang.Timeout

/** A certificate of its own, not the one that all sandboxes of the process share. */
@Timeout(600)
class SandboxCertificateSpec extends Specification {

    def "a client that trusts the certificate connects, and no other does"() {
        given:
        def certificate = new SandboxCertificate()
        def store = certificate.trustStore()

        expect: 'the store has the certificate without the key'
        store.aliases().toList().every { store.isCertificateEntry(it) }
        store.size() == 1
        def entry = store.getCertificate(store.aliases().nextElement())
        entry.subjectAlternativeNames*.get(1).toSet() == ['127.0.0.1', 'localhost'] as Set
        entry.checkValidity(Date.from(Instant.now() + Duration.ofDays(30)))

        and: 'the same certificate is given again'
        certificate.trustStore().getCertificate(store.aliases().nextElement()) == entry

        and:
        connects(certificate.serverContext(), certificate.clientContext())
        !connects(certificate.serverContext(), SSLContext.default)
    }

    def "an interrupt ends the wait for the certificate, and the thread stays interrupted"() {
        when:
        Thread.currentThread().interrupt()
        new SandboxCertificate().trustStore()

        then:
        def e = thrown(UncheckedIOException)
        e.cause.message.startsWith('Interrupted while ')
        Thread.interrupted()
    }

    private static boolean connects(SSLContext server, SSLContext client) {
        def listener = (SSLServerSocket) server.serverSocketFactory.createServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))
        def serving = Thread.start {
            try (def socket = listener.accept()) {
                socket.inputStream.read()
            } catch (IOException ignored) {
                // The client left.
            }
        }
        try (def socket = (SSLSocket) client.socketFactory.createSocket('127.0.0.1', listener.localPort)) {
            socket.startHandshake()
            true
        } catch (SSLHandshakeException e) {
            false
        } finally {
            listener.close()
            serving.join()
        }
    }
}
