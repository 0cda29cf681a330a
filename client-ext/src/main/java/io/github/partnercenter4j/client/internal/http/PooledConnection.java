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
 * A connection that tells without waiting whether it can be used again. HttpClient's own check blocks for a
 * millisecond, many times what a call takes, and does not mind bytes that nobody asked for. Built on HttpCore's
 * connection, since HttpClient's own is final before its version 5.6, which Spring Boot 3 and 4 manage.
 */
final class PooledConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection, Identifiable {
    // For trailers, and for the lines before and within chunks.
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

    /** Closed by the server, or with bytes waiting that would be taken for the next answer. */
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

    /** Takes the byte that it finds, since the connection is of no more use then. */
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

    /** A socket that comes while the connection is being closed would otherwise stay open. */
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
        // A socket that rests has no time limit, and needs none while it works: see ConnectionPool.
    }

    @Override
    public void activate() {
        // See passivate.
    }

    /** Never in the orderly way: over TLS that waits for the server's goodbye, and nobody could end the wait. */
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
