package io.github.partnercenter4j.client.internal.http

import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.FAILED

import io.github.partnercenter4j.client.ConnectProxy
import io.github.partnercenter4j.client.Keys
import io.github.partnercenter4j.client.RawServer
import java.time.Duration
import java.util.concurrent.CountDownLatch

/** Connections over TLS to a server that is trusted. */
class TlsConnectionSpec extends TransportSpecification {
    def setup() {
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, LIMIT, Keys.context(null, Keys.localhost), null))
    }

    def "a call over TLS succeeds, and the connection is reused"() {
        given:
        serve { c ->
            while (c.request() != null) {
                c.send(RawServer.ok('secure'))
            }
        }

        expect:
        (1..3).every { text(get("https://localhost:${server.port}/")) == 'secure' }
        server.connections == 1
    }

    def "once connected, the connect timeout and the connect cancellation are removed: #scheme, by a proxy: #proxied"() {
        given:
        def left = []
        def script = { RawServer.Connection c ->
            c.request()
            left.addAll(transport.watchdog.running.collect { [it.connectDeadline, it.connecting] })
            c.send(RawServer.ok('connected'))
        }
        if (scheme == 'https') {
            serve(script)
        } else {
            server = new RawServer(script)
        }
        def proxy = new ConnectProxy()
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, LIMIT, Keys.context(null, Keys.localhost),
                proxied ? ProxySettings.parse(proxy.url) : null))

        expect:
        text(get("$scheme://localhost:${server.port}/".toString())) == 'connected'
        proxy.requests.size() == (proxied ? 1 : 0)
        left == [[null, null]]

        cleanup:
        proxy.close()

        where:
        [scheme, proxied] << [['http', 'https'], [false, true]].combinations()
    }

    def "a TLS connection is not reused after #what"() {
        given:
        def left = new CountDownLatch(1)
        serve { c ->
            if (server.connections == 1) {
                c.request()
                leave.call(c)
                left.countDown()
                c.hold()
            }
            c.request()
            c.send(RawServer.ok('second'))
        }

        expect:
        text(get("https://localhost:${server.port}/")).startsWith('first')

        when:
        await(left)

        then:
        text(get("https://localhost:${server.port}/")) == 'second'
        server.connections == 2

        where:
        what                              | leave
        'a response behind the body'      | { it.send(RawServer.ok('first') + RawServer.ok('forged')) }
        'a response behind a large body'  | { it.send("HTTP/1.1 200 OK\r\nX: ${'y' * 9000}\r\nContent-Length: 5\r\n\r\nfirst" + RawServer.ok('forged')) }
        // Larger than the buffers, so that only TLS still holds the rest.
        'a response behind a body in the same record' | { it.send("HTTP/1.1 200 OK\r\nContent-Length: 12000\r\n\r\nfirst${'y' * 11995}" + RawServer.ok('forged')) }
        'a record that comes later'       | { it.send(RawServer.ok('first')); it.send(RawServer.ok('forged')) }
        'the server closed it'            | { it.send(RawServer.ok('first')); it.socket.close() }
    }

    def "#kind over TLS ends the call"() {
        given:
        serve { it.request(); play.call(it) }

        when:
        get("https://localhost:${server.port}/", call(limit))

        then:
        def e = thrown(TransportFailure)
        e.kind() == expected
        transport.leased() == 0

        where:
        kind                                | limit                   | play                                                                        || expected
        'silence'                           | Duration.ofMillis(1500) | { it.hold() }                                                               || TransportFailure.Kind.TIMED_OUT
        'a dripping body'                   | Duration.ofMillis(1500) | { it.send('HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n'); it.drip('x') } || TransportFailure.Kind.TIMED_OUT
        'a bad status line and then silence' | Duration.ofMinutes(1)  | { it.send('HTTQ\r\n\r\n'); it.hold() }                                     || FAILED
    }

    private void serve(Closure<?> script) {
        def factory = Keys.context(Keys.localhost, null).serverSocketFactory
        server = new RawServer(factory.createServerSocket(0, 50, InetAddress.loopbackAddress), script)
    }
}
