package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import io.github.partnercenter4j.sandbox.internal.credential.SandboxCertificate;
import io.github.partnercenter4j.sandbox.internal.http.TracingHeaders;
import io.github.partnercenter4j.sandbox.internal.order.OrderBook;
import io.github.partnercenter4j.sandbox.internal.service.Behavior;
import io.github.partnercenter4j.sandbox.internal.service.PartnerCenterService;
import io.github.partnercenter4j.sandbox.internal.service.Renderer;
import io.github.partnercenter4j.sandbox.internal.service.Routes;
import io.github.partnercenter4j.sandbox.internal.service.ServiceServer;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import io.github.partnercenter4j.sandbox.token.AuthorizationServer;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Partner Center on the loopback address, for tests and for trying the client. It knows the customer and the
 * order of the sample in Microsoft's documentation, and the orders that are added.
 *
 * <p>Thread-safe. It runs until {@link #close()} is called.
 */
public final class PartnerCenterSandbox implements AutoCloseable {

    private static final String TENANT_ID = "c0ffee00-5a9d-4b0c-8e57-0123456789ab";
    /** The order of the sample in Microsoft's documentation. */
    private static final SandboxOrder SAMPLE = SandboxOrder.of(
                    "0c39d6d5-c70d-4c55-bc02-f620844f3fd1", "34828C05-C16C-4D6F-9CFC-4D2650EF19A1")
            .with(LineItem.of(1, "fulfilled").withId(0));

    private final Script script = new Script();
    private final Journal journal = new Journal();
    private final SpecModel spec;
    private final Clock clock;
    private final OrderBook orders;
    private final AccessTokens tokens;
    private final String token;
    private final SandboxCertificate certificate = new SandboxCertificate();
    private final ServiceServer service;
    private final String baseUrl;
    private @Nullable AuthorizationServer authorizationServer;

    PartnerCenterSandbox(SandboxBuilder options) {
        spec = options.spec;
        clock = options.clock;
        orders = new OrderBook(clock, SAMPLE);
        options.orders.forEach(orders::add);
        options.forbiddenCustomers.forEach(orders::forbid);
        tokens = new AccessTokens(clock);
        token = tokens.issue(TENANT_ID, true, Duration.ofDays(365));
        service = ServiceServer.start(
                new PartnerCenterService(
                        spec,
                        new Behavior(spec, tokens, orders, options.quota, clock),
                        new Renderer(spec, options.fidelity.deviations()),
                        new TracingHeaders(clock),
                        script::take),
                options.tls ? certificate.serverContext().getServerSocketFactory() : ServerSocketFactory.getDefault(),
                options.port,
                request -> journal.add(RecordedRequest.of(request)));
        baseUrl = (options.tls ? "https" : "http") + "://127.0.0.1:" + service.port();
    }

    /**
     * Starts a sandbox with default options, on a free port of the loopback address.
     *
     * @return the running sandbox, to be closed by the caller
     */
    public static PartnerCenterSandbox start() {
        return builder().start();
    }

    /**
     * Returns a builder for a sandbox with options.
     *
     * @return a builder
     */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /**
     * Returns the URL of the sandbox, which is the base URL for a client.
     *
     * @return {@code http://127.0.0.1:PORT}, or {@code https://127.0.0.1:PORT} with TLS, without {@code /v1}
     */
    public String baseUrl() {
        return baseUrl;
    }

    /**
     * Returns the URL of the provisioning status of an order, for an HTTP client such as curl.
     *
     * @param customerId the customer's id
     * @param orderId the order's id
     * @return the URL, with percent-encoded ids
     * @throws IllegalArgumentException if the sandbox serves another OpenAPI document without this operation
     */
    public String provisioningStatusUrl(String customerId, String orderId) {
        return baseUrl + Routes.provisioningStatus(spec, customerId, orderId);
    }

    /**
     * Returns an access token that the sandbox accepts for a year. Each sandbox has its own.
     *
     * @return the token, without {@code Bearer}
     */
    public String token() {
        return token;
    }

    /**
     * Returns the customer of the sample in Microsoft's documentation.
     *
     * @return a GUID
     */
    public String customerId() {
        return SAMPLE.customerId();
    }

    /**
     * Returns the order of the sample in Microsoft's documentation.
     *
     * @return the order's id; case matters
     */
    public String orderId() {
        return SAMPLE.orderId();
    }

    /**
     * Returns what a client needs to call the sandbox.
     *
     * @return the settings
     */
    public ClientSettings clientSettings() {
        return new ClientSettings(baseUrl, token, customerId(), orderId());
    }

    /**
     * Plans the response to the next request that has none planned. Only requests for an operation of the spec use a
     * planned response.
     *
     * @param response the response, from {@link Responses}
     * @return the script, to plan more responses
     */
    public Script next(ScriptedResponse response) {
        return script.then(response);
    }

    /**
     * Returns the requests that the sandbox received.
     *
     * @return the journal
     */
    public Journal requests() {
        return journal;
    }

    /**
     * Adds an order. It replaces an order with the same ids.
     *
     * @param order the order
     */
    public void add(SandboxOrder order) {
        orders.add(order);
    }

    /**
     * Returns the sample and the orders that were added.
     *
     * @return the orders as they were added, sorted by customer and id
     */
    public List<SandboxOrder> orders() {
        return orders.orders();
    }

    /**
     * Returns the customers for whom the sandbox always responds with 403.
     *
     * @return the ids in lower case, sorted
     */
    public List<String> forbiddenCustomers() {
        return orders.forbiddenCustomers();
    }

    /**
     * Sets the status of a line item. Its planned changes no longer apply.
     *
     * @param customerId the customer's id
     * @param orderId the order's id
     * @param lineItemNumber the number of the line item, from 0
     * @param status the new status
     * @throws IllegalArgumentException if there is no such order or line item
     */
    public void setStatus(String customerId, String orderId, int lineItemNumber, String status) {
        orders.setStatus(customerId, orderId, lineItemNumber, Objects.requireNonNull(status, "status"));
    }

    /** Removes planned responses and recorded requests. Orders keep their status. */
    public void reset() {
        script.clear();
        journal.clear();
    }

    /**
     * Returns the authorization server of this sandbox. The first call starts it. It stops with the sandbox.
     *
     * @return the running server, the same for each call
     */
    public synchronized AuthorizationServer authorizationServer() {
        if (authorizationServer == null) {
            authorizationServer =
                    AuthorizationServer.start(TENANT_ID, tokens::issue, certificate.serverContext(), clock);
        }
        return authorizationServer;
    }

    /**
     * Returns the certificate that the sandbox uses for TLS, for a client to trust. Each sandbox has its own.
     *
     * @return a store that contains only the certificate
     */
    public KeyStore trustStore() {
        return certificate.trustStore();
    }

    /**
     * Returns a TLS context that trusts only the certificate of {@link #trustStore()}.
     *
     * @return a context without a client certificate
     */
    public SSLContext sslContext() {
        return certificate.clientContext();
    }

    /** Stops the sandbox. Open connections are closed. */
    @Override
    public synchronized void close() {
        service.close();
        if (authorizationServer != null) {
            authorizationServer.close();
        }
    }
}
