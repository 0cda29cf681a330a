package io.github.partnercenter4j.client.internal.http

import io.github.partnercenter4j.client.internal.http.Exchange.StopReason
import java.time.Duration
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase
import spock.lang.Specification

/** One exchange: its path, its timeouts and its end. WatchdogSpec shows how it is stopped. */
class ExchangeSpec extends Specification {
    static final Duration LONG = Duration.ofHours(1)
    static final Duration PASSED = Duration.ofNanos(1)

    def 'the path is kept from HttpClient until the request is sent'() {
        given:
        def request = new HttpUriRequestBase('GET', URI.create('https://a.example'))
        request.path = '/a%2Fb?c={d}'

        when:
        def exchange = new Exchange(TransportSpecification.call(), request)

        then:
        request.path == '/'

        when:
        exchange.beforeSending(request)

        then:
        request.path == '/a%2Fb?c={d}'
        exchange.phase() == Exchange.Phase.WAITING_FOR_RESPONSE
    }

    def 'an exchange with a deadline of #deadline and a connect timeout of #connect has this reason to stop: #reason'() {
        given:
        def exchange = exchange('http://a.example', deadline)
        if (connect != null) {
            exchange.startConnectTimeout(connect)
        }

        expect:
        exchange.reasonToStop() == reason

        when:
        exchange.stopIfDue()

        then:
        exchange.stopReason() == reason
        exchange.request().cancelled == (reason != null)

        where:
        deadline | connect || reason
        LONG     | null    || null
        LONG     | LONG    || null
        LONG     | PASSED  || StopReason.CONNECT_TIMEOUT
        PASSED   | null    || StopReason.DEADLINE
        PASSED   | PASSED  || StopReason.DEADLINE
    }

    def 'a connect timeout does not stop an exchange that is connected'() {
        given:
        def exchange = exchange()
        exchange.startConnectTimeout(PASSED)

        when:
        exchange.connected()

        then:
        exchange.reasonToStop() == null
    }

    def 'an exchange of #url is secure: #secure'() {
        expect:
        exchange(url).secure == secure

        where:
        url                 || secure
        'http://a.example'  || false
        'https://a.example' || true
        'HTTPS://a.example' || true
    }

    def 'the bytes of the body are counted'() {
        given:
        def exchange = exchange()

        expect:
        exchange.expectedBytes() < 0

        when:
        exchange.receiving(10)
        exchange.received(3)
        exchange.received(4)

        then:
        [exchange.expectedBytes(), exchange.receivedBytes()] == [10L, 7L]
    }

    def 'an exchange that ends closes its connection'() {
        given:
        def exchange = exchange()

        when:
        exchange.finish()

        then:
        exchange.request().cancelled
    }

    private static Exchange exchange(String url = 'http://a.example', Duration timeout = LONG) {
        new Exchange(TransportSpecification.call(timeout), new HttpUriRequestBase('GET', URI.create(url)))
    }
}
