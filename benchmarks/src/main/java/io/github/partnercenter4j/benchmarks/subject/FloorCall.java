package io.github.partnercenter4j.benchmarks.subject;

import io.github.partnercenter4j.client.Format;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The least that a call can cost: a socket, a prepared request and a streaming parser. Checks nothing, and understands only
 * a response with Content-Length. For one thread.
 */
final class FloorCall implements StatusCall {
    private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final byte[] request;
    private final byte[] head = new byte[4 * 1024];
    private final HandWrittenDecoder decoder;

    FloorCall(String baseUrl, Format format) {
        URI uri = URI.create(HandWrittenCall.url(baseUrl));
        StringBuilder text = new StringBuilder("GET " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority());
        StatusCall.headers(HandWrittenDecoder.accept(format))
                .forEach((name, value) -> text.append("\r\n" + name + ": " + value));
        this.request = text.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        this.decoder = HandWrittenDecoder.streaming(format);
        try {
            this.socket = new Socket(uri.getHost(), uri.getPort());
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot connect to " + uri, e);
        }
    }

    @Override
    public Object get() throws IOException {
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        int size = 0;
        int end = -1;
        while (end < 0) {
            int count = in.read(head, size, head.length - size);
            if (count <= 0) {
                throw new EOFException("The server closed the connection");
            }
            size += count;
            end = endOfHead(size);
        }
        byte[] body = new byte[contentLength(end)];
        System.arraycopy(head, end, body, 0, size - end);
        if (in.readNBytes(body, size - end, body.length - (size - end)) < body.length - (size - end)) {
            throw new EOFException("The body is incomplete");
        }
        return decoder.decode(body);
    }

    private int endOfHead(int size) {
        for (int i = 4; i <= size; i++) {
            if (head[i - 1] == '\n' && head[i - 2] == '\r' && head[i - 3] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private int contentLength(int end) {
        for (int i = 0; i < end - LENGTH.length; i++) {
            int matched = 0;
            while (matched < LENGTH.length && head[i + matched] == LENGTH[matched]) {
                matched++;
            }
            if (matched == LENGTH.length) {
                int length = 0;
                for (int digit = i + matched; head[digit] != '\r'; digit++) {
                    length = 10 * length + head[digit] - '0';
                }
                return length;
            }
        }
        throw new IllegalStateException("The response has no Content-Length");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
