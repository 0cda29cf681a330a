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

/** A server so plain that it hardly counts: it looks for the end of a request and writes bytes made before. */
final class AnswerServer implements AutoCloseable {
    private static final int LONGEST_REQUEST = 8 * 1024;

    private final Map<String, byte[]> answers;
    private final ServerSocket listener;

    private AnswerServer(Map<String, byte[]> answers, ServerSocket listener) {
        this.answers = answers;
        this.listener = listener;
    }

    static AnswerServer start(Collection<CannedAnswer> answers) throws IOException {
        AnswerServer server = new AnswerServer(
                answers.stream().collect(Collectors.toMap(CannedAnswer::path, CannedAnswer::onTheWire)),
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
                // Closed.
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            byte[] buffer = new byte[LONGEST_REQUEST];
            for (int size = request(connection, buffer); size > 0; size = request(connection, buffer)) {
                connection.getOutputStream().write(answer(new String(buffer, 0, size, StandardCharsets.ISO_8859_1)));
            }
        } catch (IOException e) {
            // The client has gone, or sees its connection closed.
        }
    }

    /** Reads up to the empty line that ends a request without a body. */
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

    private byte[] answer(String request) throws IOException {
        int version = request.indexOf("/v1/");
        byte[] answer = version < 0 ? null : answers.get(request.substring("GET ".length(), version));
        if (answer == null) {
            throw new IOException("No answer for " + request.lines().findFirst().orElse(""));
        }
        return answer;
    }

    private static void startThread(Runnable task) {
        Thread thread = new Thread(task, "answer-server");
        thread.setDaemon(true);
        thread.start();
    }
}
