package io.github.partnercenter4j.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Collects the bytes of a body. A body of the expected length is returned without a copy. */
final class BodyBuffer {
    private static final int INITIAL_SIZE = 8 * 1024;
    // A larger Content-Length may be wrong, so the buffer grows only as bytes arrive.
    private static final int MAX_INITIAL_SIZE = 64 * 1024;
    private static final int MAX_GROWTH = 32;
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private final long expected;
    private byte[] bytes;
    private int length;

    /** Creates a buffer. The expected length is negative if it is not known. */
    BodyBuffer(long expected) {
        this.expected = expected;
        this.bytes = new byte[expected < 0 ? INITIAL_SIZE : (int) Math.min(expected, MAX_INITIAL_SIZE)];
    }

    /** Reads to the end, or one byte beyond the limit, which shows that the body is too large. */
    void fill(InputStream in, int limit, IntConsumer received) throws IOException {
        while (length <= limit) {
            int count;
            if (length < bytes.length) {
                count = in.read(bytes, length, Math.min(bytes.length, limit + 1) - length);
            } else {
                // A body of the expected length ends here, and the buffer need not grow.
                int next = in.read();
                if (next < 0) {
                    return;
                }
                grow();
                bytes[length] = (byte) next;
                count = 1;
            }
            if (count < 0) {
                return;
            }
            length += count;
            received.accept(count);
        }
    }

    private void grow() {
        long size = expected > length ? Math.min(expected, (long) MAX_GROWTH * length) : 2L * length;
        bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(size, INITIAL_SIZE), MAX_ARRAY));
    }

    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
