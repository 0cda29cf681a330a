package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.internal.store.ResultTable;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers results at least once. What is not confirmed in the database is delivered again, by any machine. */
final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int CLAIM = 20;

    private final ResultTable results;
    private final @Nullable Consumer<OrderResult> listener;
    private final Closing closing;

    Deliveries(ResultTable results, @Nullable Consumer<OrderResult> listener, Closing closing) {
        this.results = results;
        this.listener = listener;
        this.closing = closing;
    }

    /** True if this machine delivers. Otherwise the results wait for one that does. */
    boolean isActive() {
        return listener != null;
    }

    /** Delivers a result that this machine has claimed. */
    void deliver(OrderResult result) {
        if (listener == null) {
            return;
        }
        try {
            listener.accept(result);
            results.delivered(result.number());
        } catch (RuntimeException e) {
            LOG.error(
                    "The result of order {} was not delivered. It is delivered again after {} s",
                    result.orderId(),
                    ResultTable.LEASE.toSeconds(),
                    e);
        }
    }

    /** Delivers what other machines, or earlier processes, did not. */
    void redeliver() {
        if (listener == null) {
            return;
        }
        List<OrderResult> claimed = results.claimUndelivered(CLAIM);
        while (!claimed.isEmpty()) {
            for (OrderResult result : claimed) {
                if (closing.isClosing()) {
                    return;
                }
                deliver(result);
            }
            claimed = results.claimUndelivered(CLAIM);
        }
    }

    /** True if nothing waits for delivery by a machine like this one. */
    boolean isDone() {
        return listener == null || !results.hasUndelivered();
    }
}
