package io.github.partnercenter4j.sandbox.wire

import java.nio.charset.StandardCharsets
import spock.lang.Specification

/** Reads the messages of a connection without a connection. */
class HttpHeadSpec extends Specification {

    def "a head ends at its empty line, and what follows stays in the stream: #text"(String text, String line, List<String> headers, String rest) {
        given:
        def stream = stream(text + rest)

        when:
        def head = HttpHead.read(stream)

        then:
        head.startLine() == line
        head.headers()*.toString() == headers
        head.bytes() == bytes(text)
        stream.readAllBytes() == bytes(rest)

        where:
        text                                            | line             | headers              | rest
        'GET / HTTP/1.1\r\n\r\n'                        | 'GET / HTTP/1.1' | []                   | ''
        'GET / HTTP/1.1\r\nA: b\r\nc:d\r\n\r\n'         | 'GET / HTTP/1.1' | ['A=b', 'c=d']       | 'body\r\n'
        'GET / HTTP/1.1\nA: b\n\n'                      | 'GET / HTTP/1.1' | ['A=b']              | '\n'
        'GET / HTTP/1.1\r\nA:   b c \r\nA:\r\n\r\n'     | 'GET / HTTP/1.1' | ['A=b c', 'A=']      | ''
        'GET / HTTP/1.1\r\nA: b: c\r\n: d\r\ne\r\n\r\n' | 'GET / HTTP/1.1' | ['A=b: c']           | ''
        'GET / HTTP/1.1\r\nx: \u00e9\u0000y\r\n\r\n'    | 'GET / HTTP/1.1' | ['x=\u00e9\u0000y']  | ''
    }

    def "a head of #size bytes is #what, because a client must not fill the memory"(int size, String what) {
        given:
        def text = 'GET / HTTP/1.1\r\nA: '
        def end = '\r\n\r\n'

        expect:
        (HttpHead.read(stream(text + 'x' * (size - text.length() - end.length()) + end)) == null ? 'refused' : 'read') == what

        where:
        size            || what
        1 << 20         || 'read'
        (1 << 20) + 1   || 'refused'
    }

    def "the first value of a header counts, in any case of its name"() {
        given:
        def head = head('a: 1\r\nA: 2\r\n')

        expect:
        head.header('A').get() == '1'
        head.header('B').empty
    }

    def "the body with #headers is read as it is on the wire, and no more: #text"(String headers, String text, String body) {
        given:
        def stream = stream(text)

        expect:
        head(headers).body(stream) == bytes(body)
        stream.readAllBytes() == bytes(text.substring(body.length()))

        where:
        headers                            | text                                              || body
        ''                                 | 'abc'                                             || ''
        'Content-Length: 2\r\n'            | 'abc'                                             || 'ab'
        'content-length: 9\r\n'            | 'abc'                                             || 'abc'
        'Content-Length: -1\r\n'           | 'abc'                                             || ''
        'Transfer-Encoding: chunked\r\n'   | '0\r\n\r\nabc'                                    || '0\r\n\r\n'
        'Transfer-Encoding: chunked\r\n'   | '1\r\na\r\n0\r\n\r\nabc'                          || '1\r\na\r\n0\r\n\r\n'
        'Transfer-Encoding: chunked\r\n'   | 'A;x=y\r\n0123456789\r\n0\r\n\r\nabc'             || 'A;x=y\r\n0123456789\r\n0\r\n\r\n'
        'Transfer-Encoding: chunked\r\n'   | '1 \r\n\n\r\n0\r\nA: \u0000b\r\nC: d\r\n\r\nabc' || '1 \r\n\n\r\n0\r\nA: \u0000b\r\nC: d\r\n\r\n'
    }

    def "a body without a length that can be read ends the connection: #headers #text"(String headers, String text, String problem) {
        when:
        head(headers).body(stream(text))

        then:
        def e = thrown(IOException)
        e.message == problem

        where:
        headers                          | text              || problem
        'Content-Length: two\r\n'        | 'ab'              || 'The length of a body is not a number'
        'Content-Length: 0x2\r\n'        | 'ab'              || 'The length of a body is not a number'
        'Transfer-Encoding: chunked\r\n' | 'zz\r\n'          || 'The length of a body is not a number'
        'Transfer-Encoding: chunked\r\n' | ''                || 'The connection ended within a body'
        'Transfer-Encoding: chunked\r\n' | '1\r\na'          || 'The connection ended within a body'
        'Transfer-Encoding: chunked\r\n' | '1\r\na\r\n0\r\n' || 'The connection ended within a body'
    }

    def "a header is left out in any case of its name, and only that header"() {
        expect:
        head('Plan: 1\r\nA: Plan: 2\r\nPLAN: 3\r\nPlans: 4\r\n').without('plan') == bytes('GET / HTTP/1.1\r\nA: Plan: 2\r\nPlans: 4\r\n\r\n')
    }

    private static HttpHead head(String headers) {
        HttpHead.read(stream("GET / HTTP/1.1\r\n$headers\r\n"))
    }

    private static InputStream stream(String text) {
        new ByteArrayInputStream(bytes(text))
    }

    private static byte[] bytes(String text) {
        text.getBytes(StandardCharsets.ISO_8859_1)
    }
}
