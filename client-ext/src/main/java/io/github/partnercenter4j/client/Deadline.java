package io.github.partnercenter4j.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment at which a call ends, whatever it is doing. Measured on a clock that nobody can set back. */
final class Deadline {
    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(LongSupplier nanoTime, long end) {
        this.nanoTime = nanoTime;
        this.end = end;
    }

    static Deadline after(Duration timeout, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + timeout.toNanos());
    }

    /** A duration in words, whole seconds where it is of such. */
    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /** Negative once the deadline has passed. */
    Duration remaining() {
        return Duration.ofNanos(end - nanoTime.getAsLong());
    }

    boolean hasPassed() {
        return end - nanoTime.getAsLong() <= 0;
    }
}
