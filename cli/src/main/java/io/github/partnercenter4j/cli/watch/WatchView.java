package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.PendingOrder;
import io.github.partnercenter4j.watch.ProvisioningWatch;
import io.github.partnercenter4j.watch.WatchProgress;
import java.util.List;

/** What can be read of a watch. */
interface WatchView {
    static WatchView of(ProvisioningWatch watch) {
        return new WatchView() {
            @Override
            public WatchProgress progress() {
                return watch.progress();
            }

            @Override
            public List<OrderResult> results(long after, int limit) {
                return watch.results(after, limit);
            }

            @Override
            public List<PendingOrder> slowestPending(int limit) {
                return watch.slowestPending(limit);
            }
        };
    }

    WatchProgress progress();

    List<OrderResult> results(long after, int limit);

    List<PendingOrder> slowestPending(int limit);
}
