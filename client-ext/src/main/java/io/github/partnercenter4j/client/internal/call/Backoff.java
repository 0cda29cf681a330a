package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.TransportException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** How long to wait before a call is attempted again: as long as the server says, or else a random while that grows. */
public final class Backoff {
    /** Waits, and gives up when the thread is interrupted. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST_GUESS = Duration.ofSeconds(8);
    private static final Duration FIRST_GUESS = Duration.ofMillis(500);
    private static final int DOUBLINGS = 4;

    private final Clock clock;
    private final DoubleSupplier random;
    private final Sleeper sleeper;

    /**
     * Hands in what time and chance bring.
     *
     * @param random gives numbers from 0 up to, and without, 1
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

    /**
     * Finds the wait. Where the server says nothing it is anywhere below the guess, so that many clients which failed at
     * once do not come back at once.
     *
     * @param retry 0 for the first repeat
     * @param retryAfter the values of the answer's Retry-After
     */
    Duration before(int retry, List<String> retryAfter) {
        Duration asked = RetryAfter.of(retryAfter, clock);
        Duration wait = asked == null ? guess(retry) : asked;
        return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    }

    private Duration guess(int retry) {
        Duration below = retry >= DOUBLINGS ? LONGEST_GUESS : FIRST_GUESS.multipliedBy(1L << retry);
        return Duration.ofNanos((long) (below.toNanos() * random.getAsDouble()));
    }

    /**
     * Waits.
     *
     * @throws TransportException if the thread is interrupted
     */
    void sleep(Duration wait, Call call, @Nullable PartnerCenterException failure) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            throw CallFailures.interrupted(
                    call, "it waited " + wait.toMillis() + " ms before another attempt", failure);
        }
    }
}
