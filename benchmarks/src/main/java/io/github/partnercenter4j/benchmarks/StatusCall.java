package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import java.io.IOException;

/** Requests the provisioning status of one order over persistent connections. */
interface StatusCall extends AutoCloseable {
    String CUSTOMER_ID = "4d3cf487-70f4-4e1e-9ff1-b2bfce8d9f04";
    String ORDER_ID = "YxH1q4KScfvfkJQjgRI8QY1DznnUWZTH1";

    /** As long as a real token. */
    String TOKEN = "t".repeat(1500);

    OrderLineItemProvisioningStatusCollection get() throws IOException;

    @Override
    void close() throws IOException;
}
