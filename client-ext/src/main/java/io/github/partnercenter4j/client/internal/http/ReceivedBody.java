package io.github.partnercenter4j.client.internal.http;

import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A body in memory. Unlike Feign's, it is read without a copy. */
public final class ReceivedBody implements Response.Body {
    private static final byte[] EMPTY = {};

    private final byte[] bytes;

    ReceivedBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes of a body that is in memory already; none for null. */
    public static byte[] bytes(Response.@Nullable Body body) {
        if (body instanceof ReceivedBody received) {
            return received.bytes;
        }
        try {
            return body == null ? EMPTY : body.asInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Integer length() {
        return bytes.length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream asInputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public Reader asReader(Charset charset) {
        return new InputStreamReader(asInputStream(), charset);
    }

    @Override
    public void close() {
        // Nothing to close.
    }
}
