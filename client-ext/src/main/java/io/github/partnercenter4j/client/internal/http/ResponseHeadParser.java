package io.github.partnercenter4j.client.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Parses the status line and headers strictly. HttpClient's own parser skips lines before the status line, accepts the
 * end of the connection as the end of the headers, and follows a protocol switch.
 */
final class ResponseHeadParser extends DefaultHttpResponseParser {
    static final int MAX_HEAD_BYTES = 1024 * 1024;

    // Head limits the size in bytes instead.
    private static final Http1Config CONFIG =
            Http1Config.custom().setMaxHeaderCount(0).setMaxLineLength(0).build();

    private @Nullable SessionInputBuffer buffer;

    ResponseHeadParser() {
        super(CONFIG);
    }

    /** True if bytes were received that no response has consumed yet. */
    boolean hasUnreadBytes() {
        return buffer != null && buffer.length() > 0;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        this.buffer = buffer;
        return super.parse(buffer, new Head(in, buffer.length()));
    }

    @Override
    protected ClassicHttpResponse createMessage(CharArrayBuffer line) throws IOException, HttpException {
        ClassicHttpResponse response = super.createMessage(line);
        // RFC 9112, section 4: a status code is three digits.
        if (response.getCode() < 100 || response.getCode() > 999) {
            throw new ProtocolException("Invalid status code: " + response.getCode());
        }
        // HttpClient would follow a TLS upgrade that the client did not request.
        if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
            throw new ProtocolException("The server switched protocols without a request");
        }
        return response;
    }

    private static final class Head extends FilterInputStream {
        private long bytes;

        private Head(InputStream in, int buffered) {
            super(in);
            bytes = buffered;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0 && bytes > 0) {
                throw new ConnectionClosedException("Connection closed within the headers");
            }
            bytes += Math.max(count, 0);
            if (bytes > MAX_HEAD_BYTES) {
                throw new MessageConstraintException("Headers of more than " + MAX_HEAD_BYTES + " bytes");
            }
            return count;
        }
    }
}
