package io.github.partnercenter4j.client.internal.body;

import java.io.Reader;

/** Reads ASCII from bytes. A String of a large body would double its memory. */
final class AsciiReader extends Reader {
    private final byte[] bytes;
    private int position;

    AsciiReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (position == bytes.length) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, bytes.length - position);
        for (int i = 0; i < count; i++) {
            target[offset + i] = (char) bytes[position + i];
        }
        position += count;
        return count;
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
