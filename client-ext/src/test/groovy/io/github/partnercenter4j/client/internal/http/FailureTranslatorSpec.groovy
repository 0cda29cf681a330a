package io.github.partnercenter4j.client.internal.http

import java.time.Duration
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase
import spock.lang.Specification

/** What a failure tells of, where no server is needed to bring it about. */
class FailureTranslatorSpec extends Specification {
    def failures = new FailureTranslator(new TransportSettings(Duration.ofSeconds(5), 1, 1_000_000))

    def 'the port is named also where #url leaves it out'() {
        expect:
        failures.failed(exchange(url), new ConnectException()).message.startsWith("Could not connect to $server (ConnectException)")

        where:
        url                    || server
        'http://a.example'     || 'a.example:80'
        'https://a.example'    || 'a.example:443'
        'https://a.example:81' || 'a.example:81'
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
