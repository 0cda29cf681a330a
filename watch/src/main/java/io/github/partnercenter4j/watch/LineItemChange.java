package io.github.partnercenter4j.watch;

import org.jspecify.annotations.Nullable;

/**
 * The status of a line item is another than in the response before. The first response of an order reports no changes.
 *
 * @param customerId the customer's id
 * @param orderId the order's id
 * @param lineItemNumber the number of the line item, or null if the response has none
 * @param from the status before, or null if the line item was missing or had none
 * @param to the status now, or null if the line item has none
 */
public record LineItemChange(
        String customerId,
        String orderId,
        @Nullable Integer lineItemNumber,
        @Nullable String from,
        @Nullable String to) {}
