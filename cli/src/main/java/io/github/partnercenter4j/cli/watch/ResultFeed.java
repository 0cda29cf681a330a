package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.watch.OrderResult;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the results of a watch in the order of their numbers, and hands each to the file, the statistics and a listener. */
final class ResultFeed {
    private static final int BATCH = 1_000;

    private final @Nullable ResultsFile file;
    private final WatchStatistics statistics;
    private final Consumer<OrderResult> listener;
    private long last;

    ResultFeed(@Nullable ResultsFile file, WatchStatistics statistics, Consumer<OrderResult> listener) {
        this.file = file;
        this.statistics = statistics;
        this.listener = listener;
    }

    /**
     * Reads what is new, for a while.
     *
     * @param maxNanos stop after about this time, even if there is more
     * @throws IOException if the file cannot be written; the next call tries again
     */
    void read(WatchView watch, long maxNanos) throws IOException {
        long start = System.nanoTime();
        List<OrderResult> results;
        do {
            results = watch.results(last, BATCH);
            if (results.isEmpty()) {
                return;
            }
            if (file != null) {
                file.add(results);
            }
            results.forEach(statistics::add);
            results.forEach(listener);
            last = results.get(results.size() - 1).number();
        } while (System.nanoTime() - start < maxNanos);
    }
}
