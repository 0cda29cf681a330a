package io.github.partnercenter4j.client.orders;

import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.ServiceException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to pause between the polls of one order. The service advises against polling without pauses (Partner Center API
 * throttling guidance). Immutable. Thread-safe if its random source is.
 */
public final class PollPauses {
    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofDays(365);

    private final Duration first;
    private final Duration longest;
    private final @Nullable DoubleSupplier random;

    private PollPauses(Duration first, Duration longest, @Nullable DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * Creates pauses that are all equal.
     *
     * @param pause one second to a year
     * @return the pauses
     * @throws IllegalArgumentException if the pause is out of range
     */
    public static PollPauses every(Duration pause) {
        if (pause.compareTo(MIN) < 0 || pause.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("The pause must be a second to a year, but is " + pause);
        }
        return new PollPauses(pause, pause, null);
    }

    /**
     * Creates pauses that double from poll to poll. Each is shortened at random by up to half, so that many orders that
     * were added together are not polled together.
     *
     * @param first the first pause, one second or more
     * @param longest the longest pause, from the first pause to a year
     * @return the pauses
     * @throws IllegalArgumentException if a pause is out of range
     */
    public static PollPauses growing(Duration first, Duration longest) {
        return growing(first, longest, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Creates growing pauses with their own random source, for tests.
     *
     * @param first the first pause, one second or more
     * @param longest the longest pause, from the first pause to a year
     * @param random returns numbers from 0 (inclusive) to 1 (exclusive); 0 halves the pause, and almost 1 keeps it
     * @return the pauses
     * @throws IllegalArgumentException if a pause is out of range
     */
    public static PollPauses growing(Duration first, Duration longest, DoubleSupplier random) {
        if (first.compareTo(MIN) < 0 || longest.compareTo(first) < 0 || longest.compareTo(MAX) > 0) {
            throw new IllegalArgumentException(
                    "The pauses must be a second to a year, and the longest must not be shorter"
                            + " than the first, but they are " + first + " and " + longest);
        }
        return new PollPauses(first, longest, random);
    }

    /**
     * Returns the pause after a poll.
     *
     * @param polls how often the order was polled so far, one or more
     * @param failure how the last poll failed, or null if it returned a status
     * @return the pause, never shorter than the wait that the service asked for with Retry-After
     */
    public Duration after(int polls, @Nullable PartnerCenterException failure) {
        Duration pause = random == null ? first : shortened(grown(polls), random);
        Duration asked = failure instanceof ServiceException e ? e.retryAfter() : null;
        return asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    }

    private Duration grown(int polls) {
        Duration pause = first;
        for (int poll = 1; poll < polls && pause.compareTo(longest) < 0; poll++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private static Duration shortened(Duration pause, DoubleSupplier random) {
        long half = pause.toNanos() / 2;
        return pause.minusNanos(half - (long) (half * random.getAsDouble()));
    }
}
