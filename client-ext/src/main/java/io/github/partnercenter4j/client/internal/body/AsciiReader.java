package io.github.partnercenter4j.client.internal.body;

import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Reads ASCII from bytes. A String of a large body would double its memory. */
final class AsciiReader extends Reader {
    private final ByteBuffer bytes;
    // The JVM has fast code for it, unlike for a loop.
    private final CharsetDecoder decoder = StandardCharsets.US_ASCII.newDecoder();

    AsciiReader(byte[] bytes, int start) {
        this.bytes = ByteBuffer.wrap(bytes, start, bytes.length - start);
    }

    @Override
    public int read(char[] target, int offset, int length) {
        if (!bytes.hasRemaining()) {
            return length == 0 ? 0 : -1;
        }
        CharBuffer characters = CharBuffer.wrap(target, offset, length);
        decoder.decode(bytes, characters, true);
        return length - characters.remaining();
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
