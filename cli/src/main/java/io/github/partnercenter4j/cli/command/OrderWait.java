package io.github.partnercenter4j.cli.command;

import io.github.partnercenter4j.cli.output.Terminal;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.orders.PollPauses;
import io.github.partnercenter4j.client.orders.ProvisioningState;
import io.github.partnercenter4j.client.orders.ProvisioningStatus;
import io.github.partnercenter4j.client.orders.ProvisioningWaiter;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Waits until an order is done, and writes to standard error how each line item moves. */
final class OrderWait {
    private static final PollPauses PAUSES = PollPauses.growing(Duration.ofSeconds(5), Duration.ofMinutes(2));

    private final Terminal terminal;
    private final Map<Object, String> known = new HashMap<>();
    private @Nullable ProvisioningStatus last;
    private @Nullable String lastFailure;

    OrderWait(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Waits. A 404 is no end, because a new order can take 15 minutes to appear.
     *
     * @param atMost how long, more than zero
     * @return the last status, which is pending if the time is over
     * @throws PartnerCenterException if asking again will not help, or the last request failed
     */
    ProvisioningStatus await(PartnerCenter partnerCenter, String customerId, String orderId, Duration atMost) {
        try {
            new ProvisioningWaiter(partnerCenter.orders())
                    .pauses(PAUSES)
                    .untilFound()
                    .onStatus(this::show)
                    .onFailure(this::show)
                    .await(customerId, orderId, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (last == null) {
            throw new CancellationException("The wait was interrupted before the first response");
        }
        return last;
    }

    private void show(ProvisioningStatus status) {
        List<OrderLineItemProvisioningStatus> items = status.items();
        for (int i = 0; i < items.size(); i++) {
            Integer number = items.get(i).lineItemNumber();
            Object key = number == null ? "at " + i : number;
            String now = ProvisioningState.of(items.get(i).status()).toString();
            String before = known.put(key, now);
            if (!now.equals(before)) {
                terminal.notice("line item " + (number == null ? "without a number" : number) + ": "
                        + (before == null ? "" : before + " -> ") + now);
            }
        }
        if (items.isEmpty() && last == null) {
            terminal.notice("The order has no line items yet.");
        }
        last = status;
        lastFailure = null;
    }

    private void show(PartnerCenterException failure) {
        // The ids in the message are others each time.
        String kind = failure.getClass().getName() + (failure instanceof ServiceException e ? e.status() : "");
        if (!kind.equals(lastFailure)) {
            lastFailure = kind;
            terminal.notice("Asking again: " + failure.getMessage());
        }
    }
}
