package io.github.partnercenter4j.client.internal.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time at which a call must end. Measured with a monotonic clock. */
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

    /** Formats a duration for a message, such as 30 s or 1500 ms. */
    public static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /** The remaining time; zero or negative after the deadline. */
    public Duration remaining() {
        return Duration.ofNanos(end - nanoTime.getAsLong());
    }

    public boolean hasPassed() {
        return end - nanoTime.getAsLong() <= 0;
    }
}
