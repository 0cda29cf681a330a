package io.github.partnercenter4j.client.internal.http;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a transport.
 *
 * @param connectTimeout limits the DNS lookup, connecting and the TLS handshake together
 * @param maxConnections the maximum number of open connections
 * @param maxBodyBytes the maximum size of a body after decompression, in bytes
 * @param sslContext the trusted certificates and the client certificate, or null for the JVM's settings; the host name is
 *     verified in both cases
 * @param proxy the proxy, or null for none
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
