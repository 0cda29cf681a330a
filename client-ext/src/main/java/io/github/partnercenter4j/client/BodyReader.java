package io.github.partnercenter4j.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body whole, decompressed, within the limit. What is too large or broken fails an answer of success; of any
 * other answer what could be read is kept, since its status tells more than our trouble with its body.
 */
final class BodyReader {
    private static final byte[] EMPTY = {};
    // Room for what a server announces, but not on its word alone.
    private static final int LARGEST_FIRST_BUFFER = 64 * 1024;
    private static final int FIRST_BUFFER = 8 * 1024;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final int limit;

    BodyReader(long maxBodyBytes) {
        this.limit = (int) Math.min(maxBodyBytes, LARGEST_ARRAY - 1);
    }

    /**
     * Leaves the connection as it is where the body is cut.
     *
     * @throws IOException if the connection failed
     * @throws DecodingException if an answer of success is too large or cannot be decompressed
     */
    byte[] read(ClassicHttpResponse response, Exchange exchange) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return EMPTY;
        }
        exchange.receiving(entity.getContentLength());
        // Read before it is decompressed, so that a body cut on its way is not taken for a broken one.
        Buffer wire = new Buffer(entity.getContentLength());
        wire.fill(entity.getContent(), exchange);
        boolean mustBeWhole = response.getCode() / 100 == 2;
        if (wire.isOver() && mustBeWhole) {
            throw tooLarge(response, exchange);
        }
        String encoding = encoding(response);
        if (encoding.isEmpty() || wire.size == 0) {
            return wire.bytes();
        }
        if (!isGzip(encoding)) {
            if (mustBeWhole) {
                throw unreadable("has an unknown Content-Encoding", null, response, exchange);
            }
            return EMPTY;
        }
        Buffer decoded = new Buffer(-1);
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(wire.array, 0, wire.size))) {
            decoded.fill(gzip, null);
        } catch (IOException e) {
            if (mustBeWhole) {
                throw unreadable("is not the gzip that its Content-Encoding says", e, response, exchange);
            }
        }
        if (decoded.isOver() && mustBeWhole) {
            throw tooLarge(response, exchange);
        }
        return decoded.bytes();
    }

    /** Empty for a body that is as it is. RFC 9110, section 8.4. */
    private static String encoding(ClassicHttpResponse response) {
        StringBuilder encodings = new StringBuilder();
        for (Header header : response.getHeaders("Content-Encoding")) {
            for (String token : header.getValue().split(",")) {
                String encoding = token.strip().toLowerCase(Locale.ROOT);
                if (!encoding.isEmpty() && !encoding.equals("identity")) {
                    encodings.append(encodings.isEmpty() ? "" : ",").append(encoding);
                }
            }
        }
        return encodings.toString();
    }

    private static boolean isGzip(String encoding) {
        return encoding.equals("gzip") || encoding.equals("x-gzip");
    }

    private DecodingException tooLarge(ClassicHttpResponse response, Exchange exchange) {
        return new DecodingException(
                DecodingException.Kind.TOO_LARGE,
                "The body of the answer " + response.getCode() + " is larger than the limit of " + limit + " bytes",
                null,
                response.getCode(),
                null,
                exchange.call().ids());
    }

    private static DecodingException unreadable(
            String what, @Nullable IOException cause, ClassicHttpResponse response, Exchange exchange) {
        return new DecodingException(
                DecodingException.Kind.UNREADABLE,
                "The body of the answer " + response.getCode() + " " + what,
                cause,
                response.getCode(),
                null,
                exchange.call().ids());
    }

    /** Grows to one byte more than the limit, and that byte tells that there was more. */
    private final class Buffer {
        private byte[] array;
        private int size;

        private Buffer(long expected) {
            // One byte more than expected, so that the end is found without growing.
            array = new byte
                    [expected < 0
                            ? Math.min(FIRST_BUFFER, limit + 1)
                            : (int) Math.min(expected, Math.min(LARGEST_FIRST_BUFFER, limit)) + 1];
        }

        private void fill(InputStream in, @Nullable Exchange exchange) throws IOException {
            while (true) {
                int count = in.read(array, size, array.length - size);
                if (count < 0) {
                    return;
                }
                size += count;
                if (exchange != null) {
                    exchange.received(count);
                }
                if (isOver()) {
                    return;
                }
                if (size == array.length) {
                    array = Arrays.copyOf(array, (int) Math.min(2L * array.length, limit + 1L));
                }
            }
        }

        private boolean isOver() {
            return size > limit;
        }

        private byte[] bytes() {
            int length = Math.min(size, limit);
            return length == array.length ? array : Arrays.copyOf(array, length);
        }
    }
}
