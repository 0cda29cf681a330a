package io.github.partnercenter4j.sandbox.internal.relay

import io.github.partnercenter4j.sandbox.internal.relay.WirePlans.Plan
import io.github.partnercenter4j.sandbox.wire.HttpHead
import io.github.partnercenter4j.sandbox.wire.WireFault
import io.github.partnercenter4j.sandbox.wire.WireServer
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import javax.net.ServerSocketFactory
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout

/** Stands between a socket and a server that sends what the test says. */
@Timeout(600)
class RelaySpec extends Specification {

    static final GET = 'GET /a HTTP/1.1\r\nHost: x\r\n\r\n'
    static final OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'

    List<String> received = new CopyOnWriteArrayList<>()
    List<String> responses = []
    List<HttpHead> journal = new CopyOnWriteArrayList<>()
    WirePlans plans = new WirePlans()

    @AutoCleanup
    WireServer upstream = WireServer.start { connection ->
        for (def head = HttpHead.read(connection.input()); head != null; head = HttpHead.read(connection.input())) {
            received << head.startLine() + '|' + new String(head.body(connection.input()))
            if (responses.empty) {
                return
            }
            connection.write(responses.remove(0).bytes)
        }
    }

    @AutoCleanup
    Relay relay = new Relay(ServerSocketFactory.default, 0, upstream.port(), journal::add, plans)

    def "requests and responses pass unchanged while the connection stays open, and each request is recorded"() {
        given:
        responses.addAll(OK, 'HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n', 'HTTP/1.1 204 No\r\n\r\n')

        expect:
        exchange(GET + 'POST /b HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc' + 'DELETE /c HTTP/1.1\r\nHost: x\r\n\r\n') ==
            OK + 'HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n' + 'HTTP/1.1 204 No\r\n\r\n'
        received == ['GET /a HTTP/1.1|', 'POST /b HTTP/1.1|abc', 'DELETE /c HTTP/1.1|']
        journal*.startLine() == ['GET /a HTTP/1.1', 'POST /b HTTP/1.1', 'DELETE /c HTTP/1.1']
    }

    def "a response to HEAD has a Content-Length and no body"() {
        given:
        responses.addAll('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n', OK)

        expect:
        exchange('HEAD /a HTTP/1.1\r\n\r\n' + GET) == 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n' + OK
    }

    def "after a response with Connection #connection to HTTP/#version the connection stays open: #open"(String version, String connection, boolean open) {
        given:
        def headers = connection ? "Connection: $connection\r\n" : ''
        def response = "HTTP/1.1 200 OK\r\n${headers}Content-Length: 0\r\n\r\n".toString()
        responses.addAll(response, response)

        expect:
        exchange("GET /a HTTP/$version\r\n\r\nGET /b HTTP/$version\r\n\r\n") == (open ? response * 2 : response)

        where:
        version | connection   || open
        '1.1'   | ''           || true
        '1.1'   | 'keep-alive' || true
        '1.1'   | 'Close'      || false
        '1.0'   | ''           || false
        '1.0'   | 'close'      || false
        '1.0'   | 'Keep-Alive' || true
    }

    def "a plan delays the response and is removed from it, and the connection stays open"() {
        given:
        def name = plans.add(new Plan(Duration.ofMillis(50), null))
        responses.addAll(OK.replace('\r\n\r\n', "\r\nSandbox-Wire-Plan: $name\r\n\r\n"), OK)
        def start = System.nanoTime()

        expect:
        exchange(GET + GET) == OK + OK
        System.nanoTime() - start >= Duration.ofMillis(50).toNanos()
        plans.take(name) == null
    }

    def "the connection is closed after a response with a plan that says so"() {
        given:
        def name = plans.add(new Plan(Duration.ZERO, null))
        def closing = OK.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')
        responses.addAll(closing.replace('\r\n\r\n', "\r\nSandbox-Wire-Plan: $name\r\n\r\n"), OK)

        expect:
        exchange(GET + GET) == closing
    }

    def "a fault sends what it wants, and then the connection is closed"() {
        given:
        def fault = { head, body, connection -> connection.write("[${new String(head)}|${new String(body)}]".bytes) } as WireFault
        def first = plans.add(new Plan(Duration.ZERO, null))
        def name = plans.add(new Plan(Duration.ZERO, fault))
        responses.addAll(OK.replace('\r\n\r\n', "\r\nsandbox-wire-plan: $name\r\n\r\n"), OK)

        expect:
        exchange(GET + GET) == '[HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n|ok]'
        plans.take(first).fault() == null
    }

    def "the connection is closed if the server closes its own"() {
        expect:
        exchange(GET + GET) == ''
        journal.size() == 1
    }

    def "a closed relay does not listen, and a port that is in use is named"() {
        when:
        new Relay(ServerSocketFactory.default, relay.port(), 1, journal::add, plans)

        then:
        def e = thrown(UncheckedIOException)
        e.message == "Cannot listen on port ${relay.port()} of 127.0.0.1"

        when:
        relay.close()
        new Socket('127.0.0.1', relay.port())

        then:
        thrown(ConnectException)
    }

    private String exchange(String requests) {
        try (def socket = new Socket('127.0.0.1', relay.port())) {
            socket.outputStream << requests
            socket.shutdownOutput()
            new String(socket.inputStream.readAllBytes(), 'ISO-8859-1')
        }
    }
}
