package io.github.partnercenter4j.client.internal.http

import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.BODY_TOO_LARGE
import static io.github.partnercenter4j.client.internal.http.TransportFailure.Kind.UNREADABLE_BODY

import io.github.partnercenter4j.client.RawServer
import java.time.Duration
import java.util.concurrent.atomic.AtomicLong

class TransportBodySpec extends TransportSpecification {
    static final byte[] HELLO = 'hello world'.bytes

    def "a body with #encoding is decoded"() {
        given:
        server = RawServer.responding(rawResponse("200 OK\r\n$encoding", body))

        expect:
        bytes(get()) == HELLO

        where:
        encoding                                                   | body
        'Content-Encoding: gzip'                                   | gzip(HELLO)
        'CONTENT-ENCODING: GZip'                                   | gzip(HELLO)
        'Content-Encoding: x-gzip'                                 | gzip(HELLO)
        'Content-Encoding: identity'                               | HELLO
        'Content-Encoding: identity, gzip'                         | gzip(HELLO)
        'Content-Encoding: gzip, identity'                         | gzip(HELLO)
        'Content-Encoding: GZip'                                   | gzip(HELLO)
        'Content-Encoding: X-GZIP , IDENTITY'                      | gzip(HELLO)
        'Content-Encoding: gzip, gzip'                             | gzip(gzip(HELLO))
        'Content-Encoding: gzip, gzip'                             | gzip(HELLO)
        'Content-Encoding: gzip\r\nContent-Encoding: gzip'         | gzip(HELLO)
        'Content-Encoding: gzip\r\nContent-Encoding: x-gzip'       | gzip(gzip(HELLO))
        'Content-Encoding: ,'                                      | HELLO
        'Content-Encoding: identity\r\nContent-Encoding: gzip'     | gzip(HELLO)
        'Content-Encoding:'                                        | HELLO
    }

    def "gzip that is not declared is not decompressed"() {
        given:
        server = RawServer.responding(rawResponse('200 OK', gzip(HELLO)))

        expect:
        bytes(get()) == gzip(HELLO)
    }

    def "the coding #encoding is named, and the body of an error is read if it is text"() {
        given:
        server = RawServer.responding(rawResponse("200 OK\r\nContent-Encoding: $encoding", HELLO), rawResponse("404 No\r\nContent-Encoding: $encoding", HELLO), rawResponse("404 No\r\nContent-Encoding: $encoding", [0, 255, 254] as byte[]))

        when:
        get()

        then:
        def e = thrown(TransportFailure)
        e.kind() == UNREADABLE_BODY
        e.description() == "The body of the response with status 200 has the Content-Encoding $named, but the client reads only gzip and identity"

        and:
        bytes(get()) == HELLO
        bytes(get()) == [] as byte[]

        where:
        encoding              || named
        'utf-8'               || 'utf-8'
        'UTF-8'               || 'utf-8'
        'br'                  || 'br'
        'deflate, identity'   || 'deflate'
        'zstd\r\nContent-Encoding: identity' || 'zstd'
        'x' * 500             || 'x' * 100 + '...'
        'a\u001b[2J'          || 'a\\u001b[2j'
    }

    def "#fault makes a 2xx response fail, but not a response with another status"() {
        given:
        server = RawServer.responding(
                rawResponse("200 OK\r\nContent-Encoding: $encoding", body),
                rawResponse("$status No\r\nContent-Encoding: $encoding", body))

        when:
        get()

        then:
        def e = thrown(TransportFailure)
        e.kind() == UNREADABLE_BODY
        e.status() == 200
        noSecret(e)
        transport.leased() == 0

        when:
        def response = get()

        then:
        response.status() == status
        HELLO.toList().take(bytes(response).length) == bytes(response).toList()

        where:
        fault                      | encoding     | body                                           | status
        'gzip that was not sent'   | 'gzip'       | HELLO                                          | 404
        'a cut gzip'               | 'gzip'       | gzip(HELLO)[0..-6] as byte[]                   | 500
        'a wrong checksum'         | 'gzip'       | (gzip(HELLO)[0..-9] + [1, 2, 3, 4, 5, 6, 7, 8]) as byte[] | 503
        'an encoding unheard of'   | 'br'         | HELLO                                          | 400
        'the inner of two'         | 'gzip, gzip' | gzip(gzip(HELLO)[0..-6] as byte[])             | 302
    }

    def "gzip that is cut because the connection broke is a transport failure"() {
        given:
        server = new RawServer({ it.request(); it.send(rawResponse('200 OK\r\nContent-Encoding: gzip', gzip(HELLO))[0..-6]) })

        when:
        get()

        then:
        thrown(TransportFailure)
    }

    def "#kind of exactly the limit is read, and one byte more is too large"() {
        given:
        byte[] most = new byte[LIMIT]
        byte[] more = new byte[LIMIT + 1]
        server = RawServer.responding(frame.call(most), frame.call(more))

        expect:
        bytes(get()).length == LIMIT

        when:
        get()

        then:
        def e = thrown(TransportFailure)
        e.kind() == BODY_TOO_LARGE
        e.status() == 200
        e.message.contains('larger than the limit of 1000000 bytes')
        transport.leased() == 0

        where:
        kind       | frame
        'a length' | { byte[] b -> rawResponse('200 OK', b) }
        'chunks'   | { byte[] b -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${Integer.toHexString(b.length)}\r\n${new String(b, 'ISO-8859-1')}\r\n0\r\n\r\n" }
        // The last read ends exactly at the limit.
        'chunks up to the limit' | { byte[] b -> 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n' + chunk(Arrays.copyOf(b, LIMIT as int)) + chunk(Arrays.copyOfRange(b, LIMIT as int, b.length)) + '0\r\n\r\n' }
        'gzip'     | { byte[] b -> rawResponse('200 OK\r\nContent-Encoding: gzip', gzip(b)) }
    }

    def "a Content-Length of #length does not allocate that much memory"() {
        given:
        server = new RawServer({ it.request(); it.send("HTTP/1.1 200 OK\r\nContent-Length: $length\r\n\r\nabc") })

        when:
        get()

        then:
        def e = thrown(TransportFailure)
        e.message.contains("after 3 of $length bytes")

        where:
        length << [Integer.MAX_VALUE, Long.MAX_VALUE]
    }

    def "an endless body is dropped after the limit, not drained"() {
        given:
        def sent = new AtomicLong()
        server = new RawServer({
            it.request()
            it.send("HTTP/1.1 $status OK\r\n\r\n")
            byte[] piece = new byte[8192]
            while (true) {
                it.send(piece)
                sent.addAndGet(piece.length)
            }
        })

        when:
        def outcome = inThread { get() }
        def length = status == 200 ? outcome.failure().kind() : bytes(outcome.result()).length

        then:
        length == expected
        transport.leased() == 0
        // Plus what the socket buffers contain.
        sent.get() < LIMIT + 16_000_000

        where:
        status || expected
        200    || BODY_TOO_LARGE
        500    || LIMIT
    }

    def "a gzip bomb is rejected with bounded memory"() {
        given:
        byte[] bomb = gzip(new byte[200_000_000])
        server = RawServer.responding(rawResponse("$status X\r\nContent-Encoding: gzip", bomb))

        when:
        def outcome = inThread { get() }

        then:
        bomb.length < LIMIT
        (status == 200 ? outcome.failure().kind() : bytes(outcome.result()).length) == expected

        where:
        status || expected
        200    || BODY_TOO_LARGE
        400    || LIMIT
    }

    def "5 MB are read completely with a #status in at most #seconds seconds"() {
        given:
        transport = new HttpTransport(new TransportSettings(Duration.ofMinutes(1), 10, 64 * 1024 * 1024))
        byte[] body = new byte[5_000_000]
        new Random(1).nextBytes(body)
        server = RawServer.responding(rawResponse("$status X", body))

        expect:
        Arrays.equals(bytes(get(server.url + '/', call(Duration.ofSeconds(seconds)))), body)

        where:
        status | seconds
        200    | 10
        500    | 10
    }

    private static String chunk(byte[] bytes) {
        bytes.length == 0 ? '' : "${Integer.toHexString(bytes.length)}\r\n${new String(bytes, 'ISO-8859-1')}\r\n"
    }
}
