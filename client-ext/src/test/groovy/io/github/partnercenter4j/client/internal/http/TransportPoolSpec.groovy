package io.github.partnercenter4j.client.internal.http

import io.github.partnercenter4j.client.RawServer
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.CyclicBarrier
import org.apache.hc.client5.http.HttpRoute
import org.apache.hc.client5.http.SystemDefaultDnsResolver
import org.apache.hc.core5.http.HttpHost
import org.apache.hc.core5.util.TimeValue
import org.apache.hc.core5.util.Timeout

class TransportPoolSpec extends TransportSpecification {

    def "sequential calls share a connection"() {
        given:
        server = RawServer.responding(RawServer.ok('a'), RawServer.ok(''), 'HTTP/1.1 204 No\r\n\r\n', RawServer.ok('b'))

        when:
        5.times { get() }

        then:
        server.requests.size() == 5
        server.connections == 1
        transport.leased() == 0
    }

    def "a connection is not reused after #what, even if the next call follows at once"() {
        given:
        def left = new CountDownLatch(1)
        server = new RawServer({ c ->
            if (server.connections == 1) {
                c.request()
                leave.call(c)
                left.countDown()
                c.hold()
            }
            while (c.request() != null) {
                c.send(RawServer.ok('second'))
            }
        })

        expect:
        text(get()) == 'first'

        when:
        await(left)

        then:
        text(get()) == 'second'
        server.connections == 2
        server.requests.size() == 2
        transport.leased() == 0

        where:
        what                                | leave
        'bytes behind the body'             | { it.send(RawServer.ok('first') + 'surplus') }
        'one byte behind the body'          | { it.send(RawServer.ok('first') + '\n') }
        'a whole response behind the body'  | { it.send(RawServer.ok('first') + RawServer.ok('forged')) }
        'a response behind a large body'    | { it.send("HTTP/1.1 200 OK\r\nX: ${'y' * 9000}\r\nContent-Length: 5\r\n\r\nfirst" + RawServer.ok('forged')) }
        'a response that comes later'       | { it.send(RawServer.ok('first')); it.send(RawServer.ok('forged')) }
        'bytes behind the last chunk'       | { it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n0\r\n\r\nmore') }
        'the server closed it'              | { it.send(RawServer.ok('first')); it.socket.close() }
        'the server closed its half'        | { it.send(RawServer.ok('first')); it.socket.shutdownOutput() }
        'the server said close'             | { it.send('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nfirst') }
    }

    def "a request whose reused connection breaks is not sent again"() {
        given:
        server = new RawServer({ it.request(); it.send(RawServer.ok('first')); it.request() })
        get()

        when:
        get()

        then:
        thrown(TransportFailure)
        server.requests.size() == 2
        server.connections == 1
    }

    def "a call succeeds after #count failures, and no failure leaks a connection"() {
        given:
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 2, LIMIT))
        def faults = ['', 'HTTQ', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab', 'HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n' + 'x' * 1_100_000,
            'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz']
        server = new RawServer({
            it.request()
            int n = server.requests.size()
            it.send(n > count ? RawServer.ok('good') : faults[n % faults.size()])
        })

        when:
        def failures = (1..count).count {
            try {
                get()
                false
            } catch (TransportFailure ignored) {
                assert transport.leased() == 0
                true
            }
        }

        then:
        failures == count
        transport.leased() == 0
        text(get()) == 'good'

        where:
        count = 200
    }

    def "64 #kind threads get their own responses over 8 connections"() {
        given:
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 8, LIMIT))
        server = new RawServer({ c ->
            for (String request = c.request(); request != null; request = c.request()) {
                c.send(RawServer.ok((request =~ /GET \/(\S+)/)[0][1] as String))
            }
        })
        def start = new CyclicBarrier(64)

        when:
        def running = (1..64).collect { thread ->
            inThread(kind) {
                start.await()
                (1..20).every { n -> text(get("${server.url}/$thread-$n".toString())) == "$thread-$n" }
            }
        }

        then:
        running.every { it.result() }
        server.requests.size() == 64 * 20
        server.connections <= 8
        transport.leased() == 0

        where:
        kind << threadKinds()
    }

    def "interrupts at any moment leak no connection and mix up no responses"() {
        given:
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 1, LIMIT))
        server = new RawServer({ c ->
            for (String request = c.request(); request != null; request = c.request()) {
                c.send(RawServer.ok((request =~ /GET \/(\S+)/)[0][1] as String))
            }
        })

        when:
        def outcomes = (1..300).collect { n ->
            def running = inThread { text(get("${server.url}/$n".toString())) }
            // Interrupts at a different moment each time.
            (n * 500).times { Thread.onSpinWait() }
            running.thread.interrupt()
            def failure = running.failure()
            failure == null ? running.result() == "$n" : failure.kind() == TransportFailure.Kind.INTERRUPTED
        }

        then:
        outcomes.every()
        transport.leased() == 0
        text(get("${server.url}/last".toString())) == 'last'
    }

    def "a connection that becomes free at the moment of the interrupt goes back to the pool"() {
        given:
        def pool = new ConnectionPool(new TransportSettings(Duration.ofMinutes(1), 1, LIMIT), SystemDefaultDnsResolver.INSTANCE)
        def route = new HttpRoute(new HttpHost('http', 'localhost', 80))

        when:
        100.times {
            def first = pool.lease('first', route, Timeout.DISABLED, null).get(Timeout.ofMinutes(1))
            def second = inThread {
                def endpoint = pool.lease('second', route, Timeout.DISABLED, null).get(Timeout.ofMinutes(1))
                pool.release(endpoint, null, TimeValue.ZERO_MILLISECONDS)
            }
            second.awaitIn('await')
            second.thread.interrupt()
            pool.release(first, null, TimeValue.ZERO_MILLISECONDS)
            assert second.failure() == null || second.failure() instanceof InterruptedException
        }

        then:
        pool.totalStats.leased == 0

        cleanup:
        pool.close()
    }
}
