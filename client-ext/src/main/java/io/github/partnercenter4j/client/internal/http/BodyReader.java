package io.github.partnercenter4j.client.internal.http;

import io.github.partnercenter4j.client.internal.http.TransportFailure.Kind;
import io.github.partnercenter4j.client.internal.text.PlainText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.message.MessageSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decompresses a body, up to the limit. A 2xx response fails if its body is too large or broken. For any other
 * response the readable part is returned, because its status matters more than its body.
 */
public final class BodyReader {
    private static final byte[] EMPTY = {};
    private static final int MAX_SHOWN = 100;

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
        // Read completely before decompressing, so that a connection that breaks is not reported as a broken body.
        BodyBuffer wire = new BodyBuffer(expected);
        wire.fill(entity.getContent(), limit, exchange::received);
        byte[] body = withinLimit(wire.toBytes(), status);
        if (body.length == 0) {
            return body;
        }
        List<String> codings = codings(response);
        int decompressed = 0;
        for (int i = codings.size() - 1; i >= 0; i--) {
            String coding = codings.get(i);
            if (!coding.equals("gzip") && !coding.equals("x-gzip")) {
                return unknownCoding(coding, body, status, exchange);
            }
            // A gateway may repeat the header, so only the last gzip must be there. Nobody needs more than two.
            if (decompressed == 0 || decompressed == 1 && isGzip(body)) {
                body = decompress(body, status);
                decompressed++;
            }
        }
        return body;
    }

    private byte[] decompress(byte[] body, int status) {
        BodyBuffer decoded = new BodyBuffer(-1);
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            decoded.fill(gzip, limit, count -> {});
        } catch (IOException e) {
            if (mustBeComplete(status)) {
                throw failure(Kind.UNREADABLE_BODY, "is not gzip, although its Content-Encoding says so", e, status);
            }
        }
        return withinLimit(decoded.toBytes(), status);
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 1 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
    }

    /** An error is worth reading if its body is text after all, as under the coding utf-8. */
    private static byte[] unknownCoding(String coding, byte[] body, int status, Exchange exchange) {
        if (mustBeComplete(status)) {
            String shown = coding.length() > MAX_SHOWN ? coding.substring(0, MAX_SHOWN) + "..." : coding;
            throw failure(
                    Kind.UNREADABLE_BODY,
                    "has the Content-Encoding "
                            + PlainText.excerpt(exchange.call().redact(shown))
                            + ", but the client reads only gzip and identity",
                    null,
                    status);
        }
        return isText(body) ? body : EMPTY;
    }

    private static boolean isText(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .chars()
                    .noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean mustBeComplete(int status) {
        return status / 100 == 2;
    }

    /** The codings in the order in which they were applied, without identity, RFC 9110, section 8.4. */
    private static List<String> codings(ClassicHttpResponse response) {
        if (!response.containsHeader("Content-Encoding")) {
            return List.of();
        }
        List<String> codings = new ArrayList<>();
        MessageSupport.parseTokens(
                response, "Content-Encoding", coding -> codings.add(coding.toLowerCase(Locale.ROOT)));
        codings.removeIf(coding -> coding.isEmpty() || coding.equals("identity"));
        return codings;
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
