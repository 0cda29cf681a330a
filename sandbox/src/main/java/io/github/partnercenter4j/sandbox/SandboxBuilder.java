package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.ClassPathLibraries;
import io.github.partnercenter4j.sandbox.internal.order.OrdersFile;
import io.github.partnercenter4j.sandbox.internal.service.Quota;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Builds a {@link PartnerCenterSandbox} with options. */
public final class SandboxBuilder {

    static {
        ClassPathLibraries.makeReadable();
    }

    int port;
    boolean tls;
    private int quota = 500;
    private Duration window = Duration.ofSeconds(60);
    Fidelity fidelity = Fidelity.DOCUMENTED;
    Clock clock = Clock.systemUTC();
    private @Nullable SpecModel spec;
    final List<SandboxOrder> orders = new ArrayList<>();
    final List<String> forbiddenCustomers = new ArrayList<>();

    SandboxBuilder() {}

    /**
     * Sets the port to listen on, on the loopback address.
     *
     * @param value 1 to 65535, or 0 for a free port; 0 by default
     * @return this builder
     * @throws IllegalArgumentException if the port is out of range
     */
    public SandboxBuilder port(int value) {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException("A port is 0 to 65535, not " + value);
        }
        port = value;
        return this;
    }

    /**
     * Uses HTTPS, with the certificate in {@link PartnerCenterSandbox#trustStore()}.
     *
     * @return this builder
     */
    public SandboxBuilder tls() {
        tls = true;
        return this;
    }

    /**
     * Sets what the sandbox follows where the documentation and the service differ.
     *
     * @param value {@link Fidelity#DOCUMENTED} by default
     * @return this builder
     */
    public SandboxBuilder fidelity(Fidelity value) {
        fidelity = Objects.requireNonNull(value, "fidelity");
        return this;
    }

    /**
     * Sets how many requests a tenant may send within any 60 seconds. The sandbox responds to others with 429.
     *
     * @param requests 0 or more; 500 by default, the limit that Microsoft documents for orders
     * @return this builder
     * @throws IllegalArgumentException if the number is negative
     */
    public SandboxBuilder quota(int requests) {
        return quota(requests, window);
    }

    /**
     * Sets how many requests a tenant may send within any window of a length, for tests that cannot wait for 60 seconds.
     *
     * @param requests 0 or more; 500 by default
     * @param window the length, more than zero; 60 seconds by default
     * @return this builder
     * @throws IllegalArgumentException if the number is negative, or the length is not more than zero
     */
    public SandboxBuilder quota(int requests, Duration window) {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("The window of a quota is longer than zero, not " + window);
        }
        this.quota = requireQuota(requests);
        this.window = window;
        return this;
    }

    static int requireQuota(int requests) {
        if (requests < 0) {
            throw new IllegalArgumentException("A quota is 0 or more, not " + requests);
        }
        return requests;
    }

    /** Returns the document to serve. The bundled one is read only if no other is set. */
    SpecModel spec() {
        if (spec == null) {
            spec = SpecModel.bundled();
        }
        return spec;
    }

    Quota quotaRule() {
        return new Quota(quota, window, clock);
    }

    /**
     * Sets the clock for changes of orders, quotas, the expiry of tokens and the Date header.
     *
     * @param value the clock; the system's clock in UTC by default
     * @return this builder
     */
    public SandboxBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Adds an order. The sandbox has the sample of Microsoft's documentation too.
     *
     * @param order the order
     * @return this builder
     */
    public SandboxBuilder order(SandboxOrder order) {
        orders.add(Objects.requireNonNull(order, "order"));
        return this;
    }

    /**
     * Adds the customers and orders of a YAML file.
     *
     * @param file the file, in the format that the documentation of the sandbox describes
     * @return this builder
     * @throws IllegalArgumentException if the file is not valid
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public SandboxBuilder orders(Path file) {
        OrdersFile read = OrdersFile.read(file);
        orders.addAll(read.orders());
        forbiddenCustomers.addAll(read.forbiddenCustomers());
        return this;
    }

    /**
     * Responds with 403 and code 20002 to every request for a customer.
     *
     * @param customerId the customer's id, a GUID
     * @return this builder
     */
    public SandboxBuilder forbiddenCustomer(String customerId) {
        forbiddenCustomers.add(Objects.requireNonNull(customerId, "customerId"));
        return this;
    }

    /**
     * Sets another OpenAPI document to serve. For operations and properties that the sandbox has no rule for, it sends the
     * examples of the document, or generated values.
     *
     * @param document the document
     * @return this builder
     */
    public SandboxBuilder spec(SpecModel document) {
        spec = Objects.requireNonNull(document, "document");
        return this;
    }

    /**
     * Sets another OpenAPI document to serve, see {@link #spec(SpecModel)}.
     *
     * @param file the document, as YAML or JSON in UTF-8
     * @return this builder
     * @throws io.github.partnercenter4j.sandbox.spec.SpecException if the document is not valid, or uses something that the
     *     sandbox does not support; it has the place in the document
     * @throws UncheckedIOException if the file cannot be read
     */
    public SandboxBuilder spec(Path file) {
        try {
            return spec(SpecModel.read(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /**
     * Starts the sandbox.
     *
     * @return the running sandbox, to be closed by the caller
     * @throws java.io.UncheckedIOException if the port is in use
     */
    public PartnerCenterSandbox start() {
        return new PartnerCenterSandbox(this);
    }
}
