package io.github.partnercenter4j.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP/1.1 message: its start line and its headers, up to the empty line.
 *
 * @param bytes the head byte for byte, with the empty line
 * @param startLine the request line or the status line
 * @param headers the headers in order, with names in the case in which they were sent
 */
public record HttpHead(byte[] bytes, String startLine, List<Map.Entry<String, String>> headers) {

    private static final int MAX_BYTES = 1 << 20;

    /**
     * Reads the head of a message. Reads nothing that follows it.
     *
     * @param in the stream, at the start of a message
     * @return the head; null if the stream ends before the empty line, or the head is longer than 1 MiB
     * @throws IOException if reading fails
     */
    public static @Nullable HttpHead read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int b = in.read();
            if (b < 0 || bytes.size() >= MAX_BYTES) {
                return null;
            }
            bytes.write(b);
            newlines = b == '\n' ? newlines + 1 : b == '\r' ? newlines : 0;
        }
        String[] lines = bytes.toString(StandardCharsets.ISO_8859_1).split("\r?\n");
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.add(Map.entry(
                        lines[i].substring(0, colon),
                        lines[i].substring(colon + 1).strip()));
            }
        }
        return new HttpHead(bytes.toByteArray(), lines[0], List.copyOf(headers));
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the header's name, in any case
     * @return the value; empty if the message has no such header
     */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Reads the body that follows this head, as it is on the wire. A chunked body includes the sizes of the chunks.
     *
     * @param in the stream, after this head
     * @return the body; empty without Content-Length or Transfer-Encoding
     * @throws IOException if reading fails, or the length of the body or of a chunk is not a number
     */
    public byte[] body(InputStream in) throws IOException {
        if (header("Transfer-Encoding").isPresent()) {
            return chunks(in);
        }
        return in.readNBytes(number(header("Content-Length").orElse("0"), 10));
    }

    private static int number(String text, int radix) throws IOException {
        try {
            return Math.max(0, Integer.parseInt(text, radix));
        } catch (NumberFormatException e) {
            throw new IOException("The length of a body is not a number", e);
        }
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int size = -1;
        while (size != 0) {
            String line = line(in, bytes);
            size = number(line.split(";")[0].strip(), 16);
            bytes.writeBytes(in.readNBytes(size));
            if (size > 0) {
                line(in, bytes);
            }
        }
        // Trailers, then the empty line.
        while (!line(in, bytes).isBlank()) {}
        return bytes.toByteArray();
    }

    private static String line(InputStream in, ByteArrayOutputStream copy) throws IOException {
        StringBuilder line = new StringBuilder();
        int b = 0;
        while (b != '\n') {
            b = in.read();
            if (b < 0) {
                throw new IOException("The connection ended within a body");
            }
            copy.write(b);
            line.append((char) b);
        }
        return line.toString().strip();
    }

    /**
     * Returns the bytes of this head without a header.
     *
     * @param name the header's name, in any case
     * @return the bytes without the lines of this header
     */
    public byte[] without(String name) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replaceAll("(?im)^" + name + ":.*\r?\n", "").getBytes(StandardCharsets.ISO_8859_1);
    }
}
