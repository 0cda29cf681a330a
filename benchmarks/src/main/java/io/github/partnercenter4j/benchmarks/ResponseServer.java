package io.github.partnercenter4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A minimal server, so that its own time hardly counts: it finds the end of a request and sends prepared bytes. It runs in
 * its own process, so that it adds nothing to the allocation, garbage collection and compilation of the measured one.
 */
final class ResponseServer {
    private static final int MAX_REQUEST_BYTES = 8 * 1024;

    private final Map<PreparedResponse, byte[]> responses = new ConcurrentHashMap<>();

    private ResponseServer() {}

    /** Prints the port, and serves until standard input ends. */
    public static void main(String[] args) throws IOException {
        ResponseServer server = new ResponseServer();
        try (ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            startThread(() -> server.accept(listener));
            System.out.println(listener.getLocalPort());
            System.in.transferTo(System.err);
        }
    }

    private void accept(ServerSocket listener) {
        while (true) {
            try {
                Socket connection = listener.accept();
                startThread(() -> serve(connection));
            } catch (IOException e) {
                // The server was closed.
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            byte[] buffer = new byte[MAX_REQUEST_BYTES];
            for (int size = request(connection, buffer); size > 0; size = request(connection, buffer)) {
                String request = new String(buffer, 0, size, StandardCharsets.ISO_8859_1);
                connection
                        .getOutputStream()
                        .write(responses.computeIfAbsent(
                                PreparedResponse.requested(request), PreparedResponse::toBytes));
            }
        } catch (IOException e) {
            // The client closed the connection, or will see it closed.
        }
    }

    /** Reads to the empty line that ends a request without a body. Returns the number of bytes, or 0 at the end. */
    private static int request(Socket connection, byte[] buffer) throws IOException {
        InputStream in = connection.getInputStream();
        int size = 0;
        while (size < 4
                || buffer[size - 4] != '\r'
                || buffer[size - 3] != '\n'
                || buffer[size - 2] != '\r'
                || buffer[size - 1] != '\n') {
            int count = in.read(buffer, size, buffer.length - size);
            if (count <= 0) {
                return 0;
            }
            size += count;
        }
        return size;
    }

    private static void startThread(Runnable task) {
        Thread thread = new Thread(task, "response-server");
        thread.setDaemon(true);
        thread.start();
    }
}
