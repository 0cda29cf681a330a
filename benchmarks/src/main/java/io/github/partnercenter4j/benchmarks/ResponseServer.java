package io.github.partnercenter4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A minimal server, so that its own time hardly counts: it finds the end of a request and sends prepared bytes. It does not use
 * the sandbox's WireServer, because the measured class path must contain only the client.
 */
final class ResponseServer implements AutoCloseable {
    private static final int MAX_REQUEST_BYTES = 8 * 1024;

    private final Map<String, byte[]> responses;
    private final ServerSocket listener;

    private ResponseServer(Map<String, byte[]> responses, ServerSocket listener) {
        this.responses = responses;
        this.listener = listener;
    }

    static ResponseServer start(Collection<PreparedResponse> responses) throws IOException {
        ResponseServer server = new ResponseServer(
                responses.stream().collect(Collectors.toMap(PreparedResponse::path, PreparedResponse::toBytes)),
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        startThread(server::accept);
        return server;
    }

    String origin() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
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
                connection.getOutputStream().write(response(new String(buffer, 0, size, StandardCharsets.ISO_8859_1)));
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

    private byte[] response(String request) throws IOException {
        int version = request.indexOf("/v1/");
        byte[] response = version < 0 ? null : responses.get(request.substring("GET ".length(), version));
        if (response == null) {
            throw new IOException(
                    "No response prepared for " + request.lines().findFirst().orElse(""));
        }
        return response;
    }

    private static void startThread(Runnable task) {
        Thread thread = new Thread(task, "response-server");
        thread.setDaemon(true);
        thread.start();
    }
}
