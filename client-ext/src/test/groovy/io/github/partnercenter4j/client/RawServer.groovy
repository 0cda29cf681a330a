package io.github.partnercenter4j.client

import io.github.partnercenter4j.sandbox.wire.HttpHead
import io.github.partnercenter4j.sandbox.wire.WireConnection
import io.github.partnercenter4j.sandbox.wire.WireServer
import java.nio.charset.StandardCharsets
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger

/** Runs a script for each connection on the sandbox's {@link WireServer}, and records the requests as text. */
class RawServer implements AutoCloseable {
    final List<String> requests = new CopyOnWriteArrayList<>()
    private final WireServer server

    /** Runs the script with a {@link Connection} for each client. */
    RawServer(ServerSocket listener = new ServerSocket(0, 50, InetAddress.loopbackAddress), Closure<?> script) {
        server = WireServer.start(listener) { WireConnection connection -> script.call(new Connection(this, connection)) }
    }

    /** Sends the responses in order, on one connection or several. The last one is repeated. */
    static RawServer responding(String... responses) {
        def next = new AtomicInteger()
        new RawServer({ Connection c ->
            while (c.request() != null) {
                c.send(responses[Math.min(next.getAndIncrement(), responses.length - 1)])
            }
        })
    }

    static String ok(String body) {
        "HTTP/1.1 200 OK\r\nContent-Length: ${body.length()}\r\n\r\n$body"
    }

    int getPort() {
        server.port()
    }

    String getUrl() {
        server.url()
    }

    int getConnections() {
        server.connections()
    }

    @Override
    void close() {
        server.close()
    }

    static class Connection {
        private final RawServer server
        private final WireConnection connection

        Connection(RawServer server, WireConnection connection) {
            this.server = server
            this.connection = connection
        }

        Socket getSocket() {
            connection.socket()
        }

        /** Reads the next request, head and body. Returns null if the client has closed the connection. */
        String request() {
            // Not the buffered input of the connection: some scripts read from the socket what follows.
            def input = socket.inputStream
            def head = HttpHead.read(input)
            if (head == null) {
                return null
            }
            def request = new String(head.bytes(), StandardCharsets.ISO_8859_1) + new String(head.body(input), StandardCharsets.ISO_8859_1)
            server.requests << request
            request
        }

        void send(String text) {
            send(text.getBytes(StandardCharsets.ISO_8859_1))
        }

        void send(byte[] bytes) {
            connection.write(bytes)
        }

        /** Sends a piece ten times a second, until the client or the server closes the connection. */
        void drip(String piece) {
            while (true) {
                connection.pause(Duration.ofMillis(100))
                send(piece)
            }
        }

        /** Sends a piece again and again, until the client closes the connection. */
        void flood(String piece) {
            def bytes = (piece * 1000).getBytes(StandardCharsets.ISO_8859_1)
            while (true) {
                send(bytes)
            }
        }

        /** Waits until the server is closed. */
        void hold() {
            connection.pause(Duration.ofDays(1))
        }

        void reset() {
            connection.reset()
        }
    }
}
