package io.github.partnercenter4j.sandbox.wire

import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(600)
class WireServerSpec extends Specification {

    def "a script reads the head and the body of each request, and sends any bytes"() {
        given:
        def requests = []
        def server = WireServer.start { connection ->
            for (def head = HttpHead.read(connection.input()); head != null; head = HttpHead.read(connection.input())) {
                requests << [head.startLine(), head.header('X-ONE').orElse(null), new String(head.body(connection.input()))]
                connection.write('x'.bytes)
            }
        }

        when:
        def sent = new Socket('127.0.0.1', server.port()).withCloseable { socket ->
            socket.outputStream << 'GET / HTTP/1.1\r\nX-One: 1\r\n\r\nPUT /p HTTP/1.1\r\nContent-Length: 2\r\n\r\nab'
            socket.outputStream << 'PUT /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n'
            socket.shutdownOutput()
            socket.inputStream.text
        }

        then:
        sent == 'xxx'
        requests == [['GET / HTTP/1.1', '1', ''], ['PUT /p HTTP/1.1', null, 'ab'], ['PUT /c HTTP/1.1', null, '1\r\na\r\n0\r\n\r\n']]
        server.connections() == 1
        server.url() == "http://127.0.0.1:${server.port()}"

        cleanup:
        server.close()
    }

    def "closing the server ends a script that waits, and its connection"() {
        given:
        def started = new CompletableFuture<Boolean>()
        def ended = new CompletableFuture<Exception>()
        def server = WireServer.start { connection ->
            try {
                started.complete(true)
                connection.pause(Duration.ofDays(1))
            } catch (IOException e) {
                ended.complete(e)
            }
        }
        def socket = new Socket('127.0.0.1', server.port())
        started.get()

        when:
        server.close()

        then:
        ended.get() instanceof IOException
        socket.inputStream.read() < 0
        server.threads.awaitTermination(5, TimeUnit.MINUTES)

        cleanup:
        socket.close()
    }

    def "a script that ignores the interrupt learns from its next pause that the server is closed"() {
        given:
        def started = new CompletableFuture<Boolean>()
        def ended = new CompletableFuture<String>()
        def server = WireServer.start { connection ->
            started.complete(true)
            while (!Thread.interrupted()) {
                Thread.onSpinWait()
            }
            try {
                connection.pause(Duration.ZERO)
                ended.complete('nothing')
            } catch (IOException e) {
                ended.complete(e.message)
            }
        }
        def socket = new Socket('127.0.0.1', server.port())
        started.get()

        when:
        server.close()

        then:
        ended.get() == 'The server was closed'

        cleanup:
        socket.close()
    }

    def "closing the server ends a script that reads, and nobody can connect any more"() {
        given:
        def started = new CompletableFuture<Socket>()
        def ended = new CompletableFuture<Boolean>()
        def daemon = null
        def server = WireServer.start { connection ->
            daemon = Thread.currentThread().daemon
            started.complete(connection.socket())
            try {
                connection.input().read()
            } finally {
                ended.complete(true)
            }
        }
        def socket = new Socket('127.0.0.1', server.port())

        expect: 'a script does not keep the JVM running, and its bytes are not held back'
        started.get().tcpNoDelay
        daemon

        when:
        server.close()
        ended.get()
        new Socket('127.0.0.1', server.port())

        then:
        thrown(ConnectException)

        cleanup:
        socket.close()
    }

    def "a head that is not complete is null: #text"(String text) {
        expect:
        HttpHead.read(new ByteArrayInputStream(text.bytes)) == null

        where:
        text << ['', 'GET / HTTP/1.1\r\n', 'GET / HTTP/1.1\r\nA: b\r\n']
    }
}
