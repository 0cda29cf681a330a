package io.github.partnercenter4j.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections: looks up the name, tries the addresses in order, opens the proxy's tunnel and starts TLS, all within
 * one connect timeout. Calls only methods of HttpClient 5.5, because Spring Boot 3 and 4 manage that version.
 */
final class Connector implements HttpClientConnectionOperator {
    private final HttpClientConnectionOperator addressConnector;
    private final DnsResolver dns;
    private final Duration connectTimeout;
    private final boolean proxied;

    Connector(TransportSettings settings, DnsResolver dns) {
        this.addressConnector = new AddressConnector(tls(settings.sslContext()));
        this.dns = dns;
        this.connectTimeout = settings.connectTimeout();
        this.proxied = settings.proxy() != null;
    }

    private static TlsSocketStrategy tls(@Nullable SSLContext context) {
        return new DefaultClientTlsStrategy(
                context == null ? SSLContexts.createSystemDefault() : context,
                HostnameVerificationPolicy.BUILTIN,
                null);
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable InetSocketAddress localAddress,
            @Nullable TimeValue timeout,
            SocketConfig socketConfig,
            HttpContext context)
            throws IOException {
        connect(connection, host, null, localAddress, null, socketConfig, null, context);
    }

    // Overrides a method that only HttpClient 5.6 has. Without @Override the source compiles with 5.5, too.
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable Path unixDomainSocket,
            @Nullable InetSocketAddress localAddress,
            @Nullable Timeout timeout,
            SocketConfig socketConfig,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        connect(connection, host, name, localAddress, timeout, socketConfig, attachment, context);
    }

    @Override
    public void connect(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable InetSocketAddress localAddress,
            @Nullable Timeout timeout,
            SocketConfig socketConfig,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        Exchange exchange = (Exchange) context;
        exchange.startConnectTimeout(connectTimeout);
        InetAddress[] addresses = lookUp(host.getHostName(), exchange);
        exchange.connecting(() -> connection.close(CloseMode.IMMEDIATE));
        IOException failure = null;
        for (InetAddress address : addresses) {
            HttpHost target = new HttpHost(host.getSchemeName(), address, host.getHostName(), host.getPort());
            try {
                addressConnector.connect(
                        connection, target, name, localAddress, null, socketConfig, attachment, context);
                if (proxied && exchange.isSecure()) {
                    // The tunnel and TLS follow.
                    exchange.phase(Exchange.Phase.PROXY_TUNNEL);
                } else {
                    exchange.connected();
                }
                return;
            } catch (SSLException e) {
                throw e;
            } catch (IOException e) {
                // Report the failure of the first address, because it is the preferred one.
                failure = failure == null ? e : failure;
            }
        }
        throw failure == null ? new UnknownHostException(host.getHostName()) : failure;
    }

    @Override
    public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) throws IOException {
        upgrade(connection, host, null, null, context);
    }

    @Override
    public void upgrade(
            ManagedHttpClientConnection connection,
            HttpHost host,
            @Nullable NamedEndpoint name,
            @Nullable Object attachment,
            HttpContext context)
            throws IOException {
        addressConnector.upgrade(connection, host, name, attachment, context);
        ((Exchange) context).connected();
    }

    /** Runs on its own thread, because a lookup has no timeout and cannot be cancelled. */
    private InetAddress[] lookUp(String host, Exchange exchange) throws IOException {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> dns.resolve(host));
        exchange.phase(Exchange.Phase.DNS_LOOKUP);
        exchange.connecting(() -> lookup.cancel(false));
        Thread thread = new Thread(lookup, "partnercenter4j-lookup");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookup.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while looking up the host");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        }
    }

    /** Connects to one address, and starts TLS. */
    private static final class AddressConnector extends DefaultHttpClientConnectionOperator {
        AddressConnector(TlsSocketStrategy tls) {
            // The sockets of channels can be read without waiting, see PooledConnection.
            super(
                    proxy -> SocketChannel.open().socket(),
                    null,
                    null,
                    scheme -> URIScheme.HTTPS.same(scheme) ? tls : null);
        }

        @Override
        protected void onBeforeSocketConnect(HttpContext context, HttpHost host) {
            ((Exchange) context).phase(Exchange.Phase.CONNECTING);
        }

        @Override
        protected void onBeforeTlsHandshake(HttpContext context, HttpHost host) {
            ((Exchange) context).phase(Exchange.Phase.TLS_HANDSHAKE);
        }
    }
}
