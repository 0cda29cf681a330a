package io.github.partnercenter4j.client.internal.http

import io.github.partnercenter4j.client.RawServer
import java.nio.charset.StandardCharsets

/** What is sent, and which responses are returned. */
class HttpTransportSpec extends TransportSpecification {
    def "the request is sent unchanged, with only Host and Connection added"() {
        given:
        server = RawServer.responding(RawServer.ok('hello'))

        when:
        def response = transport.execute(
                request(server.url + '/v1/a', 'GET', null, ['MS-RequestId': ['1'], 'X-Two': ['a', 'b']]), call())

        then:
        response.status() == 200
        response.reason() == 'OK'
        text(response) == 'hello'
        server.requests[0].readLines().findAll() as Set == [
            'GET /v1/a HTTP/1.1', 'Authorization: Bearer s3cret-token', 'MS-RequestId: 1', 'X-Two: a', 'X-Two: b',
            "Host: 127.0.0.1:${server.port}", 'Connection: keep-alive'
        ]*.toString() as Set
    }

    def "the path #path is sent byte for byte"() {
        given:
        server = RawServer.responding(RawServer.ok(''))

        when:
        get(server.url + path)

        then:
        server.requests[0].readLines()[0] == "GET $onTheWire HTTP/1.1"

        where:
        path                              || onTheWire
        ''                                || '/'
        '/'                               || '/'
        '/a%2Fb%2fc'                      || '/a%2Fb%2fc'
        '/a//b/./c/../d'                  || '/a//b/./c/../d'
        '//a'                             || '//a'
        '/a%20b;p=1?q=%C3%A9&r=+&&s'      || '/a%20b;p=1?q=%C3%A9&r=+&&s'
        '/a?'                             || '/a?'
        "/%7Bx%7D{y}|z'!~"                || "/%7Bx%7D{y}|z'!~"
    }

    def "a body is sent with its length"() {
        given:
        server = RawServer.responding(RawServer.ok(''))

        when:
        transport.execute(request(server.url + '/', 'POST', 'x=1&y=%20'.bytes,
                ['Content-Type': ['application/x-www-form-urlencoded'], 'Content-Length': ['9']]), call())

        then:
        server.requests[0].endsWith('\r\n\r\nx=1&y=%20')
        server.requests[0].count('Content-Length: 9\r\n') == 1
        server.requests[0].count('Content-Type: application/x-www-form-urlencoded\r\n') == 1
    }

    def "response headers keep the order of their values, and their names are compared without case"() {
        given:
        server = RawServer.responding('HTTP/1.1 200 Fine by me\r\nX-A: 1\r\nx-b:\r\nx-a: 2\r\nX-A:  3 \r\nContent-Length: 0\r\n\r\n')

        when:
        def response = get()

        then:
        response.reason() == 'Fine by me'
        response.headers()['x-A'] as List == ['1', '2', '3']
        response.headers()['X-B'] as List == ['']
        response.headers()['none'] == null
    }

    def "a header of 64 KiB is read"() {
        given:
        server = RawServer.responding("HTTP/1.1 200 OK\r\nX-Long: ${'y' * 65536}\r\nContent-Length: 0\r\n\r\n")

        expect:
        get().headers()['X-Long'].first().length() == 65536
    }

    def "#name has an empty body"() {
        given:
        server = RawServer.responding(served)

        when:
        def response = transport.execute(request(server.url + '/', method), call())

        then:
        response.status() == status
        bytes(response).length == 0

        where:
        name         | method | served                                                   || status
        'a 204'      | 'GET'  | 'HTTP/1.1 204 No Content\r\n\r\n'                        || 204
        'a 304'      | 'GET'  | 'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n' || 304
        'HEAD'       | 'HEAD' | 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n'           || 200
        'length 0'   | 'GET'  | 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'           || 200
        'no chunk'   | 'GET'  | 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n' || 200
        'empty gzip' | 'GET'  | 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n' || 200
    }

    def "a body with #framing is read completely"() {
        given:
        server = new RawServer({ it.request(); it.send(head + body) })

        expect:
        text(get()) == 'hello world'

        where:
        framing                    | head                                                  | body
        'a length'                 | 'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n'       | 'hello world'
        'chunks'                   | 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n' | '6;x=y\r\nhello \r\n5\r\nworld\r\n0\r\nT: 1\r\n\r\n'
        'the end of the connection' | 'HTTP/1.1 200 OK\r\n\r\n'                            | 'hello world'
        'HTTP/1.0'                 | 'HTTP/1.0 200 OK\r\n\r\n'                             | 'hello world'
    }

    def "1xx responses before the final response are skipped: #interim"() {
        given:
        server = RawServer.responding(interim.collect { "HTTP/1.1 $it Wait\r\nX-Interim: 1\r\n\r\n" }.join('') + RawServer.ok('done'))

        when:
        def response = get()

        then:
        response.status() == 200
        text(response) == 'done'
        response.headers()['X-Interim'] == null
        server.requests.size() == 1

        where:
        interim << [[100], [102], [103], [100, 102, 103, 103]]
    }

    def "every status of three digits is returned: #status"() {
        given:
        server = RawServer.responding("HTTP/1.1 $status Some\r\nContent-Length: 0\r\n\r\n")

        expect:
        get().status() == status

        where:
        status << [299, 599, 600, 999]
    }

    def "a redirect #status to #place is returned and not followed"() {
        given:
        def other = RawServer.responding(RawServer.ok('other'))
        def location = place == 'another host' ? other.url + '/' : '/next'
        server = RawServer.responding("HTTP/1.1 $status Gone\r\nLocation: $location\r\nContent-Length: 3\r\n\r\nsee")

        when:
        def response = get()

        then:
        response.status() == status
        response.headers()['Location'].first() == location
        text(response) == 'see'
        server.requests.size() == 1
        other.connections == 0

        cleanup:
        other.close()

        where:
        [status, place] << [[301, 302, 303, 307, 308], ['another host', 'the same host']].combinations()
    }

    def "a #status with #header is returned, and nothing is sent again"() {
        given:
        server = RawServer.responding("HTTP/1.1 $status No\r\n$header\r\nContent-Length: 2\r\n\r\nno")

        when:
        def response = get()

        then:
        response.status() == status
        text(response) == 'no'
        server.requests.size() == 1

        where:
        status | header
        401    | 'WWW-Authenticate: Basic realm="x"'
        401    | 'WWW-Authenticate: ,,"broken'
        407    | 'Proxy-Authenticate: Basic realm="x"'
        408    | 'Connection: close'
        429    | 'Retry-After: 0'
        503    | 'Retry-After: 0'
    }

    def "cookies are not kept"() {
        given:
        server = RawServer.responding('HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n')

        when:
        get()
        get()

        then:
        server.requests.size() == 2
        !server.requests[1].toLowerCase(Locale.ROOT).contains('cookie')
    }

    def "a head of #length bytes is read: #read"() {
        given:
        def end = '\r\nContent-Length: 0\r\n\r\n'
        def beginning = 'HTTP/1.1 200 OK' + "\r\nX-Long: ${'y' * 65536}" * 15 + '\r\nX-Last: '
        server = RawServer.responding(beginning + 'y' * (length - beginning.length() - end.length()) + end)

        when:
        def outcome
        try {
            outcome = get().status() as String
        } catch (TransportFailure e) {
            outcome = e.message
        }

        then:
        outcome.endsWith(read ? '200' : 'sent headers larger than 1 MiB, or a line larger than 128 KiB')

        where:
        length          || read
        1024 * 1024     || true
        1024 * 1024 + 1 || false
    }

    def "the bytes of a body are returned unchanged"() {
        given:
        byte[] all = (0..255) as byte[]
        server = RawServer.responding(rawResponse('200 OK', all))

        expect:
        bytes(get()) == all
        new String(all, StandardCharsets.ISO_8859_1).length() == 256
    }
}
