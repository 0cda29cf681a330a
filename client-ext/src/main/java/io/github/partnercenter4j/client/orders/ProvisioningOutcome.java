package io.github.partnercenter4j.client.orders;

import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;
import io.github.partnercenter4j.model.ResourceLinks;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
     * Returns what is publicly known about why an order can be pending. The response does not say which cause applies.
     *
     * @return the causes, the most likely ones for a new order first; empty unless the order is pending
     */
    public List<PendingCause> possibleCauses() {
        return kind == Kind.PENDING ? List.of(PendingCause.values()) : List.of();
    }

    /**
     * Derives the outcome from a response that has all line items.
     *
     * @param status the value that getProvisioningStatus returned
     * @return the outcome; pending if there is another page, see {@link ProvisioningStatus#read}
     */
    public static ProvisioningOutcome of(OrderLineItemProvisioningStatusCollection status) {
        return of(List.of(status));
    }

    /**
     * Derives the outcome from all pages of an order. They are compared with totalCount together.
     *
     * @param pages the pages in order; the last one must not have a link to another
     * @return the outcome; pending if the pages do not fit together
     */
    public static ProvisioningOutcome of(List<OrderLineItemProvisioningStatusCollection> pages) {
        List<OrderLineItemProvisioningStatus> items =
                pages.stream().flatMap(page -> page.items().stream()).toList();
        String missing = missing(pages, items);
        if (missing != null) {
            return pending(missing);
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

    /** Returns why line items may be missing, or null if all are there. */
    private static @Nullable String missing(
            List<OrderLineItemProvisioningStatusCollection> pages, List<OrderLineItemProvisioningStatus> items) {
        String response = pages.size() > 1 ? "the response in " + pages.size() + " pages" : "the response";
        if (items.isEmpty()) {
            return response + " has no line items";
        }
        Set<Integer> totals = pages.stream()
                .map(OrderLineItemProvisioningStatusCollection::totalCount)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (totals.size() > 1) {
            return response + " has different values of totalCount: "
                    + totals.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        for (Integer total : totals) {
            if (total != items.size()) {
                return response + " has " + items.size() + " line items, but totalCount is " + total;
            }
        }
        ResourceLinks links = pages.get(pages.size() - 1).links();
        if (links != null && links.next() != null) {
            return response + " has another page";
        }
        return repeated(pages);
    }

    /** A line item on two pages means that the pages moved while they were read, so another one may be missing. */
    private static @Nullable String repeated(List<OrderLineItemProvisioningStatusCollection> pages) {
        Set<Integer> before = new HashSet<>();
        for (OrderLineItemProvisioningStatusCollection page : pages) {
            for (OrderLineItemProvisioningStatus item : page.items()) {
                if (item.lineItemNumber() != null && before.contains(item.lineItemNumber())) {
                    return name(item) + " is on two pages, so another one may be missing";
                }
            }
            page.items().stream()
                    .map(OrderLineItemProvisioningStatus::lineItemNumber)
                    .filter(Objects::nonNull)
                    .forEach(before::add);
        }
        return null;
    }

    private static ProvisioningOutcome pending(String reason) {
        return new ProvisioningOutcome(Kind.PENDING, reason);
    }

    private static String name(OrderLineItemProvisioningStatus item) {
        return item.lineItemNumber() == null ? "a line item without a number" : "line item " + item.lineItemNumber();
    }
}
