package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.RequestLimiter;
import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import io.github.partnercenter4j.watch.LineItemStatus;
import java.time.Duration;
import java.util.List;

/** Asks for one order once, without retries: the watch asks again later. */
final class OrderPoll {
    private final PartnerCenter partnerCenter;
    private final Duration timeout;

    OrderPoll(PartnerCenter partnerCenter, Duration timeout) {
        this.partnerCenter = partnerCenter;
        this.timeout = timeout;
    }

    /** Sends at least one request, with the permits of the limiter. */
    PollResult poll(String customerId, String orderId, RequestLimiter limiter) {
        try {
            ProvisioningStatus status = ProvisioningStatus.read(
                    partnerCenter
                            .with(options ->
                                    options.timeout(timeout).maxRetries(0).requestLimiter(limiter))
                            .orders(),
                    customerId,
                    orderId);
            List<LineItemStatus> items = status.items().stream()
                    .map(item -> new LineItemStatus(item.lineItemNumber(), item.orderLineItemId(), item.status()))
                    .toList();
            return new PollResult.Read(
                    status.outcome(), items, status.response().requestId());
        } catch (PartnerCenterException e) {
            return new PollResult.Failed(e);
        } catch (IllegalArgumentException e) {
            return new PollResult.Invalid(String.valueOf(e.getMessage()));
        }
    }
}
