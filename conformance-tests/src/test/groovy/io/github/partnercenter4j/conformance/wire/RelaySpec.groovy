package io.github.partnercenter4j.conformance.wire

import io.github.partnercenter4j.testing.StubServer
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The relay passes on and records messages unchanged, and changes or damages responses only as it is told. */
class RelaySpec extends Specification {
    @AutoCleanup
    StubServer server = new StubServer()

    @AutoCleanup
    Relay relay = new Relay(server.baseUrl)

    def setup() {
        server.respond(200, 'application/json', '{"a":"é"}'.getBytes('UTF-8'), ['X-Two': 'one'])
    }

    def 'a request and its response pass unchanged and are recorded'() {
        when:
        def exchange = new RawClient(relay.baseUrl).send('GET', '/a%2Fb?c=%20', [new HttpHeader('x-Case', '1'), new HttpHeader('X-Case', '2')])

        then:
        exchange.response.status == 200
        exchange.response.text() == '{"a":"é"}'
        exchange.response.values('x-two') == ['one']

        and:
        def seen = relay.exchanges
        seen.size() == 1
        seen[0].request.method == 'GET'
        seen[0].request.target == '/a%2Fb?c=%20'
        seen[0].request.headers.findAll { it.isNamed('X-Case') }.collect { [it.name, it.value] } == [['x-Case', '1'], ['X-Case', '2']]
        seen[0].response.body == exchange.response.body

        and:
        server.requests[0].url == '/a%2Fb?c=%20'
        server.requests[0].header('X-Case').values() == ['1', '2']
    }

    def 'an alteration changes the response that arrives, and its Content-Length'() {
        given:
        relay.alter { it.withStatus(203).withBody('changed').with('X-Two', 'two').adding('X-Two', 'three').without('Content-Type') }

        when:
        def response = new RawClient(relay.baseUrl).get('/', [:]).response

        then:
        response.status == 203
        response.text() == 'changed'
        response.values('X-Two') == ['two', 'three']
        response.header('Content-Type') == null
        response.header('Content-Length') == '7'

        when:
        relay.reset()

        then:
        new RawClient(relay.baseUrl).get('/', [:]).response.status == 200
    }

    def 'damage of the framing makes the request fail: #damage'() {
        given:
        relay.damage(damage)

        when:
        new RawClient(relay.baseUrl).get('/', [:])

        then:
        thrown(IOException)

        where:
        damage << [Damage.CONTENT_LENGTH_LONG, Damage.CUT_CHUNK, Damage.RESET_AFTER_HEAD]
    }

    def 'damage that leaves a readable response is on the wire: #damage'() {
        given:
        relay.damage(damage)

        when:
        def sent = asked().withCloseable { it.inputStream.getText('UTF-8') }

        then:
        sent.count('\r\nContent-Length: ' + length + '\r\n') == times
        sent.count('{"a":"é"}') == times

        where:
        damage                      || length | times
        Damage.CONTENT_LENGTH_SHORT || 5      | 1
        Damage.SURPLUS              || 10     | 2
    }

    def 'silence sends nothing'() {
        given:
        relay.damage(Damage.SILENCE)

        when:
        asked().withCloseable {
            it.soTimeout = 300
            it.inputStream.read()
        }

        then:
        thrown(SocketTimeoutException)
    }

    def 'slow damage sends the body byte by byte, one per second'() {
        given:
        relay.damage(Damage.BYTE_A_SECOND)
        def start = System.nanoTime()

        when:
        def sent = asked().withCloseable {
            def input = it.inputStream
            def read = new StringBuilder()
            while (!read.toString().contains('\r\n\r\n{"')) {
                read.append((char) input.read())
            }
            read.toString()
        }

        then: 'the second byte comes a second after the first'
        sent.contains('\r\nContent-Length: 10\r\n')
        System.nanoTime() - start >= 1_000_000_000
    }

    def 'a response is read with any framing: #framing'() {
        expect:
        new HttpReader(new ByteArrayInputStream(bytes.bytes)).response('GET').text() == 'abcdef'

        where:
        framing          | bytes
        'Content-Length' | 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdefXX'
        'chunks'         | 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n4;x=y\r\ncdef\r\n0\r\nTrailer: t\r\n\r\n'
        'both'           | 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n0\r\n\r\n'
        'until closed'   | 'HTTP/1.1 200\r\n\r\nabcdef'
        'after interim'  | 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nabcdef'
    }

    def 'a response without a body is complete after its head, whatever Content-Length says: #method #status'() {
        given:
        def input = new ByteArrayInputStream("HTTP/1.1 $status X\r\nContent-Length: 6\r\n\r\n".bytes)

        expect:
        new HttpReader(input).response(method).body.length == 0

        where:
        method | status
        'HEAD' | 200
        'GET'  | 204
        'GET'  | 304
    }

    def 'what is no complete response is refused: #problem'() {
        when:
        new HttpReader(new ByteArrayInputStream(bytes.bytes)).response('GET')

        then:
        def e = thrown(IOException)
        e.message == problem

        where:
        bytes                                                                       || problem
        ''                                                                          || 'The connection was closed without a response'
        'HTTP/1.1 600 X\r\n\r\n'                                                    || 'Not a status line: HTTP/1.1 600 X'
        'HTTP/2.0 200 X\r\n\r\n'                                                    || 'Not a status line: HTTP/2.0 200 X'
        'HTTP/1.1 200 X\r\n: a\r\n\r\n'                                             || 'A header line has no name: : a'
        'HTTP/1.1 200 X\r\nContent-Length: 7\r\n\r\nabcdef'                         || 'The connection was closed after 6 of 7 bytes'
        'HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nabcdef\r\n'       || 'The connection was closed within a body'
    }

    def 'recorded messages do not show the token'() {
        when:
        def exchange = new RawClient(relay.baseUrl).get('/', [Authorization: 'Bearer canary-4711'])

        then:
        server.requests[0].header('Authorization').values() == ['Bearer canary-4711']
        ![exchange, exchange.request, exchange.request.headers, relay.exchanges].any { it.toString().contains('canary-4711') }
    }

    def 'an exchange that began before a reset is passed on as it began, and not recorded'() {
        given:
        def upstream = new ServerSocket(0, 1, InetAddress.loopbackAddress)
        def slow = new Relay("http://127.0.0.1:$upstream.localPort")
        slow.alter { it.withStatus(203) }
        def client = asked(slow)
        def question = upstream.accept()

        when:
        slow.reset()
        slow.alter { it.withStatus(500) }
        question.outputStream.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'.bytes)

        then:
        client.inputStream.text.startsWith('HTTP/1.1 203')
        slow.exchanges == []
        !slow.awaitExchange(Duration.ZERO)

        cleanup:
        [question, client, slow, upstream]*.close()
    }

    def 'an exchange can be awaited'() {
        when:
        def client = asked()

        then:
        relay.awaitExchange(Duration.ofMinutes(5))
        relay.exchanges.size() == 1

        cleanup:
        client?.close()
    }

    private Socket asked(Relay through = relay) {
        def socket = new Socket('127.0.0.1', URI.create(through.baseUrl).port)
        socket.outputStream.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.bytes)
        socket
    }
}
