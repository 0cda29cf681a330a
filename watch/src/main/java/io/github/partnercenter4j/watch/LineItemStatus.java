package io.github.partnercenter4j.watch;

import org.jspecify.annotations.Nullable;

/**
 * The last known status of a line item.
 *
 * @param lineItemNumber the number of the line item, from 0, or null if the response has none
 * @param orderLineItemId the id of the line item, or null if the response has none
 * @param status the status as the service wrote it, or null if the response has none
 */
public record LineItemStatus(
        @Nullable Integer lineItemNumber,
        @Nullable Integer orderLineItemId,
        @Nullable String status) {}
