package io.github.partnercenter4j.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line item of a simulated order, and how its status moves.
 *
 * @param orderLineItemId the line item's id, absent from the answer if null
 * @param quantity the number of units, all of which share the status of the line item
 * @param status the status at first
 * @param changes what becomes of it; the last change that is due counts
 */
public record LineItem(@Nullable Integer orderLineItemId, int quantity, String status, List<Change> changes) {

    /**
     * A change of status, due when the time or the number of polls has come.
     *
     * @param status the status from then on
     * @param after the time since the order was given to the sandbox, or null
     * @param polls the number of answers that still showed the status before, or null
     */
    public record Change(
            String status,
            @Nullable Duration after,
            @Nullable Integer polls) {

        /**
         * Checks that the change is due at some point, and at one only.
         *
         * @param status the status from then on
         * @param after the time since the order was given to the sandbox, or null
         * @param polls the number of answers that still showed the status before, or null
         * @throws IllegalArgumentException if both or neither of time and polls are given
         */
        public Change {
            Objects.requireNonNull(status, "status");
            if ((after == null) == (polls == null)) {
                throw new IllegalArgumentException("A change of status wants either a time or a number of polls");
            }
        }
    }

    /**
     * Keeps a copy of the changes.
     *
     * @param orderLineItemId the line item's id, absent from the answer if null
     * @param quantity the number of units, all of which share the status of the line item
     * @param status the status at first
     * @param changes what becomes of it; the last change that is due counts
     */
    public LineItem {
        Objects.requireNonNull(status, "status");
        changes = List.copyOf(changes);
    }

    /**
     * A line item whose status stays.
     *
     * @param quantity the number of units
     * @param status the status, such as {@code fulfilled} or {@code PrefulfillmentPending}
     * @return the line item, without an id
     */
    public static LineItem of(int quantity, String status) {
        return new LineItem(null, quantity, status, List.of());
    }

    /**
     * This line item with an id.
     *
     * @param id the line item's id
     * @return a copy
     */
    public LineItem withId(int id) {
        return new LineItem(id, quantity, status, changes);
    }

    /**
     * This line item, moving when so much time has passed on the sandbox's clock since it was given the order.
     *
     * @param after the time
     * @param next the status from then on
     * @return a copy
     */
    public LineItem then(Duration after, String next) {
        return then(new Change(next, after, null));
    }

    /**
     * This line item, moving when the order was polled so many times.
     *
     * @param polls the number of answers that still show the status before
     * @param next the status from then on
     * @return a copy
     */
    public LineItem thenAfterPolls(int polls, String next) {
        return then(new Change(next, null, polls));
    }

    private LineItem then(Change change) {
        List<Change> more = new ArrayList<>(changes);
        more.add(change);
        return new LineItem(orderLineItemId, quantity, status, more);
    }
}
