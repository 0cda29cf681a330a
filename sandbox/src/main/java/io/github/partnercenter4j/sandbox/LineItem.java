package io.github.partnercenter4j.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line item of a simulated order, with the planned changes of its status.
 *
 * @param orderLineItemId the line item's id; null leaves it out of the response
 * @param quantity the number of units; all have the status of the line item
 * @param status the status at the start
 * @param changes the changes of the status; the last change that is due applies
 */
public record LineItem(@Nullable Integer orderLineItemId, int quantity, String status, List<Change> changes) {

    /**
     * A change of the status, due after a time or after a number of polls.
     *
     * @param status the new status
     * @param after the time since the order was added to the sandbox, or null
     * @param polls the number of responses with the status before, or null
     */
    public record Change(
            String status,
            @Nullable Duration after,
            @Nullable Integer polls) {

        /**
         * Creates a change.
         *
         * @param status the new status
         * @param after the time since the order was added to the sandbox, or null
         * @param polls the number of responses with the status before, or null
         * @throws IllegalArgumentException if both {@code after} and {@code polls} are null, or neither is
         */
        public Change {
            Objects.requireNonNull(status, "status");
            if ((after == null) == (polls == null)) {
                throw new IllegalArgumentException(
                        "A change of status needs either a time or a number of polls, not both");
            }
        }
    }

    /**
     * Creates a line item with a copy of the changes.
     *
     * @param orderLineItemId the line item's id; null leaves it out of the response
     * @param quantity the number of units; all have the status of the line item
     * @param status the status at the start
     * @param changes the changes of the status; the last change that is due applies
     */
    public LineItem {
        Objects.requireNonNull(status, "status");
        changes = List.copyOf(changes);
    }

    /**
     * Returns a line item whose status does not change.
     *
     * @param quantity the number of units
     * @param status the status, such as {@code fulfilled} or {@code PrefulfillmentPending}
     * @return the line item, without an id
     */
    public static LineItem of(int quantity, String status) {
        return new LineItem(null, quantity, status, List.of());
    }

    /**
     * Returns this line item with an id.
     *
     * @param id the line item's id
     * @return a copy
     */
    public LineItem withId(int id) {
        return new LineItem(id, quantity, status, changes);
    }

    /**
     * Returns this line item with a change of status after a time on the sandbox's clock.
     *
     * @param after the time since the order was added to the sandbox
     * @param next the new status
     * @return a copy
     */
    public LineItem then(Duration after, String next) {
        return then(new Change(next, after, null));
    }

    /**
     * Returns this line item with a change of status after a number of polls.
     *
     * @param polls the number of responses with the status before
     * @param next the new status
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
