package io.github.partnercenter4j.watch;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order that is not done yet.
 *
 * @param customerId the customer's id
 * @param orderId the order's id
 * @param attributes the further values that the order was added with, in order
 * @param added when the order was added
 * @param nextPoll when it is due to be asked for
 * @param requests how many requests were sent for it so far
 * @param reason why it is not done, or null if it was not asked for yet
 */
public record PendingOrder(
        String customerId,
        String orderId,
        Map<String, String> attributes,
        Instant added,
        Instant nextPoll,
        int requests,
        @Nullable String reason) {}
