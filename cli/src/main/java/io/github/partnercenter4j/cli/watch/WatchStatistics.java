package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.OrderResult.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Counts results as they are read, in bounded memory. Not thread-safe. */
final class WatchStatistics {
    private static final int SLOWEST = 10;
    private static final int MAX_REASONS = 50;
    private static final String OTHER = "(other reasons)";

    /** An order that took long. */
    record Slow(Duration time, OrderResult result) {}

    private final PriorityQueue<Slow> slowest = new PriorityQueue<>(Comparator.comparing(Slow::time));
    private final Map<String, Long> failures = new LinkedHashMap<>();
    private final TimeHistogram times = new TimeHistogram();

    void add(OrderResult result) {
        if (result.firstAsked() != null) {
            Duration time = Duration.between(result.firstAsked(), result.done());
            times.add(time);
            slowest.add(new Slow(time, result));
            if (slowest.size() > SLOWEST) {
                slowest.remove();
            }
        }
        if (result.kind() == Kind.FAILED || result.kind() == Kind.GIVEN_UP) {
            boolean known = failures.size() < MAX_REASONS || failures.containsKey(result.reason());
            failures.merge(known ? result.reason() : OTHER, 1L, Long::sum);
        }
    }

    /** Returns at most ten orders, the slowest first. */
    List<Slow> slowest() {
        List<Slow> sorted = new ArrayList<>(slowest);
        sorted.sort(Comparator.comparing(Slow::time).reversed());
        return sorted;
    }

    /** Returns why orders failed or were given up, with the number of orders, the most frequent first. */
    List<Map.Entry<String, Long>> failures() {
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(failures.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        return sorted;
    }

    /** Returns how long the orders took. */
    TimeHistogram times() {
        return times;
    }
}
