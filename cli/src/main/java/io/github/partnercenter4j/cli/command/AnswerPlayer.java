package io.github.partnercenter4j.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server on a free port of the loopback address that gives every request one and the same answer, byte for byte. */
final class AnswerPlayer implements AutoCloseable {
    private final byte[] head;
    private final byte[] body;
    private final ServerSocket server;

    AnswerPlayer(int status, String contentType, byte[] body) {
        this.head = ("HTTP/1.1 " + status + " \r\nContent-Type: " + contentType + "\r\nContent-Length: " + body.length
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        this.body = body;
        try {
            this.server = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException("No port of 127.0.0.1 can be listened to", e);
        }
        Thread thread = new Thread(this::serve, "pcorders-decode");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                skipRequest(client);
                OutputStream out = client.getOutputStream();
                out.write(head);
                out.write(body);
            } catch (IOException e) {
                // The client has heard enough, or the server was closed: the loop knows which.
                continue;
            }
        }
    }

    /** A connection that is closed with something unread in it may take the answer with it. */
    private static void skipRequest(Socket client) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
            line = request.readLine();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
