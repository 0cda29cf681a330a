package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.credential.SandboxCertificate;
import io.github.partnercenter4j.sandbox.internal.order.OrderBook;
import io.github.partnercenter4j.sandbox.internal.service.Behavior;
import io.github.partnercenter4j.sandbox.internal.service.Routes;
import io.github.partnercenter4j.sandbox.internal.service.SampleRequests;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import io.github.partnercenter4j.sandbox.token.AuthorizationServer;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * A simulated Partner Center on the loopback address, for tests and for trying the client. It knows the customer and the
 * order of the sample in Microsoft's documentation, and the orders that are added.
 *
 * <p>Thread-safe. It runs until {@link #close()} is called.
 */
public final class PartnerCenterSandbox implements AutoCloseable {

    /** The order of the sample in Microsoft's documentation. */
    private static final SandboxOrder SAMPLE = SandboxOrder.of(
                    "0c39d6d5-c70d-4c55-bc02-f620844f3fd1", "34828C05-C16C-4D6F-9CFC-4D2650EF19A1")
            .with(LineItem.of(1, "fulfilled").withId(0));

    private final Script script;
    private final Journal journal = new Journal();
    private final SpecModel spec;
    private final OrderBook orders;
    private final SandboxServers servers;

    PartnerCenterSandbox(SandboxBuilder options) {
        spec = options.spec();
        script = new Script(spec);
        orders = new OrderBook(options.clock, SAMPLE);
        options.orders.forEach(orders::add);
        options.forbiddenCustomers.forEach(orders::forbid);
        servers = new SandboxServers(options, orders, SAMPLE.customerId(), script, journal);
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
     * Returns the URL of the sandbox, which is the base URL for a client. In a browser, it shows a page with the ids that the
     * sandbox knows, the access token, the last requests and the OpenAPI document.
     *
     * @return {@code http://127.0.0.1:PORT}, or {@code https://127.0.0.1:PORT} with TLS, without {@code /v1}
     */
    public String baseUrl() {
        return servers.baseUrl();
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
        return baseUrl() + Routes.provisioningStatus(spec, customerId, orderId);
    }

    /**
     * Returns the OpenAPI document that the sandbox serves.
     *
     * @return the model of the document
     */
    public SpecModel spec() {
        return spec;
    }

    /**
     * Tells whether the document has the provisioning status of an order. Without it, orders that are added have no effect.
     *
     * @return true for the bundled document
     */
    public boolean servesOrders() {
        return spec.operations().stream().anyMatch(Behavior::isProvisioningStatus);
    }

    /**
     * Returns the URL of an operation, for an HTTP client such as curl. A parameter has the value of the example in the
     * document, else the id of a customer that the sandbox knows, else a generated value.
     *
     * @param operationId the {@code operationId}
     * @return the URL, with percent-encoded values, and with the parameters of the query that are required
     * @throws IllegalArgumentException if the document has no such operation
     */
    public String operationUrl(String operationId) {
        return baseUrl() + new SampleRequests(spec, customerId()).target(spec.operation(operationId));
    }

    /**
     * Returns an access token that the sandbox accepts for a year. Each sandbox has its own.
     *
     * @return the token, without {@code Bearer}
     */
    public String token() {
        return servers.token();
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
        return new ClientSettings(baseUrl(), token(), customerId(), orderId());
    }

    /**
     * Plans the response to the next request that has none planned. Only requests for an operation of the spec use a
     * planned response.
     *
     * @param response the response, from {@link Responses}
     * @return the script, to plan more responses
     * @throws IllegalStateException if the response has a code or description, and the document has no property for it
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

    /**
     * Changes how many requests a tenant may send within the quota's window. The service adjusts its limits too.
     *
     * @param requests 0 or more
     * @throws IllegalArgumentException if the number is negative
     */
    public void setQuota(int requests) {
        servers.setQuota(SandboxBuilder.requireQuota(requests));
    }

    /** Removes planned responses and recorded requests. Orders keep their status. */
    public void reset() {
        script.clear();
        journal.clear();
        servers.reset();
    }

    /**
     * Returns the authorization server of this sandbox. The first call starts it. It stops with the sandbox.
     *
     * @return the running server, the same for each call
     */
    public AuthorizationServer authorizationServer() {
        return servers.authorizationServer();
    }

    /**
     * Returns the certificate that the sandbox uses for TLS, for a client to trust. It is created for this process: all its
     * sandboxes have the same, and another process has another.
     *
     * @return a store that contains only the certificate
     */
    public KeyStore trustStore() {
        return SandboxCertificate.SHARED.trustStore();
    }

    /**
     * Returns a TLS context that trusts only the certificate of {@link #trustStore()}.
     *
     * @return a context without a client certificate
     */
    public SSLContext sslContext() {
        return SandboxCertificate.SHARED.clientContext();
    }

    /** Stops the sandbox. Open connections are closed. */
    @Override
    public void close() {
        servers.close();
    }
}
