package io.github.partnercenter4j.client.internal.call;

import feign.Response;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.TransportException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Computes how long to wait before the next attempt: as long as the server says, else exponential backoff with full jitter. */
public final class Backoff {
    /** Sleeps until the time has passed or the thread is interrupted. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private static final Duration MIN_WAIT = Duration.ofMillis(100);
    private static final Duration INITIAL_BACKOFF = Duration.ofMillis(500);
    /** Up to 8 seconds. */
    private static final int MAX_DOUBLINGS = 4;

    private final Clock clock;
    private final DoubleSupplier random;
    private final Sleeper sleeper;

    /**
     * Creates a backoff with its own sources of time and randomness.
     *
     * @param random returns numbers from 0 (inclusive) to 1 (exclusive)
     */
    Backoff(Clock clock, DoubleSupplier random, Sleeper sleeper) {
        this.clock = clock;
        this.random = random;
        this.sleeper = sleeper;
    }

    public static Backoff ofSystem() {
        return new Backoff(
                Clock.systemUTC(),
                () -> ThreadLocalRandom.current().nextDouble(),
                duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos()));
    }

    /** Reads how long a response asks to wait. */
    public RetryAfter retryAfter(Response response) {
        return RetryAfter.of(response.headers(), clock);
    }

    /**
     * Returns how long to wait. Without Retry-After the wait is random, so that many clients that failed at the same time
     * do not retry at the same time. A value that cannot be read counts as such a wait.
     *
     * @param retry 0 for the first retry
     */
    public Duration delay(int retry, RetryAfter retryAfter) {
        Duration asked = retryAfter.longest();
        Duration wait = asked == null || retryAfter.incomplete() ? longer(jitter(retry), asked) : asked;
        return longer(MIN_WAIT, wait);
    }

    private static Duration longer(Duration wait, @Nullable Duration other) {
        return other == null || wait.compareTo(other) > 0 ? wait : other;
    }

    private Duration jitter(int retry) {
        Duration limit = INITIAL_BACKOFF.multipliedBy(1L << Math.min(retry, MAX_DOUBLINGS));
        return Duration.ofNanos((long) (limit.toNanos() * random.getAsDouble()));
    }

    /**
     * Waits before the next attempt.
     *
     * @throws TransportException if the thread is interrupted
     */
    void sleep(Duration wait, Call call, @Nullable PartnerCenterException failure) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            throw CallFailures.interrupted(
                    call, "while waiting " + wait.toMillis() + " ms before the next attempt", failure);
        }
    }
}
