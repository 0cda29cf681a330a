package io.github.partnercenter4j.client.internal.http

import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.TIMED_OUT

import io.github.partnercenter4j.client.RawServer
import java.time.Duration
import spock.lang.AutoCleanup

/** A proxy that does not respond in time. */
class ProxyDeadlineSpec extends TransportSpecification {
    @AutoCleanup(quiet = true)
    RawServer proxyServer

    def 'a proxy that #does ends the call at the #bound'() {
        given:
        proxyServer = new RawServer({ it.request(); play.call(it) })
        transport = new HttpTransport(new TransportSettings(Duration.ofMillis(connect), 10, LIMIT, null, ProxySettings.parse(proxyServer.url)))
        long start = System.nanoTime()

        when:
        get('https://localhost:1/', call(Duration.ofMillis(deadline)))

        then:
        def e = thrown(TransportFailure)
        e.kind() == TIMED_OUT
        e.message.contains(told)
        Duration.ofNanos(System.nanoTime() - start) >= Duration.ofMillis(Math.min(connect, deadline))
        transport.leased() == 0

        where: 'even a busy machine opens a tunnel in three seconds'
        does                          | play                                                                           | connect | deadline || bound             | told
        'is silent'                   | { it.hold() }                                                                  | 500     | 20_000   || 'connect timeout' | 'to open a tunnel'
        'is silent'                   | { it.hold() }                                                                  | 20_000  | 500      || 'deadline'        | 'to open a tunnel'
        'drips'                       | { it.drip('HTTP') }                                                            | 500     | 20_000   || 'connect timeout' | 'to open a tunnel'
        'refuses without end'         | { it.send('HTTP/1.1 403 No\r\n\r\n'); it.drip('x') }                           | 500     | 20_000   || 'connect timeout' | 'to open a tunnel'
        'opens a tunnel to silence'   | { it.send('HTTP/1.1 200 Go\r\n\r\n'); it.hold() }                              | 3_000   | 20_000   || 'connect timeout' | 'TLS handshake'
        'opens a tunnel to silence'   | { it.send('HTTP/1.1 200 Go\r\n\r\n'); it.hold() }                              | 20_000  | 3_000    || 'deadline'        | 'TLS handshake'
    }

    def 'an interrupt while the proxy is silent ends the call: #kind thread'() {
        given:
        proxyServer = new RawServer({ it.request(); it.hold() })
        transport = new HttpTransport(new TransportSettings(Duration.ofSeconds(5), 10, LIMIT, null, ProxySettings.parse(proxyServer.url)))
        def running = inThread(kind) { get('https://localhost:1/') }
        running.awaitIn('createTunnelToTarget')

        when:
        running.thread.interrupt()

        then:
        def e = running.failure()
        e.kind() == TransportFailure.Kind.INTERRUPTED
        running.interrupted
        transport.leased() == 0

        where:
        kind << threadKinds()
    }
}
