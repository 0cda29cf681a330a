package io.github.partnercenter4j.client.internal.http

import io.github.partnercenter4j.client.RawServer
import java.time.Duration
import org.apache.hc.client5.http.HttpRoute
import org.apache.hc.client5.http.SystemDefaultDnsResolver
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase
import org.apache.hc.core5.http.HttpHost
import org.apache.hc.core5.util.Timeout

/** The connections of a client, without a call. */
class ConnectionPoolSpec extends TransportSpecification {
    private static final TransportSettings SETTINGS = new TransportSettings(Duration.ofMinutes(1), 1, LIMIT)
    private static final HttpRoute ROUTE = new HttpRoute(new HttpHost('http', 'a.example', 80))

    def "sockets have no timeout that is shorter than that of a long call"() {
        given:
        server = new RawServer({ it.hold() })
        def pool = new ConnectionPool(SETTINGS, SystemDefaultDnsResolver.INSTANCE)
        def endpoint = pool.lease('first', new HttpRoute(new HttpHost('http', '127.0.0.1', server.port)), Timeout.DISABLED, null).get(Timeout.ofMinutes(1))

        when:
        pool.connect(endpoint, null, new Exchange(call(), new HttpUriRequestBase('GET', URI.create(server.url))))

        then:
        endpoint.poolEntry.connection.socket.soTimeout == 0

        cleanup:
        pool.close()
    }

    def 'a connection that is leased at the moment of an interrupt goes back to the pool, closed'() {
        given:
        def pool = new ConnectionPool(SETTINGS, SystemDefaultDnsResolver.INSTANCE)

        when:
        pool.giveBack(pool.lease('1', ROUTE, Timeout.DISABLED, null))

        then:
        pool.totalStats.leased == 0
        pool.totalStats.available == 0

        cleanup:
        pool.close()
    }

    def 'all connections of a client may go to one service, and there are no more than were set'() {
        given:
        def pool = new ConnectionPool(new TransportSettings(Duration.ofMinutes(1), 37, LIMIT), SystemDefaultDnsResolver.INSTANCE)

        expect:
        [pool.maxTotal, pool.defaultMaxPerRoute] == [37, 37]

        cleanup:
        pool.close()
    }

    def 'only a request for a connection that still waits can be cancelled'() {
        given:
        def pool = new ConnectionPool(SETTINGS, SystemDefaultDnsResolver.INSTANCE)
        def first = pool.lease('1', ROUTE, Timeout.DISABLED, null)
        first.get(Timeout.ofSeconds(60))
        def second = pool.lease('2', ROUTE, Timeout.DISABLED, null)

        expect:
        second.cancel()
        !first.cancel()

        cleanup:
        pool.close()
    }
}
