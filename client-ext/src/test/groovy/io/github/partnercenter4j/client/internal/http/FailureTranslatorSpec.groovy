package io.github.partnercenter4j.client.internal.http

import io.github.partnercenter4j.client.internal.http.Exchange.Phase
import io.github.partnercenter4j.client.internal.http.Exchange.StopReason
import io.github.partnercenter4j.client.internal.http.TransportFailure.Kind
import java.security.cert.CertPathBuilderException
import java.security.cert.CertPathValidatorException
import java.security.cert.CertificateException
import java.security.cert.CertificateExpiredException
import java.security.cert.CertificateNotYetValidException
import java.time.Duration
import javax.net.ssl.SSLException
import javax.net.ssl.SSLHandshakeException
import javax.net.ssl.SSLPeerUnverifiedException
import org.apache.hc.client5.http.HttpHostConnectException
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase
import org.apache.hc.core5.http.ConnectionClosedException
import org.apache.hc.core5.http.MalformedChunkCodingException
import org.apache.hc.core5.http.MessageConstraintException
import org.apache.hc.core5.http.NoHttpResponseException
import org.apache.hc.core5.http.ProtocolException
import org.apache.hc.core5.http.TruncatedChunkException
import spock.lang.Specification

/** What a failure tells of, where no server is needed to bring it about. */
class FailureTranslatorSpec extends Specification {
    def failures = new FailureTranslator(new TransportSettings(Duration.ofSeconds(5), 7, 1_000_000))

    def 'the port is named also where #url leaves it out'() {
        expect:
        failures.failed(exchange(url), new ConnectException()).message.startsWith("Could not connect to $server: check the address")

        where:
        url                    || server
        'http://a.example'     || 'a.example:80'
        'https://a.example'    || 'a.example:443'
        'https://a.example:81' || 'a.example:81'
        'https://a.example:0'  || 'a.example:0'
    }

    def 'a connection that cannot be opened because of #exception is explained in words: #reason'() {
        expect:
        failures.failed(exchange(), exception).message ==
                "Could not connect to a.example:443$reason: check the address, and whether a firewall or proxy blocks the connection"

        where:
        exception                                                                         || reason
        new HttpHostConnectException('Connect to a.example:443 failed: Connection refused') || ' (the connection was refused)'
        new ConnectException('Connection refused')                                        || ' (the connection was refused)'
        new IOException('outer', new ConnectException('Connection refused: connect'))     || ' (the connection was refused)'
        new NoRouteToHostException('No route to host')                                    || ' (there is no route to the host)'
        new SocketException('Network is unreachable')                                     || ' (the network is unreachable)'
        new IOException('something else')                                                 || ''
        new IOException()                                                                 || ''
    }

    def 'no message has the name of a Java class'() {
        given:
        def exchange = exchange()
        exchange.phase(Exchange.Phase.WAITING_FOR_RESPONSE)

        expect:
        failures.failed(exchange, new IOException('x')).message == 'a.example:443 ended the exchange before the response was complete'
    }

    def 'a proxy that responds with #status may let the call through later: #repeatable'() {
        expect:
        failures.refusedByProxy(exchange(), status).isRepeatable() == repeatable
        failures.refusedByProxy(exchange(), status).message.endsWith(" refused the call to a.example:443: $reason")

        where:
        status || repeatable | reason
        407    || false      | 'it requires a user name and password, or rejected those it was given'
        499    || false      | 'it returned 499'
        500    || true       | 'it returned 500'
        503    || true       | 'it returned 503'
    }

    def 'a cause is shown if it is short and in one line, and repeats no token: #what'() {
        given:
        def cause = new IOException((String) message)

        expect:
        failures.failed(exchange(), cause).cause == (shown ? cause : null)
        failures.failed(exchange(), new IOException('outer', cause)).cause?.cause == (shown ? cause : null)

        where:
        what              | message            || shown
        'no message'      | null               || true
        'as long as can be' | 'x' * 1024       || true
        'too long'        | 'x' * 1025         || false
        'two lines'       | 'a\nb'             || false
        'a token'         | 'not s3cret-token' || false
    }

    def 'the message of an exchange that was stopped says what the client was doing: #phase'() {
        given:
        def exchange = exchange()
        exchange.phase(phase)

        when:
        def failure = failures.stopped(exchange, StopReason.DEADLINE, null)

        then:
        failure.message == "No complete response from a.example:443 within the timeout of 60 s, $doing"
        failure.kind() == Kind.TIMED_OUT
        !failure.repeatable

        where:
        phase                        || doing
        Phase.WAITING_FOR_CONNECTION || 'while waiting for one of the 7 connections'
        Phase.DNS_LOOKUP             || 'while looking up the host name'
        Phase.CONNECTING             || 'while connecting'
        Phase.PROXY_TUNNEL           || 'while waiting for a.example:443 to open a tunnel'
        Phase.TLS_HANDSHAKE          || 'during the TLS handshake'
        Phase.WAITING_FOR_RESPONSE   || 'while waiting for the response'
        Phase.READING_BODY           || 'after receiving 0 bytes of the body'
    }

    def 'an exchange that was stopped because of #reason may be repeated: #repeatable'() {
        given:
        def cause = new IOException('x')

        when:
        def failure = failures.stopped(exchange(), reason, cause)

        then:
        failure.message == message
        failure.kind() == kind
        failure.repeatable == repeatable
        failure.cause.is(cause)
        Thread.interrupted() == (reason == StopReason.INTERRUPTED)

        where:
        reason                     || kind             | repeatable | message
        StopReason.INTERRUPTED     || Kind.INTERRUPTED | false      | 'The thread was interrupted during the call to a.example:443, while waiting for one of the 7 connections'
        StopReason.DEADLINE        || Kind.TIMED_OUT   | false      | 'No complete response from a.example:443 within the timeout of 60 s, while waiting for one of the 7 connections'
        StopReason.CONNECT_TIMEOUT || Kind.TIMED_OUT   | true       | 'Could not connect to a.example:443 within the connect timeout of 5 s, while waiting for one of the 7 connections'
        StopReason.CLOSED          || Kind.FAILED      | false      | 'The client was closed during the call to a.example:443'
    }

    def 'a handshake that failed with #exception.class.simpleName is explained, and may be repeated: #repeatable'() {
        given:
        def exchange = exchange()
        exchange.phase(Phase.TLS_HANDSHAKE)

        when:
        def failure = failures.failed(exchange, new IOException('x', exception))

        then:
        failure.message == "The TLS handshake with a.example:443 failed: $reason"
        failure.repeatable == repeatable

        where:
        exception                                  || repeatable | reason
        new CertificateExpiredException('x')       || false      | 'its certificate has expired'
        new CertificateNotYetValidException('x')   || false      | 'its certificate is not valid yet; check the clock of this machine'
        new CertPathBuilderException('x')          || true       | 'its certificate is not signed by a trusted authority'
        new CertPathValidatorException('x')        || true       | 'its certificate is not signed by a trusted authority'
        new CertificateException('x')              || false      | 'its certificate is not valid for this host name'
        new SSLPeerUnverifiedException('x')        || false      | 'client and server could not agree on a secure connection'
        new SSLHandshakeException('x')             || true       | 'client and server could not agree on a secure connection'
        new EOFException('x')                      || true       | 'the connection was closed'
    }

    def 'a connection that failed with #exception.class.simpleName in the phase #phase is explained: #reason'() {
        given:
        def exchange = exchange()
        exchange.receiving(expected)
        exchange.received(3)
        exchange.phase(phase)

        expect:
        failures.failed(exchange, exception).message == "a.example:443 $reason"

        where:
        exception                             | phase                      | expected || reason
        new MessageConstraintException('x')   | Phase.WAITING_FOR_RESPONSE | -1       || 'sent headers larger than 1 MiB, or a line larger than 128 KiB'
        new NoHttpResponseException('x')      | Phase.WAITING_FOR_RESPONSE | -1       || 'closed the connection without a response'
        new ConnectionClosedException('x')    | Phase.WAITING_FOR_RESPONSE | -1       || 'closed the connection before the response was complete'
        new TruncatedChunkException('x')      | Phase.READING_BODY         | -1       || 'closed the connection after 3 bytes of the body'
        new ConnectionClosedException('x')    | Phase.READING_BODY         | 0        || 'closed the connection after 3 of 0 bytes of the body'
        new SocketException('x')              | Phase.READING_BODY         | 9        || 'reset the connection after 3 of 9 bytes of the body'
        new SSLException('x')                 | Phase.WAITING_FOR_RESPONSE | -1       || 'reset the connection before the response was complete'
        new MalformedChunkCodingException('x') | Phase.READING_BODY        | -1       || 'sent a malformed chunk after 3 bytes of the body'
        new IOException(new ProtocolException('x')) | Phase.WAITING_FOR_RESPONSE | -1 || 'sent an invalid HTTP/1.1 response'
        new IOException('x')                  | Phase.PROXY_TUNNEL         | -1       || 'ended the exchange before the response was complete'
    }

    def 'an exception that quotes what the server sent is not the cause, unlike others: #exception.class.simpleName'() {
        expect:
        (failures.failed(exchange(), exception).cause != null) == shown

        where:
        exception                                   || shown
        new IOException('x')                        || true
        new MalformedChunkCodingException('x')      || false
        new IOException(new ProtocolException('x')) || false
        new IllegalStateException('x')              || false
    }

    def 'with a proxy the message names the one that failed: #phase'() {
        given:
        failures = new FailureTranslator(new TransportSettings(Duration.ofSeconds(5), 7, 1_000_000, null, ProxySettings.parse('http://proxy.example:3128')))
        def exchange = exchange()
        exchange.phase(phase)

        expect:
        failures.failed(exchange, exception).message.startsWith(beginning)

        where:
        phase                      | exception                      || beginning
        Phase.DNS_LOOKUP           | new UnknownHostException('x')  || 'The host of the proxy proxy.example:3128 is unknown: '
        Phase.CONNECTING           | new ConnectException('x')      || 'Could not connect to the proxy proxy.example:3128: '
        Phase.PROXY_TUNNEL         | new NoHttpResponseException('x') || 'the proxy proxy.example:3128 closed the connection without a response'
        Phase.WAITING_FOR_RESPONSE | new NoHttpResponseException('x') || 'a.example:443 closed the connection without a response'
    }

    def 'without a proxy the message names the unknown host'() {
        given:
        def failure = failures.failed(exchange(), new UnknownHostException('x'))

        expect:
        failure.message == 'The host a.example is unknown: check the name, and that this machine can resolve it'
        !failure.repeatable
    }

    private static Exchange exchange(String url = 'https://a.example') {
        new Exchange(TransportSpecification.call(), new HttpUriRequestBase('GET', URI.create(url)))
    }
}
