package io.github.partnercenter4j.sandbox.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Limits the requests within any 60 seconds, with a sliding log. Microsoft documents 500 requests a minute for the orders of
 * a tenant. A refused request does not count.
 */
final class Quota {

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final int limit;
    private final Clock clock;
    private final Deque<Instant> log = new ArrayDeque<>();

    Quota(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Counts a request. Returns how long to wait if it exceeds the limit, else zero. */
    synchronized Duration request() {
        Instant now = clock.instant();
        while (!log.isEmpty() && !log.peekFirst().isAfter(now.minus(WINDOW))) {
            log.removeFirst();
        }
        if (log.size() < limit) {
            log.addLast(now);
            return Duration.ZERO;
        }
        return log.isEmpty() ? WINDOW : Duration.between(now.minus(WINDOW), log.peekFirst());
    }
}
