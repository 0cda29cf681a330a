package io.github.partnercenter4j.client.orders;

import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import io.github.partnercenter4j.model.ResourceLinks;
import java.util.List;

/**
 * The outcome of a whole order. It is fulfilled only if there is at least one line item, all line items are fulfilled,
 * their number equals totalCount if that is present, and there is no further page. The statuses of quantities are not
 * considered.
 *
 * @param kind the outcome
 * @param reason the reason, for a person
 */
public record ProvisioningOutcome(Kind kind, String reason) {

    /** The outcomes of an order. */
    public enum Kind {
        /** Every line item is provisioned. */
        FULFILLED,
        /** A status is pending, unknown or missing: ask again later. */
        PENDING,
        /** No line item is pending, and at least one is cancelled. */
        UNFULFILLED
    }

    /**
     * Derives the outcome from a response.
     *
     * @param status the value that getProvisioningStatus returned
     * @return the outcome
     */
    public static ProvisioningOutcome of(OrderLineItemProvisioningStatusCollection status) {
        List<OrderLineItemProvisioningStatus> items = status.items();
        Integer total = status.totalCount();
        ResourceLinks links = status.links();
        if (items.isEmpty()) {
            return pending("the response has no line items");
        }
        if (total != null && total != items.size()) {
            return pending("the response has " + items.size() + " line items, but totalCount is " + total);
        }
        if (links != null && links.next() != null) {
            return pending("the response has another page");
        }
        for (OrderLineItemProvisioningStatus item : items) {
            ProvisioningState state = ProvisioningState.of(item.status());
            switch (state.kind()) {
                case PENDING -> {
                    return pending(name(item) + " is " + state);
                }
                case UNKNOWN -> {
                    return pending(
                            item.status() == null
                                    ? name(item) + " has no status"
                                    : name(item) + " has an unknown status: " + state);
                }
                default -> {}
            }
        }
        return items.stream()
                .filter(item -> ProvisioningState.of(item.status()).kind() == ProvisioningState.Kind.UNFULFILLED)
                .findFirst()
                .map(item -> new ProvisioningOutcome(Kind.UNFULFILLED, name(item) + " is " + item.status()))
                .orElseGet(() -> new ProvisioningOutcome(
                        Kind.FULFILLED,
                        items.size() == 1
                                ? "the line item is fulfilled"
                                : "all " + items.size() + " line items are fulfilled"));
    }

    private static ProvisioningOutcome pending(String reason) {
        return new ProvisioningOutcome(Kind.PENDING, reason);
    }

    private static String name(OrderLineItemProvisioningStatus item) {
        return item.lineItemNumber() == null ? "a line item without a number" : "line item " + item.lineItemNumber();
    }
}
