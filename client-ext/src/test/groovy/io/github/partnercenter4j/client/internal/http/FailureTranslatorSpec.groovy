package io.github.partnercenter4j.client.internal.http

import java.time.Duration
import org.apache.hc.client5.http.HttpHostConnectException
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase
import spock.lang.Specification

/** What a failure tells of, where no server is needed to bring it about. */
class FailureTranslatorSpec extends Specification {
    def failures = new FailureTranslator(new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000))

    def 'the port is named also where #url leaves it out'() {
        expect:
        failures.failed(exchange(url), new ConnectException()).message.startsWith("Could not connect to $server: check the address")

        where:
        url                    || server
        'http://a.example'     || 'a.example:80'
        'https://a.example'    || 'a.example:443'
        'https://a.example:81' || 'a.example:81'
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

        where:
        status || repeatable
        407    || false
        499    || false
        500    || true
        503    || true
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

    private static Exchange exchange(String url = 'https://a.example') {
        new Exchange(TransportSpecification.call(), new HttpUriRequestBase('GET', URI.create(url)))
    }
}
