package io.github.partnercenter4j.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Identifiable;
import org.jspecify.annotations.Nullable;

/**
 * A connection that checks without waiting whether it can be used again. HttpClient's own check blocks for a
 * millisecond, which is longer than many calls, and ignores unexpected bytes. Extends HttpCore's class, because the one of
 * HttpClient is final before version 5.6, and Spring Boot 3 and 4 manage an older one.
 */
final class PooledConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection, Identifiable {
    // These limits apply to trailers and chunk headers; ResponseHeadParser limits the head.
    private static final Http1Config CONFIG = Http1Config.custom()
            .setMaxHeaderCount(100)
            .setMaxLineLength(128 * 1024)
            .build();

    private final String id;
    private final ResponseHeadParser parser;
    private volatile boolean closing;

    static PooledConnection create(String id) {
        return new PooledConnection(id, new ResponseHeadParser());
    }

    private PooledConnection(String id, ResponseHeadParser parser) {
        super(CONFIG, null, null, null, null, null, config -> parser);
        this.id = id;
        this.parser = parser;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    /** True if the server closed the connection, or bytes are waiting that would be read as the next response. */
    @Override
    public boolean isStale() throws IOException {
        SocketHolder holder = getSocketHolder();
        if (holder == null || parser.hasUnreadBytes()) {
            return true;
        }
        SSLSocket tls = holder.getSSLSocket();
        return tls != null && tls.getInputStream().available() > 0
                || hasInput(holder.getBaseSocket().getChannel());
    }

    /** Consumes the byte that it finds, because a connection with input is not used again. */
    private static boolean hasInput(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        try {
            return channel.read(ByteBuffer.allocate(1)) != 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        bind(new SocketHolder(tls, socket));
    }

    /** Closes a socket that arrives while the connection is being closed. */
    @Override
    public void bind(SocketHolder holder) throws IOException {
        super.bind(holder);
        if (closing) {
            holder.getBaseSocket().close();
            throw new InterruptedIOException("Connection already shut down");
        }
    }

    @Override
    public void passivate() {
        // Sockets have no timeout, see ConnectionPool.
    }

    @Override
    public void activate() {
        // See passivate.
    }

    /** Closes immediately. An orderly TLS close waits for the peer's close_notify and cannot be cancelled. */
    @Override
    public void close() {
        close(CloseMode.IMMEDIATE);
    }

    @Override
    public void close(CloseMode mode) {
        closing = true;
        super.close(CloseMode.IMMEDIATE);
    }
}
