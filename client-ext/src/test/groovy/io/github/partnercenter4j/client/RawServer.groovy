package io.github.partnercenter4j.client

import java.nio.charset.StandardCharsets
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

/** A server on loopback that runs a script on each connection and sends any bytes, valid or not. */
class RawServer implements AutoCloseable {
    final List<String> requests = new CopyOnWriteArrayList<>()
    final AtomicInteger connections = new AtomicInteger()
    final List<Socket> open = new CopyOnWriteArrayList<>()
    final CountDownLatch stopped = new CountDownLatch(1)
    private final ServerSocket server

    /** Runs the script with a {@link Connection} for each client. */
    RawServer(ServerSocket server = new ServerSocket(0, 50, InetAddress.loopbackAddress), Closure<?> script) {
        this.server = server
        Thread.startDaemon {
            try {
                while (true) {
                    Socket socket = server.accept()
                    socket.tcpNoDelay = true
                    open << socket
                    connections.incrementAndGet()
                    Thread.startDaemon { play(script, socket) }
                }
            } catch (IOException ignored) {
                // The test has closed the server.
            }
        }
    }

    /** Sends the responses in order, on one or several connections, and repeats the last one. */
    static RawServer answering(String... answers) {
        def next = new AtomicInteger()
        new RawServer({ Connection c ->
            while (c.request() != null) {
                c.send(answers[Math.min(next.getAndIncrement(), answers.length - 1)])
            }
        })
    }

    static String ok(String body) {
        "HTTP/1.1 200 OK\r\nContent-Length: ${body.length()}\r\n\r\n$body"
    }

    int getPort() {
        server.localPort
    }

    String getUrl() {
        "http://127.0.0.1:$port"
    }

    private void play(Closure<?> script, Socket socket) {
        try {
            script.call(new Connection(this, socket))
        } catch (IOException ignored) {
            // The client has closed the connection, as the test expects.
        } finally {
            socket.close()
        }
    }

    @Override
    void close() {
        stopped.countDown()
        server.close()
        open*.close()
    }

    static class Connection {
        private final RawServer server
        final Socket socket

        Connection(RawServer server, Socket socket) {
            this.server = server
            this.socket = socket
        }

        /** The next request with its body, or null if the client has closed the connection. */
        String request() {
            def head = new StringBuilder()
            def input = socket.inputStream
            while (!head.toString().endsWith('\r\n\r\n')) {
                int b = input.read()
                if (b < 0) {
                    return null
                }
                head.append((char) b)
            }
            def length = (head =~ /(?i)content-length: (\d+)/)
            def request = head.toString() + (length ? new String(input.readNBytes(length[0][1] as int), StandardCharsets.ISO_8859_1) : '')
            server.requests << request
            request
        }

        void send(String text) {
            send(text.getBytes(StandardCharsets.ISO_8859_1))
        }

        void send(byte[] bytes) {
            socket.outputStream.write(bytes)
            socket.outputStream.flush()
        }

        /** Sends a piece ten times a second until one side closes the connection. */
        void drip(String piece) {
            while (!server.stopped.await(100, TimeUnit.MILLISECONDS)) {
                send(piece)
            }
        }

        /** Sends a piece as fast as the client reads it. */
        void flood(String piece) {
            def bytes = (piece * 1000).getBytes(StandardCharsets.ISO_8859_1)
            while (true) {
                send(bytes)
            }
        }

        void hold() {
            server.stopped.await()
        }

        void reset() {
            socket.setSoLinger(true, 0)
            socket.close()
        }
    }
}
