package io.github.partnercenter4j.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of an order. It stands once in the database.
 *
 * @param number the number of the result, from 1, without gaps, in the order of completion on all machines
 * @param customerId the customer's id
 * @param orderId the order's id
 * @param attributes the further values that the order was added with, in order
 * @param kind what became of the order
 * @param reason the reason, for a person
 * @param lineItems the line items of the last readable response; empty if there was none
 * @param firstAsked the time of the first request, or null if none was sent
 * @param done the time when the result was written
 * @param requests how many requests were sent for the order, including repeats
 * @param requestId the MS-RequestId of the last request, by which Partner Center's support finds it, or null
 */
public record OrderResult(
        long number,
        String customerId,
        String orderId,
        Map<String, String> attributes,
        Kind kind,
        String reason,
        List<LineItemStatus> lineItems,
        @Nullable Instant firstAsked,
        Instant done,
        int requests,
        @Nullable String requestId) {

    /** What became of an order. */
    public enum Kind {
        /** Every line item is provisioned. */
        FULFILLED,
        /** No line item is pending, and at least one is cancelled. */
        UNFULFILLED,
        /** Asking again will not help, such as for an order that does not exist. */
        FAILED,
        /** The order was still pending when the time of giveUpAfter had passed. */
        GIVEN_UP
    }
}
