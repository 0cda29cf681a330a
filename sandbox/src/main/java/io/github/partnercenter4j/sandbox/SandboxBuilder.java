package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.order.OrdersFile;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The options of a sandbox. */
public final class SandboxBuilder {

    int port;
    boolean tls;
    int quota = 500;
    Fidelity fidelity = Fidelity.DOCUMENTED;
    Clock clock = Clock.systemUTC();
    SpecModel spec = SpecModel.bundled();
    final List<SandboxOrder> orders = new ArrayList<>();
    final List<String> forbiddenCustomers = new ArrayList<>();

    SandboxBuilder() {}

    /**
     * The port of the loopback address to listen on.
     *
     * @param value 1 to 65535, or 0 for a free one, which is the default
     * @return this builder
     * @throws IllegalArgumentException if it is no port
     */
    public SandboxBuilder port(int value) {
        if (value < 0 || value > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535: " + value);
        }
        port = value;
        return this;
    }

    /**
     * Responses over HTTPS, with the certificate in {@link PartnerCenterSandbox#trustStore()}.
     *
     * @return this builder
     */
    public SandboxBuilder tls() {
        tls = true;
        return this;
    }

    /**
     * Whom the sandbox follows where documentation and service do not agree.
     *
     * @param value {@link Fidelity#DOCUMENTED} by default
     * @return this builder
     */
    public SandboxBuilder fidelity(Fidelity value) {
        fidelity = Objects.requireNonNull(value, "fidelity");
        return this;
    }

    /**
     * How many requests a tenant may make within any 60 seconds. The rest is answered 429.
     *
     * @param requests 0 or more; 500 by default, the limit that Microsoft documents for orders
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public SandboxBuilder quota(int requests) {
        if (requests < 0) {
            throw new IllegalArgumentException("A quota is 0 or more: " + requests);
        }
        quota = requests;
        return this;
    }

    /**
     * The clock by which orders move, quotas are counted, tokens expire and answers are dated.
     *
     * @param value the system's by default
     * @return this builder
     */
    public SandboxBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Adds an order, beside the documentation's sample.
     *
     * @param order the order
     * @return this builder
     */
    public SandboxBuilder order(SandboxOrder order) {
        orders.add(Objects.requireNonNull(order, "order"));
        return this;
    }

    /**
     * Adds the customers and orders of a YAML file, beside the documentation's sample.
     *
     * @param file the file; its form is described in the documentation of the sandbox
     * @return this builder
     * @throws IllegalArgumentException if the file has something that is not understood
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public SandboxBuilder orders(Path file) {
        OrdersFile read = OrdersFile.read(file);
        orders.addAll(read.orders());
        forbiddenCustomers.addAll(read.forbiddenCustomers());
        return this;
    }

    /**
     * Responses 403 with code 20002 for a customer.
     *
     * @param customerId the customer's id, a GUID
     * @return this builder
     */
    public SandboxBuilder forbiddenCustomer(String customerId) {
        forbiddenCustomers.add(Objects.requireNonNull(customerId, "customerId"));
        return this;
    }

    /**
     * Serves another OpenAPI document. Operations and properties that the sandbox does not know are answered by the
     * examples of the document, or with values that are made up.
     *
     * @param document the document
     * @return this builder
     */
    public SandboxBuilder spec(SpecModel document) {
        spec = Objects.requireNonNull(document, "document");
        return this;
    }

    /**
     * Starts the sandbox.
     *
     * @return the running sandbox, to be closed by the caller
     * @throws java.io.UncheckedIOException if the port is taken
     */
    public PartnerCenterSandbox start() {
        return new PartnerCenterSandbox(this);
    }
}
