package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.http.Guid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order that the sandbox knows.
 *
 * @param customerId the customer's id, a GUID
 * @param orderId the order's id, compared with case
 * @param provisioned whether there is provisioning data; without it the answer is 404 with code 800007
 * @param pageSize how many line items a page holds; 0 for all on one page, without links
 * @param etag the collection's etag, or null
 * @param lineItems the line items, numbered from 0
 */
public record SandboxOrder(
        String customerId,
        String orderId,
        boolean provisioned,
        int pageSize,
        @Nullable String etag,
        List<LineItem> lineItems) {

    /**
     * Checks the ids and keeps a copy of the line items.
     *
     * @param customerId the customer's id, a GUID
     * @param orderId the order's id, compared with case
     * @param provisioned whether there is provisioning data; without it the answer is 404 with code 800007
     * @param pageSize how many line items a page holds; 0 for all on one page, without links
     * @param etag the collection's etag, or null
     * @param lineItems the line items, numbered from 0
     * @throws IllegalArgumentException if the customer's id is no GUID, the order's id is empty or the page size below 0
     */
    public SandboxOrder {
        Guid.requireCustomerId(customerId);
        if (Objects.requireNonNull(orderId, "orderId").isEmpty()) {
            throw new IllegalArgumentException("An order's id is not empty");
        }
        if (pageSize < 0) {
            throw new IllegalArgumentException("A page holds 1 line item or more, or 0 for all: " + pageSize);
        }
        lineItems = List.copyOf(lineItems);
    }

    /**
     * An order without line items.
     *
     * @param customerId the customer's id, a GUID
     * @param orderId the order's id
     * @return the order
     * @throws IllegalArgumentException if the customer's id is no GUID or the order's id is empty
     */
    public static SandboxOrder of(String customerId, String orderId) {
        return new SandboxOrder(customerId, orderId, true, 0, null, List.of());
    }

    /**
     * This order with one line item more.
     *
     * @param lineItem the line item
     * @return a copy
     */
    public SandboxOrder with(LineItem lineItem) {
        List<LineItem> more = new ArrayList<>(lineItems);
        more.add(lineItem);
        return new SandboxOrder(customerId, orderId, provisioned, pageSize, etag, more);
    }

    /**
     * This order in pages, which link to each other with continuation tokens.
     *
     * @param size how many line items a page holds, 1 or more
     * @return a copy
     */
    public SandboxOrder inPagesOf(int size) {
        return new SandboxOrder(customerId, orderId, provisioned, size, etag, lineItems);
    }

    /**
     * This order with an etag.
     *
     * @param value the etag
     * @return a copy
     */
    public SandboxOrder withEtag(String value) {
        return new SandboxOrder(customerId, orderId, provisioned, pageSize, value, lineItems);
    }

    /**
     * This order without provisioning data, as one that is too new.
     *
     * @return a copy
     */
    public SandboxOrder withoutProvisioningData() {
        return new SandboxOrder(customerId, orderId, false, pageSize, etag, lineItems);
    }
}
