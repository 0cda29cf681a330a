package io.github.partnercenter4j.client.internal.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment at which a call ends, whatever it is doing. Measured on a clock that nobody can set back. */
public final class Deadline {
    private static final Duration MAX_TIMEOUT = Duration.ofDays(1);

    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(LongSupplier nanoTime, long end) {
        this.nanoTime = nanoTime;
        this.end = end;
    }

    public static Deadline after(Duration timeout, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + timeout.toNanos());
    }

    /**
     * Checks a timeout that the caller set.
     *
     * @throws IllegalArgumentException if it is not more than zero and at most a day
     */
    public static Duration requireTimeout(String name, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(MAX_TIMEOUT) > 0) {
            throw new IllegalArgumentException(name + " must be more than zero and at most a day");
        }
        return timeout;
    }

    /** A duration in words, whole seconds where it is of such. */
    public static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /** Negative once the deadline has passed. */
    public Duration remaining() {
        return Duration.ofNanos(end - nanoTime.getAsLong());
    }

    public boolean hasPassed() {
        return end - nanoTime.getAsLong() <= 0;
    }
}
