package io.github.partnercenter4j.client.internal.http;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The connections of one transport. Each is checked before it is used again, no matter how recently it was used. */
final class ConnectionPool extends PoolingHttpClientConnectionManager {

    ConnectionPool(TransportSettings settings, DnsResolver dns) {
        this(settings, dns, new AtomicLong());
    }

    private ConnectionPool(TransportSettings settings, DnsResolver dns, AtomicLong count) {
        super(
                new Connector(settings, dns),
                PoolConcurrencyPolicy.STRICT,
                PoolReusePolicy.LIFO,
                TimeValue.NEG_ONE_MILLISECOND,
                socket -> PooledConnection.create("connection-" + count.incrementAndGet()));
        setMaxTotal(settings.maxConnections());
        setDefaultMaxPerRoute(settings.maxConnections());
        // The watchdog enforces the deadline. By default a socket gives up after three minutes.
        setDefaultSocketConfig(
                SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build());
        setDefaultConnectionConfig(ConnectionConfig.custom()
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build());
    }

    @Override
    public LeaseRequest lease(String id, HttpRoute route, Timeout timeout, @Nullable Object state) {
        LeaseRequest lease = super.lease(id, route, timeout, state);
        return new LeaseRequest() {
            @Override
            public ConnectionEndpoint get(Timeout wait)
                    throws InterruptedException, ExecutionException, TimeoutException {
                try {
                    return lease.get(wait);
                } catch (InterruptedException e) {
                    if (!lease.cancel()) {
                        giveBack(lease);
                    }
                    throw e;
                }
            }

            @Override
            public boolean cancel() {
                return lease.cancel();
            }
        };
    }

    /** Returns a connection that arrived at the moment of the interrupt. HttpClient would not return it to the pool. */
    private void giveBack(LeaseRequest lease) throws InterruptedException, ExecutionException, TimeoutException {
        ConnectionEndpoint endpoint = lease.get(Timeout.ZERO_MILLISECONDS);
        endpoint.close(CloseMode.IMMEDIATE);
        release(endpoint, null, TimeValue.ZERO_MILLISECONDS);
    }
}
