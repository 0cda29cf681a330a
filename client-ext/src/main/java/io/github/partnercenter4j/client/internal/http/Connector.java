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
 * Opens connections: the name, the addresses in their order, the proxy's tunnel, TLS, all within one connect timeout.
 * Calls nothing that HttpClient 5.5 lacks, which Spring Boot 3 and 4 manage.
 */
final class Connector implements HttpClientConnectionOperator {
    private final HttpClientConnectionOperator steps;
    private final DnsResolver dns;
    private final Duration connectTimeout;
    private final boolean proxied;

    Connector(TransportSettings settings, DnsResolver dns) {
        this.steps = new Steps(tls(settings.sslContext()));
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

    // Overrides a method of HttpClient 5.6, which 5.5 lacks: so that the same source compiles with either.
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
        exchange.connectingWithin(connectTimeout);
        InetAddress[] addresses = lookUp(host.getHostName(), exchange);
        exchange.connecting(() -> {
            connection.close(CloseMode.IMMEDIATE);
            return true;
        });
        IOException failure = null;
        for (InetAddress address : addresses) {
            HttpHost target = new HttpHost(host.getSchemeName(), address, host.getHostName(), host.getPort());
            try {
                steps.connect(connection, target, name, localAddress, null, socketConfig, attachment, context);
                if (proxied && exchange.isSecure()) {
                    // The tunnel and TLS are still to come.
                    exchange.phase(Exchange.Phase.ASKING_PROXY);
                } else {
                    exchange.connected();
                }
                return;
            } catch (SSLException e) {
                throw e;
            } catch (IOException e) {
                // The first address is the preferred one, and its failure the one to tell.
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
        steps.upgrade(connection, host, name, attachment, context);
        ((Exchange) context).connected();
    }

    /** On a thread of its own, since a lookup takes as long as it likes and cannot be ended. */
    private InetAddress[] lookUp(String host, Exchange exchange) throws IOException {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> dns.resolve(host));
        exchange.phase(Exchange.Phase.LOOKING_UP);
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

    /** One address, and TLS. */
    private static final class Steps extends DefaultHttpClientConnectionOperator {
        Steps(TlsSocketStrategy tls) {
            // Sockets of channels can be peeked at without waiting, see PooledConnection.
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
            ((Exchange) context).phase(Exchange.Phase.SHAKING_HANDS);
        }
    }
}
