package io.github.partnercenter4j.client.internal.http

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
        def proxy = ProxySettings.parse(proxyServer.url)

        when:
        def e = endOf(told) { Duration timeout ->
            transport.close()
            transport = new HttpTransport(new TransportSettings(bound == 'connect timeout' ? timeout : UNLIMITED, 10, LIMIT, null, proxy))
            get('https://localhost:1/', new TestCall(bound == 'deadline' ? timeout : UNLIMITED))
        }

        then:
        e.message.contains(told)
        e.message.contains(' within the connect timeout of ') == (bound == 'connect timeout')
        transport.leased() == 0

        where:
        does                        | play                                                     | bound             || told
        'is silent'                 | { it.hold() }                                            | 'connect timeout' || 'to open a tunnel'
        'is silent'                 | { it.hold() }                                            | 'deadline'        || 'to open a tunnel'
        'drips'                     | { it.drip('HTTP') }                                      | 'connect timeout' || 'to open a tunnel'
        'refuses without end'       | { it.send('HTTP/1.1 403 No\r\n\r\n'); it.drip('x') }     | 'connect timeout' || 'to open a tunnel'
        'opens a tunnel to silence' | { it.send('HTTP/1.1 200 Go\r\n\r\n'); it.hold() }        | 'connect timeout' || 'TLS handshake'
        'opens a tunnel to silence' | { it.send('HTTP/1.1 200 Go\r\n\r\n'); it.hold() }        | 'deadline'        || 'TLS handshake'
    }

    def 'an interrupt while the proxy is silent ends the call: #kind thread'() {
        given:
        proxyServer = new RawServer({ it.request(); it.hold() })
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, LIMIT, null, ProxySettings.parse(proxyServer.url)))
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
