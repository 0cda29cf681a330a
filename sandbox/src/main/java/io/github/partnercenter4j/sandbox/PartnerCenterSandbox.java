package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.ClassPathLibraries;
import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens;
import io.github.partnercenter4j.sandbox.internal.credential.SandboxCertificate;
import io.github.partnercenter4j.sandbox.internal.http.TracingHeaders;
import io.github.partnercenter4j.sandbox.internal.order.OrderBook;
import io.github.partnercenter4j.sandbox.internal.relay.Relay;
import io.github.partnercenter4j.sandbox.internal.relay.WirePlans;
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
 * A simulated Partner Center on a port of the loopback address, for tests and for trying the client. It knows the customer
 * and the order of the documentation's sample, and whatever orders it is given.
 *
 * <p>Safe for use by several threads. It runs until {@link #close()} is called.
 */
public final class PartnerCenterSandbox implements AutoCloseable {

    static {
        ClassPathLibraries.makeReadable();
    }

    private static final String CUSTOMER_ID = "0c39d6d5-c70d-4c55-bc02-f620844f3fd1";
    private static final String ORDER_ID = "34828C05-C16C-4D6F-9CFC-4D2650EF19A1";
    private static final String TENANT_ID = "c0ffee00-5a9d-4b0c-8e57-0123456789ab";
    /** The order of the documentation. */
    private static final SandboxOrder SAMPLE = SandboxOrder.of(CUSTOMER_ID, ORDER_ID)
            .with(LineItem.of(1, "fulfilled").withId(0));

    private final Script script = new Script();
    private final Journal journal = new Journal();
    private final SpecModel spec;
    private final Clock clock;
    private final OrderBook orders;
    private final AccessTokens tokens;
    private final String token;
    private final ServiceServer service;
    private final Relay relay;
    private final String baseUrl;
    private @Nullable SandboxCertificate certificate;
    private @Nullable AuthorizationServer authorizationServer;

    PartnerCenterSandbox(SandboxBuilder options) {
        spec = options.spec;
        clock = options.clock;
        orders = new OrderBook(clock, SAMPLE);
        options.orders.forEach(orders::add);
        options.forbiddenCustomers.forEach(orders::forbid);
        tokens = new AccessTokens(clock);
        token = tokens.issue(TENANT_ID, true, Duration.ofDays(365));
        WirePlans wirePlans = new WirePlans();
        service = ServiceServer.start(new PartnerCenterService(
                spec,
                new Behavior(spec, tokens, orders, options.quota, clock),
                new Renderer(spec, options.fidelity.deviations()),
                new TracingHeaders(clock),
                script::take,
                wirePlans));
        try {
            ServerSocketFactory sockets = options.tls
                    ? certificate().serverContext().getServerSocketFactory()
                    : ServerSocketFactory.getDefault();
            relay = new Relay(
                    sockets, options.port, service.port(), head -> journal.add(RecordedRequest.of(head)), wirePlans);
        } catch (RuntimeException e) {
            service.stop();
            throw e;
        }
        baseUrl = (options.tls ? "https" : "http") + "://127.0.0.1:" + relay.port();
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
     * The way to a sandbox with options.
     *
     * @return a builder
     */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /**
     * Where the sandbox listens, for a client's base URL.
     *
     * @return {@code http://127.0.0.1:PORT}, or {@code https:} with TLS, without the version and without a slash at the end
     */
    public String baseUrl() {
        return baseUrl;
    }

    /**
     * Where the provisioning status of an order is asked for, for a client of HTTP such as curl.
     *
     * @param customerId the customer's id
     * @param orderId the order's id
     * @return the URL, the ids percent-encoded
     * @throws IllegalArgumentException if the sandbox serves a document without that operation
     */
    public String provisioningStatusUrl(String customerId, String orderId) {
        return baseUrl + Routes.provisioningStatus(spec, customerId, orderId);
    }

    /**
     * An access token that the sandbox takes for a year. Each sandbox has another.
     *
     * @return the token, without {@code Bearer}
     */
    public String token() {
        return token;
    }

    /**
     * The customer of the documentation's sample, which the sandbox knows.
     *
     * @return a GUID
     */
    public String customerId() {
        return CUSTOMER_ID;
    }

    /**
     * The order of the documentation's sample, which the sandbox knows.
     *
     * @return the order's id, which is compared with case
     */
    public String orderId() {
        return ORDER_ID;
    }

    /**
     * What a client needs to call the sandbox, in one.
     *
     * @return the settings
     */
    public ClientSettings clientSettings() {
        return new ClientSettings(baseUrl, token, CUSTOMER_ID, ORDER_ID);
    }

    /**
     * Plans the answer to the next request, after those that are planned already. Only requests for an operation of the
     * spec take a planned answer.
     *
     * @param response the response; {@link Responses} has them
     * @return the script, to plan more
     */
    public Script next(ScriptedResponse response) {
        return script.then(response);
    }

    /**
     * The requests that came in.
     *
     * @return the journal
     */
    public Journal requests() {
        return journal;
    }

    /**
     * Adds an order, or replaces the one with the same ids.
     *
     * @param order the order
     */
    public void add(SandboxOrder order) {
        orders.add(order);
    }

    /**
     * The orders that the sandbox knows: the documentation's sample and those it was given.
     *
     * @return the orders as they were given, sorted by customer and id
     */
    public List<SandboxOrder> orders() {
        return orders.orders();
    }

    /**
     * The customers for whom the sandbox answers 403, whatever the order.
     *
     * @return their ids in lower case, sorted
     */
    public List<String> forbiddenCustomers() {
        return orders.forbiddenCustomers();
    }

    /**
     * Moves a line item by hand, whatever changes it has planned.
     *
     * @param customerId the customer's id
     * @param orderId the order's id
     * @param lineItemNumber the number of the line item, from 0
     * @param status its status from now on
     * @throws IllegalArgumentException if there is no such order or line item
     */
    public void setStatus(String customerId, String orderId, int lineItemNumber, String status) {
        orders.find(customerId, orderId)
                .orElseThrow(() -> new IllegalArgumentException("There is no order " + orderId + " of this customer"))
                .setStatus(lineItemNumber, Objects.requireNonNull(status, "status"));
    }

    /** Forgets what is planned and what came in. Orders stay as they are. */
    public void reset() {
        script.clear();
        journal.clear();
    }

    /**
     * The authority that gives out tokens for this sandbox. It is started when it is first asked for, and stops with the
     * sandbox.
     *
     * @return the running authority, the same each time
     */
    public synchronized AuthorizationServer authorizationServer() {
        if (authorizationServer == null) {
            authorizationServer = AuthorizationServer.start(
                    TENANT_ID, tokens::issue, certificate().serverContext(), clock);
        }
        return authorizationServer;
    }

    /**
     * The certificate of what the sandbox does over TLS, for a client to trust. Each sandbox makes its own.
     *
     * @return a store with the certificate alone
     */
    public KeyStore trustStore() {
        return certificate().trustStore();
    }

    /**
     * What a client needs to trust the certificate of {@link #trustStore()}, and no other.
     *
     * @return a context without a key
     */
    public SSLContext sslContext() {
        return certificate().clientContext();
    }

    private synchronized SandboxCertificate certificate() {
        if (certificate == null) {
            certificate = SandboxCertificate.make();
        }
        return certificate;
    }

    /** Stops the sandbox. Requests that are still running are cut off. */
    @Override
    public synchronized void close() {
        relay.close();
        if (authorizationServer != null) {
            authorizationServer.close();
        }
        service.stop();
    }
}
