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

/** The first lines of a request or a response, byte for byte, and what they say of the body that follows. */
public record HttpHead(byte[] bytes, String startLine, List<Map.Entry<String, String>> headers) {

    private static final int LIMIT = 1 << 20;

    /** Reads up to the empty line; null if the connection ended before. */
    public static @Nullable HttpHead read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int newlines = 0;
        while (newlines < 2) {
            int b = in.read();
            if (b < 0 || bytes.size() > LIMIT) {
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

    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Reads the body as it is on the wire, chunks and all. */
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
            throw new IOException("The length of a body is no number", e);
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

    /** The bytes without the lines of one header. */
    public byte[] without(String name) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replaceAll("(?im)^" + name + ":.*\r?\n", "").getBytes(StandardCharsets.ISO_8859_1);
    }
}
