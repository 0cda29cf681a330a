package io.github.partnercenter4j.client.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The innermost filter: sends one request and reads the complete response into memory, within the deadline of the call. It
 * adds no headers of its own, follows no redirects, keeps no cookies and repeats no requests. Thread-safe.
 */
public final class HttpTransport implements Client, AutoCloseable {
    private final ConnectionPool pool;
    private final CloseableHttpClient client;
    private final Watchdog watchdog = new Watchdog();
    private final BodyReader bodyReader;
    private final FailureTranslator failures;
    private final @Nullable ProxySettings proxy;
    private volatile boolean closed;

    public HttpTransport(TransportSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    HttpTransport(TransportSettings settings, DnsResolver dns) {
        this.proxy = settings.proxy();
        this.pool = new ConnectionPool(settings, dns);
        this.client = HttpClientBuilder.create()
                .setConnectionManager(pool)
                .setProxy(proxy == null ? null : proxy.host())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .setDefaultRequestConfig(RequestConfig.custom()
                        // A 401 is returned like any other response: its challenge is not parsed.
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        // The watchdog enforces the deadline. Zero would mean not to wait at all.
                        .setConnectionRequestTimeout(Timeout.ofDays(2))
                        .build())
                .addRequestInterceptorLast((request, entity, context) -> ((Exchange) context).beforeSending(request))
                .build();
        this.bodyReader = new BodyReader(settings.maxBodyBytes());
        this.failures = new FailureTranslator(settings);
    }

    /** Sends a request once, see {@link #send}. Feign passes the call as its options. */
    @Override
    public Response execute(Request request, Request.Options options) {
        return send(request, (CallContext) options);
    }

    /**
     * Sends a request once.
     *
     * @param request what to send
     * @param call the call that the request belongs to
     * @return the response of any status, with its body in memory
     * @throws TransportFailure if no complete response arrived, or the body of a 2xx response is too large or cannot be
     *     decompressed
     * @throws IllegalStateException if the transport was closed before
     */
    public Response send(Request request, CallContext call) {
        if (closed && !call.isRepeat()) {
            throw new IllegalStateException(
                    "The client is closed: make the call before close(), or build a new client");
        }
        Exchange exchange = new Exchange(call, wireRequest(request));
        Exchange.StopReason reason = closed ? Exchange.StopReason.CLOSED : exchange.reasonToStop();
        if (reason != null) {
            throw failures.stopped(exchange, reason, null);
        }
        watchdog.watch(exchange);
        try {
            if (proxy != null) {
                proxy.authorize(exchange);
            }
            ClassicHttpResponse response = client.executeOpen(null, exchange.request(), exchange);
            if (isFromProxy(exchange, response)) {
                throw failures.refusedByProxy(exchange, response.getCode());
            }
            return Response.builder()
                    .status(response.getCode())
                    .reason(response.getReasonPhrase())
                    .headers(headers(response))
                    .request(request)
                    .body(new ReceivedBody(bodyReader.read(response, exchange)))
                    .build();
        } catch (TransportFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw translate(exchange, e);
        } finally {
            watchdog.forget(exchange);
            exchange.finish();
        }
    }

    /** HttpClient returns the proxy's refusal to open a tunnel as if it came from the service. Only a proxy sends 407. */
    private boolean isFromProxy(Exchange exchange, ClassicHttpResponse response) {
        return proxy != null
                && (exchange.phase() != Exchange.Phase.WAITING_FOR_RESPONSE
                        || response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED && !exchange.isSecure());
    }

    private RuntimeException translate(Exchange exchange, Exception exception) {
        Exchange.StopReason reason = exchange.stopReason();
        if (reason == null && Thread.currentThread().isInterrupted()) {
            reason = Exchange.StopReason.INTERRUPTED;
        }
        if (reason == null && closed) {
            reason = Exchange.StopReason.CLOSED;
        }
        if (reason != null) {
            return failures.stopped(exchange, reason, exception);
        }
        return exception instanceof RuntimeException bug ? bug : failures.failed(exchange, exception);
    }

    /** Sends the URL byte for byte. HttpClient would parse it and build it again. */
    private static HttpUriRequestBase wireRequest(Request request) {
        String url = request.url();
        int path = url.indexOf('/', url.indexOf("://") + 3);
        String origin = path < 0 ? url : url.substring(0, path);
        HttpUriRequestBase wire = new HttpUriRequestBase(request.httpMethod().name(), URI.create(origin));
        wire.setPath(path < 0 ? "/" : url.substring(path));
        request.headers().forEach((name, values) -> {
            // HttpClient writes the length itself, and rejects a second one.
            if (!name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> wire.addHeader(name, value));
            }
        });
        if (request.body() != null) {
            wire.setEntity(new ByteArrayEntity(request.body(), null));
        }
        return wire;
    }

    private static Map<String, Collection<String>> headers(ClassicHttpResponse response) {
        Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        return headers;
    }

    /** The number of connections that calls use now. */
    int leased() {
        return pool.getTotalStats().getLeased();
    }

    /** Stops the running calls, closes the connections and ends the watchdog thread. */
    @Override
    public void close() {
        closed = true;
        watchdog.close();
        pool.close(CloseMode.IMMEDIATE);
    }

    boolean isWatching() {
        return watchdog.isAlive();
    }
}
