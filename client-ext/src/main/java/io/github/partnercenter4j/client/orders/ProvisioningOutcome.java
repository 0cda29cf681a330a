package io.github.partnercenter4j.client.orders;

import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import io.github.partnercenter4j.model.ResourceLinks;
import java.util.List;

/**
 * What an answer means for the whole order. It is fulfilled only if nothing speaks against it: at least one line item,
 * every one fulfilled, as many as the answer says there are, and no further page. Quantities are reported by the service
 * and keep nothing pending.
 *
 * @param kind the outcome
 * @param reason why, in words for a person
 */
public record ProvisioningOutcome(Kind kind, String reason) {

    /** How an order stands. */
    public enum Kind {
        /** Every line item is provisioned. */
        FULFILLED,
        /** Something is still processing, unknown or missing: ask again later. */
        PENDING,
        /** Nothing is pending, and at least one line item is cancelled. */
        UNFULFILLED
    }

    /**
     * Judges an answer.
     *
     * @param status the answer of getProvisioningStatus
     * @return the outcome
     */
    public static ProvisioningOutcome of(OrderLineItemProvisioningStatusCollection status) {
        List<OrderLineItemProvisioningStatus> items = status.items();
        Integer total = status.totalCount();
        ResourceLinks links = status.links();
        if (items.isEmpty()) {
            return pending("the answer has no line items");
        }
        if (total != null && total != items.size()) {
            return pending("the answer has " + items.size() + " line items and says there are " + total);
        }
        if (links != null && links.next() != null) {
            return pending("the answer has a further page");
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
                                    : name(item) + " has a status that is not known: " + state);
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
