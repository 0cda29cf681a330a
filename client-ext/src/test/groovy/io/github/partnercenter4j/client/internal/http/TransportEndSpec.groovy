package io.github.partnercenter4j.client.internal.http

import io.github.partnercenter4j.client.RawServer
import java.time.Duration
import java.util.concurrent.CountDownLatch
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase

/** How a call ends that is closed, interrupted or late, and what is left of it. */
class TransportEndSpec extends TransportSpecification {
    def "a closed transport throws, and its watchdog has ended"() {
        given:
        server = RawServer.responding(RawServer.ok(''))
        get()

        expect:
        transport.isWatching()

        when:
        transport.close()
        get()

        then:
        def e = thrown(IllegalStateException)
        e.message.startsWith('The client is closed')
        server.requests.size() == 1
        transport.watchdog.thread.join(300_000)
        !transport.isWatching()
    }

    def "a call uses one connection and is watched while it runs, also if only the beginning of its body is read"() {
        given:
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, 10))
        def during = []
        server = new RawServer({
            it.request()
            during << [transport.leased(), transport.watchdog.running.size()]
            it.send(rawResponse('500 No', new byte[11]))
            it.hold()
        })

        expect:
        bytes(get()).length == 10
        during == [[1, 1]]
        transport.leased() == 0
        transport.watchdog.running.empty
    }

    def "an exception counts as the interrupt or the close that happened before: interrupted #interrupted, closed #closed"() {
        given:
        def exchange = new Exchange(call(), new HttpUriRequestBase('GET', URI.create('http://a.example')))
        if (closed) {
            transport.close()
        }
        if (interrupted) {
            Thread.currentThread().interrupt()
        }

        when:
        def failure = transport.translate(exchange, exception)

        then:
        Thread.interrupted() == interrupted
        failure.message.startsWith(message)
        failure instanceof TransportFailure || failure.is(exception)

        where:
        interrupted | closed | exception                      || message
        true        | false  | new IOException('x')           || 'The thread was interrupted during the call to a.example:80'
        true        | true   | new IOException('x')           || 'The thread was interrupted during the call to a.example:80'
        false       | true   | new IOException('x')           || 'The client was closed during the call to a.example:80'
        false       | false  | new IOException('x')           || 'Could not connect to a.example:80'
        false       | false  | new IllegalStateException('x') || 'x'
    }

    def "a call without a response ends at its deadline"() {
        given:
        server = new RawServer({ it.hold() })

        when:
        get(server.url + '/', call(Duration.ofMillis(50)))

        then:
        def e = thrown(TransportFailure)
        e.kind() == TransportFailure.Kind.TIMED_OUT
    }

    def "a repeated attempt on a closed transport tells that the client was closed during the call"() {
        given:
        transport.close()

        when:
        get('http://127.0.0.1:1/', new TestCall(Duration.ofMinutes(1)) {
            boolean isRepeat() {
                true
            }
        })

        then:
        def e = thrown(TransportFailure)
        e.message.startsWith('The client was closed during the call')
    }

    def "closing closes the connections that wait for the next call"() {
        given:
        def closed = new CountDownLatch(1)
        server = new RawServer({ c ->
            try {
                while (c.request() != null) {
                    c.send(RawServer.ok(''))
                }
            } finally {
                closed.countDown()
            }
        })
        get()

        when:
        transport.close()

        then:
        await(closed)
    }

    def "closing stops a running call"() {
        given:
        def received = new CountDownLatch(1)
        server = new RawServer({ it.request(); received.countDown(); it.hold() })
        def running = inThread { get() }
        await(received)

        when:
        transport.close()

        then:
        with(running.failure(), TransportFailure) {
            kind() == TransportFailure.Kind.FAILED
            message.startsWith('The client was closed during the call')
        }
    }
}
