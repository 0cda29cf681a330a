package io.github.partnercenter4j.sandbox.wire

import static java.time.Duration.ZERO
import static java.time.Duration.ofDays

import java.util.concurrent.CountDownLatch
import spock.lang.Specification

/** What a connection and the faults do to the socket, in order. */
class WireConnectionSpec extends Specification {

    def events = []
    def closed = new CountDownLatch(1)
    def connection = new WireConnection(new RecordingSocket(events), closed)

    def "bytes are sent at once"() {
        when:
        connection.write('ab'.bytes)

        then:
        events == ['ab']
        connection.socket() instanceof RecordingSocket
    }

    def "bytes that drip are sent one by one"() {
        when:
        connection.drip('abc'.bytes, ZERO)

        then:
        events == ['a', 'b', 'c']
    }

    def "bytes that drip end when the server is closed"() {
        given:
        closed.countDown()

        when:
        connection.drip('abc'.bytes, ZERO)

        then:
        thrown(IOException)
        events == ['a']
    }

    def "a reset is one because the socket must not linger"() {
        when:
        connection.reset()

        then:
        events == ['linger true 0', 'close']
    }

    def "a pause ends when the server is closed, and when its thread is interrupted"() {
        when:
        Thread.currentThread().interrupt()
        connection.pause(ofDays(1))

        then:
        thrown(InterruptedIOException)
        Thread.interrupted()

        when:
        closed.countDown()
        connection.pause(ofDays(1))

        then:
        def e = thrown(IOException)
        e.message == 'The server was closed'
    }

    def "#name does #expected"(String name, Closure<WireFault> fault, List<String> expected) {
        when:
        fault().send('Content-Length: 4\r\n\r\n'.bytes, 'body'.bytes, connection)

        then:
        events == expected

        where:
        name            | fault                            || expected
        'nothing'       | { WireFaults.nothing() }         || []
        'reset'         | { WireFaults.reset() }           || ['linger true 0', 'close']
        'late reset'    | { WireFaults.resetAfterHeaders() } || ['Content-Length: 4\r\n\r\n', 'linger true 0', 'close']
        'cut body'      | { WireFaults.cutBody() }         || ['Content-Length: 4\r\n\r\n', 'bo']
        'less'          | { WireFaults.contentLength(-5) } || ['Content-Length: 0\r\n\r\n', 'body']
        'more'          | { WireFaults.contentLength(5) }  || ['Content-Length: 9\r\n\r\n', 'body']
        'broken chunk'  | { WireFaults.brokenChunk() }     || ['Transfer-Encoding: chunked\r\n\r\n', '2\r\n', 'bo', '\r\nzz\r\n']
        'cut chunk'     | { WireFaults.cutChunk() }        || ['Transfer-Encoding: chunked\r\n\r\n', '2\r\n', 'bo', '\r\n40\r\n']
        'interim'       | { WireFaults.interim(103) }      || ['HTTP/1.1 103 Interim\r\n\r\n', 'Content-Length: 4\r\n\r\n', 'body']
        'garbage'       | { WireFaults.garbage() }         || ['\u0001\u0002 this is not HTTP\r\n\r\n']
        'drip'          | { WireFaults.drip(ZERO) }        || ['Content-Length: 4\r\n\r\n', 'b', 'o', 'd', 'y']
        'slow headers'  | { WireFaults.dripHeaders(ZERO) } || 'Content-Length: 4\r\n\r\n'.toList() + ['body']
    }

    def "silence sends nothing until the server is closed"() {
        given:
        closed.countDown()

        when:
        WireFaults.silence().send('head'.bytes, 'body'.bytes, connection)

        then:
        thrown(IOException)
        events == []
    }

    /** A socket that is not connected, and whose stream sends only what is flushed. */
    private static class RecordingSocket extends Socket {
        private final List<String> events

        RecordingSocket(List<String> events) {
            this.events = events
        }

        @Override
        InputStream getInputStream() {
            InputStream.nullInputStream()
        }

        @Override
        OutputStream getOutputStream() {
            new ByteArrayOutputStream() {
                @Override
                void flush() {
                    events << toString('ISO-8859-1')
                    reset()
                }
            }
        }

        @Override
        void setSoLinger(boolean on, int seconds) {
            events << "linger $on $seconds".toString()
        }

        @Override
        void close() {
            events << 'close'
        }
    }
}
