package io.github.partnercenter4j.client.internal.http

import org.apache.hc.core5.http.ConnectionClosedException
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl
import spock.lang.Specification

/** The end of a head, without a connection. */
class ResponseHeadParserSpec extends Specification {
    def parser = new ResponseHeadParser()
    def buffer = new SessionInputBufferImpl(8192)

    def 'bytes that no response has consumed are noticed: #unread'() {
        expect:
        !parser.hasUnreadBytes()

        when:
        def response = parser.parse(buffer, new ByteArrayInputStream(("HTTP/1.1 200 OK\r\nX-A: 1\r\n\r\n" + rest).bytes))

        then:
        response.code == 200
        response.getFirstHeader('x-a').value == '1'
        parser.hasUnreadBytes() == unread

        where:
        rest || unread
        ''   || false
        'x'  || true
    }

    def 'a connection that ends within a head is an error, and one that ends before it sent no response'() {
        expect:
        parser.parse(buffer, new ByteArrayInputStream(new byte[0])) == null

        when:
        parser.parse(buffer, new ByteArrayInputStream(sent.bytes))

        then:
        thrown(ConnectionClosedException)

        where:
        sent << ['H', 'HTTP/1.1 200 OK\r\n']
    }

    def 'a read that returns nothing yet does not end the head'() {
        given:
        def pieces = ['HTTP/1.1 200 OK\r\n', '', 'X-A: 1\r\n\r\n']
        def input = new InputStream() {
            int read() {
                throw new AssertionError()
            }

            int read(byte[] target, int offset, int length) {
                def piece = pieces.remove(0).bytes
                System.arraycopy(piece, 0, target, offset, piece.length)
                piece.length
            }
        }

        expect:
        parser.parse(buffer, input).getFirstHeader('X-A').value == '1'
    }

    def 'the bytes of the head that are in the buffer already count, too'() {
        given: 'the beginning of a second head behind the first response'
        parser.parse(buffer, new ByteArrayInputStream('HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 2'.bytes))

        when:
        parser.parse(buffer, new ByteArrayInputStream(new byte[0]))

        then:
        thrown(ConnectionClosedException)
    }
}
