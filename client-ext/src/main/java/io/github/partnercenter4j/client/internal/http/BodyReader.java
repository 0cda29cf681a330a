package io.github.partnercenter4j.client.internal.http;

import io.github.partnercenter4j.client.internal.http.TransportFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decompresses a body, up to the limit. A 2xx response fails if its body is too large or broken. For any other
 * response the readable part is returned, because its status matters more than its body.
 */
public final class BodyReader {
    private static final byte[] EMPTY = {};
    private static final int INITIAL_BUFFER = 8 * 1024;
    // A larger Content-Length may be wrong, so the buffer grows only as bytes arrive.
    private static final int MAX_INITIAL_BUFFER = 64 * 1024;

    private final int limit;

    public BodyReader(long maxBodyBytes) {
        this.limit = Math.toIntExact(maxBodyBytes);
    }

    /**
     * Reads the body of a response. If the body is cut, the rest stays unread on the connection.
     *
     * @throws IOException if the connection failed
     * @throws TransportFailure if the body of a 2xx response is too large or cannot be decompressed
     */
    byte[] read(ClassicHttpResponse response, Exchange exchange) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return EMPTY;
        }
        int status = response.getCode();
        long expected = entity.getContentLength();
        exchange.receiving(expected);
        // Read completely before decompressing, so that a connection that breaks is not reported as a broken body. One
        // byte more than expected, so that the end is found without growing the buffer.
        ByteArrayBuffer wire =
                new ByteArrayBuffer(expected < 0 ? INITIAL_BUFFER : (int) Math.min(expected, MAX_INITIAL_BUFFER) + 1);
        fill(wire, entity.getContent(), exchange::received);
        byte[] body = withinLimit(wire.toByteArray(), status);
        String encoding = encoding(response);
        if (encoding.isEmpty() || body.length == 0) {
            return body;
        }
        boolean mustBeComplete = mustBeComplete(status);
        if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
            if (mustBeComplete) {
                throw failure(Kind.UNREADABLE_BODY, "has an unknown Content-Encoding", null, status);
            }
            return EMPTY;
        }
        ByteArrayBuffer decoded = new ByteArrayBuffer(INITIAL_BUFFER);
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            fill(decoded, gzip, count -> {});
        } catch (IOException e) {
            if (mustBeComplete) {
                throw failure(Kind.UNREADABLE_BODY, "is not gzip, although its Content-Encoding says so", e, status);
            }
        }
        return withinLimit(decoded.toByteArray(), status);
    }

    private static boolean mustBeComplete(int status) {
        return status / 100 == 2;
    }

    /** Empty if the body is not encoded. RFC 9110, section 8.4. */
    private static String encoding(ClassicHttpResponse response) {
        List<String> encodings = new ArrayList<>();
        MessageSupport.parseTokens(response, "Content-Encoding", encodings::add);
        encodings.removeIf("identity"::equalsIgnoreCase);
        return String.join(",", encodings).toLowerCase(Locale.ROOT);
    }

    /** Reads to the end, or one byte beyond the limit, which shows that the body is too large. */
    private void fill(ByteArrayBuffer body, InputStream in, IntConsumer received) throws IOException {
        while (body.length() <= limit) {
            body.ensureCapacity(1);
            int count = in.read(body.array(), body.length(), Math.min(body.capacity(), limit + 1) - body.length());
            if (count < 0) {
                return;
            }
            body.setLength(body.length() + count);
            received.accept(count);
        }
    }

    /**
     * Returns a body that was already read, cut to the limit unless the status is 2xx.
     *
     * @throws TransportFailure if the body of a 2xx response is too large
     */
    public byte[] withinLimit(byte[] body, int status) {
        if (body.length > limit && mustBeComplete(status)) {
            throw failure(Kind.BODY_TOO_LARGE, "is larger than the limit of " + limit + " bytes", null, status);
        }
        return body.length > limit ? Arrays.copyOf(body, limit) : body;
    }

    private static TransportFailure failure(Kind kind, String what, @Nullable IOException cause, int status) {
        return TransportFailure.ofBody(
                kind, "The body of the response with status " + status + " " + what, cause, status);
    }
}
