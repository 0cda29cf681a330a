package io.github.partnercenter4j.client.internal.http

import io.github.partnercenter4j.client.FullServer
import io.github.partnercenter4j.client.RunningCall
import java.nio.channels.SocketChannel
import java.time.Duration
import java.util.concurrent.CancellationException
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import org.apache.hc.client5.http.DnsResolver
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase
import org.apache.hc.core5.http.ConnectionClosedException
import org.apache.hc.core5.http.HttpHost
import org.apache.hc.core5.http.io.SocketConfig
import org.apache.hc.core5.util.TimeValue
import org.apache.hc.core5.util.Timeout
import spock.lang.Specification

/** Opening connections and keeping them, where no server is needed. */
class ConnectorSpec extends Specification {
    static final TransportSettings SETTINGS = new TransportSettings(Duration.ofMinutes(1), 1, 1_000_000)
    static final HttpHost HOST = new HttpHost('http', 'a.example', 80)

    Closure<InetAddress[]> lookup = { throw new UnknownHostException(it) }
    def connector = new Connector(SETTINGS, Stub(DnsResolver) { resolve(_ as String) >> { String host -> lookup(host) } })
    def connection = PooledConnection.create('connection-7')
    def exchange = new Exchange(TransportSpecification.call(), new HttpUriRequestBase('GET', URI.create('http://a.example')))

    def 'each method of HttpClient 5.5 and 5.6 connects: #iterationIndex'() {
        when:
        connect(connector, connection, exchange)

        then:
        thrown(UnknownHostException)
        exchange.phase() == Exchange.Phase.DNS_LOOKUP
        exchange.@connectDeadline != null

        where:
        connect << [
                { Connector it, connection, context -> it.connect(connection, HOST, null, TimeValue.ofSeconds(1), SocketConfig.DEFAULT, context) },
                { Connector it, connection, context -> it.connect(connection, HOST, null, null, null, Timeout.ofSeconds(1), SocketConfig.DEFAULT, null, context) },
                { Connector it, connection, context -> it.connect(connection, HOST, null, null, Timeout.ofSeconds(1), SocketConfig.DEFAULT, null, context) }]
    }

    def 'TLS cannot start on a connection that is closed: #iterationIndex'() {
        when:
        upgrade(connector, connection, exchange)

        then:
        thrown(ConnectionClosedException)

        where:
        upgrade << [
                { Connector it, connection, context -> it.upgrade(connection, new HttpHost('https', 'a.example', 443), context) },
                { Connector it, connection, context -> it.upgrade(connection, new HttpHost('https', 'a.example', 443), null, null, context) }]
    }

    def 'the thread of a lookup does not keep the program alive'() {
        given:
        def daemon = false
        lookup = {
            daemon = Thread.currentThread().daemon
            throw new UnknownHostException(it)
        }

        when:
        connect()

        then:
        thrown(UnknownHostException)
        daemon
    }

    def 'a lookup that fails with #failure.class.simpleName fails the connection'() {
        given:
        lookup = { throw failure }

        when:
        connect()

        then:
        def e = thrown(IOException)
        e.is(failure) || e.cause.is(failure)

        where:
        failure << [new UnknownHostException('x'), new IllegalStateException('x')]
    }

    def 'an interrupt ends the wait for a lookup, and the flag is set again'() {
        given:
        def over = new CountDownLatch(1)
        lookup = { over.await(5, TimeUnit.MINUTES); null }

        when:
        Thread.currentThread().interrupt()
        connect()

        then:
        thrown(InterruptedIOException)
        Thread.interrupted()

        cleanup:
        over.countDown()
    }

    def 'an exchange that is stopped ends the wait for its lookup'() {
        given:
        def over = new CountDownLatch(1)
        lookup = {
            exchange.stop(Exchange.StopReason.CLOSED)
            over.await(5, TimeUnit.MINUTES)
            null
        }

        when:
        connect()

        then:
        thrown(CancellationException)

        cleanup:
        over.countDown()
    }

    def 'an exchange that is stopped closes the connection that is being opened'() {
        given:
        def full = new FullServer()
        lookup = { [InetAddress.loopbackAddress] as InetAddress[] }
        def running = new RunningCall('platform', { connect(full.port) })
        running.awaitIn('blockingConnect')

        expect:
        exchange.phase() == Exchange.Phase.CONNECTING

        when:
        exchange.stop(Exchange.StopReason.CLOSED)

        then:
        running.failure() instanceof IOException

        cleanup:
        full.close()
    }

    def 'a host of which no address can be reached is not unknown'() {
        given:
        int port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
        lookup = { ['127.0.0.2', '127.0.0.1'].collect { InetAddress.getByName(it) } as InetAddress[] }

        when:
        connect(port)

        then:
        thrown(ConnectException)
    }

    def 'a host without an address is unknown'() {
        given:
        lookup = { new InetAddress[0] }

        when:
        connect()

        then:
        thrown(UnknownHostException)
    }

    def 'a connection has the id that the log shows, and no socket before it is open'() {
        expect:
        connection.id == 'connection-7'
        connection.socket == null
        connection.stale
    }

    def "a socket that arrives after its connection was closed is closed, too"() {
        given:
        def socket = SocketChannel.open().socket()
        connection.close()

        when:
        connection.bind(socket)

        then:
        thrown(InterruptedIOException)
        socket.closed
    }

    def "a connection that is closed closes its socket"() {
        given:
        def socket = SocketChannel.open().socket()
        connection.bind(socket)

        when:
        connection.close()

        then:
        socket.closed
    }

    private void connect(int port = 80) {
        connector.connect(connection, new HttpHost('http', 'a.example', port), null, null, null, SocketConfig.DEFAULT, null, exchange)
    }
}
