package io.github.partnercenter4j.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The arrival times of the last million requests, in 8 MB at most. Not thread-safe. */
final class ArrivalLog {

    private static final int MAX_TIMES = 1_000_000;
    private static final int FIRST_SIZE = 1024;

    private long[] micros = new long[FIRST_SIZE];
    private long count;

    void add(Instant time) {
        if (count == micros.length && micros.length < MAX_TIMES) {
            micros = Arrays.copyOf(micros, Math.min(MAX_TIMES, 2 * micros.length));
        }
        micros[(int) (count % micros.length)] = time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
        count++;
    }

    long count() {
        return count;
    }

    int mostWithin(Duration window) {
        long[] sorted = Arrays.copyOf(micros, (int) Math.min(count, micros.length));
        Arrays.sort(sorted);
        long length = window.toNanos() / 1_000;
        int most = 0;
        int first = 0;
        for (int last = 0; last < sorted.length; last++) {
            while (sorted[last] - sorted[first] >= length) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    void clear() {
        micros = new long[FIRST_SIZE];
        count = 0;
    }
}
