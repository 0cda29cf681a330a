package io.github.partnercenter4j.cli.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts durations in ranges that a person would choose, from a second to days. */
final class TimeHistogram {
    private static final int MAX_BARS = 14;
    /** In seconds. The last range has no end. */
    private static final int[] STARTS = {
        0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180, 240, 300, 420, 600, 900, 1_200, 1_800,
        2_700, 3_600, 5_400, 7_200, 10_800, 14_400, 21_600, 28_800, 43_200, 64_800, 86_400, 129_600, 172_800, 259_200
    };

    /**
     * A range of durations.
     *
     * @param from its beginning, which belongs to it
     * @param count how many durations are in it
     */
    record Bar(Duration from, long count) {}

    private final long[] counts = new long[STARTS.length];

    void add(Duration time) {
        int i = STARTS.length - 1;
        while (i > 0 && time.toSeconds() < STARTS[i]) {
            i--;
        }
        counts[i]++;
    }

    /** Returns the ranges from the first to the last that is not empty. Neighbors are joined if there are many. */
    List<Bar> bars() {
        int first = 0;
        int end = counts.length;
        while (first < end && counts[first] == 0) {
            first++;
        }
        while (end > first && counts[end - 1] == 0) {
            end--;
        }
        int joined = Math.max(1, (end - first + MAX_BARS - 1) / MAX_BARS);
        List<Bar> bars = new ArrayList<>();
        for (int i = first; i < end; i += joined) {
            long count = 0;
            for (int j = i; j < Math.min(end, i + joined); j++) {
                count += counts[j];
            }
            bars.add(new Bar(Duration.ofSeconds(STARTS[i]), count));
        }
        return bars;
    }
}
