package io.github.partnercenter4j.watch.internal.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.partnercenter4j.watch.LineItemStatus;
import io.github.partnercenter4j.watch.WatchedOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an open order. Kept as JSON in the data of its task. Times are milliseconds since 1970.
 *
 * @param polls how often it was asked for, as far as its pauses count
 * @param requests how many requests were sent for it
 * @param items the line items of the last readable response, or null before the first
 * @param reason why it is not done, or null before the first poll
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderState(
        String customerId,
        String orderId,
        Map<String, String> attributes,
        long added,
        @Nullable Long firstAsked,
        int polls,
        int requests,
        @Nullable List<LineItemStatus> items,
        @Nullable String reason,
        @Nullable String requestId) {

    static OrderState of(WatchedOrder order, long added) {
        return new OrderState(
                order.customerId(), order.orderId(), order.attributes(), added, null, 0, 0, null, null, null);
    }

    /** The state after a poll that sent requests. */
    public OrderState asked(long at, int sent, @Nullable String lastRequestId) {
        return new OrderState(
                customerId,
                orderId,
                attributes,
                added,
                firstAsked == null && sent > 0 ? (Long) at : firstAsked,
                polls,
                requests + sent,
                items,
                reason,
                lastRequestId == null ? requestId : lastRequestId);
    }

    public OrderState withItems(List<LineItemStatus> read) {
        return new OrderState(
                customerId, orderId, attributes, added, firstAsked, polls, requests, read, reason, requestId);
    }

    /** The state with one more poll that counts for the next pause. */
    public OrderState pending(String why, int countedPolls) {
        return new OrderState(
                customerId, orderId, attributes, added, firstAsked, countedPolls, requests, items, why, requestId);
    }
}
