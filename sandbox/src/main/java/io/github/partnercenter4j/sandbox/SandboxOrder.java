package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.http.Guid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A simulated order.
 *
 * @param customerId the customer's id, a GUID
 * @param orderId the order's id; case matters
 * @param provisioned true if there is provisioning data; false makes the response 404 with code 800007
 * @param pageSize the number of line items on a page; 0 for a single page without links
 * @param etag the collection's etag, or null
 * @param lineItems the line items, numbered from 0
 * @param visibleAfter how long after it was added the order becomes visible; before, the response is 404 with code 20000
 */
public record SandboxOrder(
        String customerId,
        String orderId,
        boolean provisioned,
        int pageSize,
        @Nullable String etag,
        List<LineItem> lineItems,
        Duration visibleAfter) {

    /**
     * Creates an order with a copy of the line items.
     *
     * @param customerId the customer's id, a GUID
     * @param orderId the order's id; case matters
     * @param provisioned true if there is provisioning data; false makes the response 404 with code 800007
     * @param pageSize the number of line items on a page; 0 for a single page without links
     * @param etag the collection's etag, or null
     * @param lineItems the line items, numbered from 0
     * @param visibleAfter how long after it was added the order becomes visible
     * @throws IllegalArgumentException if the customer's id is not a GUID, the order's id is empty, or the page size is negative
     */
    public SandboxOrder {
        Guid.requireCustomerId(customerId);
        if (Objects.requireNonNull(orderId, "orderId").isEmpty()) {
            throw new IllegalArgumentException("The id of an order must not be empty");
        }
        if (pageSize < 0) {
            throw new IllegalArgumentException("A page size is 1 or more, or 0 for a single page, not " + pageSize);
        }
        Objects.requireNonNull(visibleAfter, "visibleAfter");
        lineItems = List.copyOf(lineItems);
    }

    /**
     * Returns an order without line items.
     *
     * @param customerId the customer's id, a GUID
     * @param orderId the order's id
     * @return the order
     * @throws IllegalArgumentException if the customer's id is not a GUID or the order's id is empty
     */
    public static SandboxOrder of(String customerId, String orderId) {
        return new SandboxOrder(customerId, orderId, true, 0, null, List.of(), Duration.ZERO);
    }

    /**
     * Returns this order with one more line item.
     *
     * @param lineItem the line item
     * @return a copy
     */
    public SandboxOrder with(LineItem lineItem) {
        List<LineItem> more = new ArrayList<>(lineItems);
        more.add(lineItem);
        return new SandboxOrder(customerId, orderId, provisioned, pageSize, etag, more, visibleAfter);
    }

    /**
     * Returns this order in pages that link to each other with continuation tokens.
     *
     * @param size the number of line items on a page, 1 or more
     * @return a copy
     */
    public SandboxOrder inPagesOf(int size) {
        return new SandboxOrder(customerId, orderId, provisioned, size, etag, lineItems, visibleAfter);
    }

    /**
     * Returns this order with an etag.
     *
     * @param value the etag
     * @return a copy
     */
    public SandboxOrder withEtag(String value) {
        return new SandboxOrder(customerId, orderId, provisioned, pageSize, value, lineItems, visibleAfter);
    }

    /**
     * Returns this order without provisioning data, as a new order has none yet.
     *
     * @return a copy
     */
    public SandboxOrder withoutProvisioningData() {
        return new SandboxOrder(customerId, orderId, false, pageSize, etag, lineItems, visibleAfter);
    }

    /**
     * Returns this order with a time until it becomes visible. A new order can take minutes to appear in the service.
     *
     * @param time the time since the order was added to the sandbox
     * @return a copy
     */
    public SandboxOrder visibleAfter(Duration time) {
        return new SandboxOrder(customerId, orderId, provisioned, pageSize, etag, lineItems, time);
    }
}
