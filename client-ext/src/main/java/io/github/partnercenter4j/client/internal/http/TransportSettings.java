package io.github.partnercenter4j.client.internal.http;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the transport may use.
 *
 * @param connectTimeout bounds looking up the name, connecting and the TLS handshake together
 * @param maxConnections the most connections that are open at a time
 * @param maxBodyBytes the most bytes of a body, decompressed
 * @param sslContext whom to trust and who we are, or null for what the JVM is set up with; the host name is verified with
 *     either
 * @param proxy what the calls go through, or null
 */
public record TransportSettings(
        Duration connectTimeout,
        int maxConnections,
        long maxBodyBytes,
        @Nullable SSLContext sslContext,
        @Nullable ProxySettings proxy) {

    TransportSettings(Duration connectTimeout, int maxConnections, long maxBodyBytes) {
        this(connectTimeout, maxConnections, maxBodyBytes, null, null);
    }
}
