package io.github.partnercenter4j.client.internal.http

import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.INTERRUPTED
import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.TIMED_OUT

import io.github.partnercenter4j.client.FullServer
import io.github.partnercenter4j.client.RawServer
import java.time.Duration
import java.util.concurrent.CountDownLatch
import org.apache.hc.client5.http.DnsResolver
import org.apache.hc.client5.http.SystemDefaultDnsResolver

/** A call that does not end fails the test instead of blocking the build. Until then it may take as long as a busy machine needs. */
class TransportDeadlineSpec extends TransportSpecification {

    def "#kind ends at the deadline, and not before it"() {
        given:
        server = new RawServer({ play.call(it) })

        when:
        def e = endOf(told) { Duration timeout -> get(server.url + '/', new TestCall(timeout)) }

        then:
        e.message ==~ /No complete response from 127.0.0.1:$server.port within the timeout of \d+ m?s, $told.*/
        !Thread.currentThread().isInterrupted()
        transport.leased() == 0

        where:
        kind                   | play                                                                                 || told
        'silence'              | { it.hold() }                                                                        || 'while waiting for the response'
        'a dripping status'    | { it.request(); it.drip('H') }                                                       || 'while waiting for the response'
        'headers without end'  | { it.request(); it.send('HTTP/1.1 200 OK\r\n'); it.drip('X-More: 1\r\n') }           || 'while waiting for the response'
        '1xx without end'      | { it.request(); it.drip('HTTP/1.1 102 Processing\r\n\r\n') }                         || 'while waiting for the response'
        'a dripping body'      | { it.request(); it.send('HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n'); it.drip('x') } || 'after receiving '
        'dripping chunks'      | { it.request(); it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'); it.drip('1\r\nx\r\n') } || 'after receiving '
        'a silent body'        | { it.request(); it.send('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'); it.hold() } || 'after receiving 3 of 9 bytes of the body'
        'a dripping 500'       | { it.request(); it.send('HTTP/1.1 500 No\r\nContent-Length: 999\r\n\r\n'); it.drip('x') } || 'after receiving '
    }

    def "waiting for a connection ends at the deadline"() {
        given:
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 1, LIMIT))
        def received = new CountDownLatch(1)
        def go = new CountDownLatch(1)
        server = new RawServer({ it.request(); received.countDown(); go.await(); it.send(RawServer.ok('first')) })
        def first = inThread { text(get()) }
        await(received)
        def timeout = Duration.ofMillis(500)
        long start = System.nanoTime()

        when:
        get(server.url + '/', call(timeout))

        then:
        def e = thrown(TransportFailure)
        Duration.ofNanos(System.nanoTime() - start) >= timeout
        e.kind() == TIMED_OUT
        e.message.contains('while waiting for one of the 1 connections')

        when:
        go.countDown()

        then:
        first.result() == 'first'
        transport.leased() == 0
        server.connections == 1
    }

    def "#phase ends at the #limit timeout"() {
        given:
        def full = new FullServer()
        def silent = new RawServer({ it.hold() })
        def url = [connecting: "http://127.0.0.1:$full.port/", handshake: "https://127.0.0.1:$silent.port/", lookup: 'http://never.example/'][phase]

        when:
        def e = endOf(told) { Duration timeout ->
            transport.close()
            transport = new HttpTransport(new TransportSettings(limit == 'connect' ? timeout : UNLIMITED, 10, LIMIT), stuck())
            get(url, new TestCall(limit == 'connect' ? UNLIMITED : timeout))
        }

        then:
        e.message.contains(told)
        e.message.contains(' within the connect timeout of ') == (limit == 'connect')
        e.isRepeatable() == (limit == 'connect')
        transport.leased() == 0

        cleanup:
        full.close()
        silent.close()

        where:
        phase        | limit     || told
        'lookup'     | 'connect' || 'while looking up the host name'
        'connecting' | 'connect' || 'while connecting'
        'handshake'  | 'connect' || 'during the TLS handshake'
        'lookup'     | 'call'    || 'while looking up the host name'
        'connecting' | 'call'    || 'while connecting'
        'handshake'  | 'call'    || 'during the TLS handshake'
    }

    def "an interrupt while #phase ends the call on a #kind thread"() {
        given:
        def full = new FullServer()
        def silent = new RawServer({ it.hold() })
        server = new RawServer({ it.request(); it.send('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc'); it.hold() })
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(10), 1, LIMIT), stuck())
        if (phase == 'waiting for a connection') {
            inThread { get() }.awaitIn('fill')
        }
        def url = [
            'waiting for a connection': server.url + '/',
            'looking up': 'http://never.example/',
            'connecting': "http://127.0.0.1:$full.port/",
            'shaking hands': "https://127.0.0.1:$silent.port/",
            'waiting for the response': silent.url + '/',
            'reading the body': server.url + '/'
        ][phase]
        def running = inThread(kind) { get(url) }
        running.awaitIn(method)

        when:
        running.thread.interrupt()
        def e = running.failure()

        then:
        e instanceof TransportFailure
        e.kind() == INTERRUPTED
        e.message.contains(told)
        running.interrupted
        transport.leased() == (phase == 'waiting for a connection' ? 1 : 0)

        cleanup:
        full.close()
        silent.close()

        where:
        [[phase, method, told], kind] << [[
            ['waiting for a connection', 'acquireEndpoint', 'while waiting for one of the 1 connections'],
            ['looking up', 'lookUp', 'while looking up the host name'],
            ['connecting', 'blockingConnect', 'while connecting'],
            ['shaking hands', 'startHandshake', 'during the TLS handshake'],
            ['waiting for the response', 'receiveResponseHeader', 'while waiting for the response'],
            ['reading the body', 'fill', 'of 9 bytes of the body']
        ], threadKinds()].combinations()
    }

    def "nothing is sent by an interrupted thread, nor after the deadline"() {
        given:
        server = RawServer.responding(RawServer.ok(''))

        when:
        Thread.currentThread().interrupt()
        get()

        then:
        def interrupted = thrown(TransportFailure)
        interrupted.kind() == INTERRUPTED
        Thread.interrupted()

        when:
        def late = call(Duration.ofNanos(1))
        get(server.url + '/', late)

        then:
        def passed = thrown(TransportFailure)
        passed.kind() == TIMED_OUT
        server.connections == 0
    }

    /** Looks up one host forever. */
    private DnsResolver stuck() {
        Stub(DnsResolver) {
            resolve(_ as String) >> { String host ->
                if (host == 'never.example') {
                    new CountDownLatch(1).await()
                }
                SystemDefaultDnsResolver.INSTANCE.resolve(host)
            }
        }
    }
}
