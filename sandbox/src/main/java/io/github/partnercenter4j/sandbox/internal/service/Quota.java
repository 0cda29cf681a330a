package io.github.partnercenter4j.sandbox.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits the requests of each tenant within any window, with a sliding log. Microsoft documents 500 requests a minute for the
 * orders of a tenant. A refused request does not count.
 */
public final class Quota {

    /**
     * The use of the quota by one tenant.
     *
     * @param used the requests within the window
     * @param pause how long until one more is allowed, or zero
     */
    public record Usage(int used, int limit, Duration window, Duration pause) {}

    private final Duration window;
    private final Clock clock;
    private final Map<String, Deque<Instant>> logs = new ConcurrentHashMap<>();
    private volatile int limit;

    public Quota(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    void setLimit(int requests) {
        limit = requests;
    }

    /** Counts a request. Returns how long to wait if it exceeds the limit, else zero. */
    Duration request(String tenant) {
        Deque<Instant> log = logs.computeIfAbsent(tenant, each -> new ArrayDeque<>());
        synchronized (log) {
            Instant now = clock.instant();
            Duration wait = wait(log, now);
            if (wait.isZero()) {
                log.addLast(now);
            }
            return wait;
        }
    }

    /** Returns the use by the tenant with the most requests within the window. */
    Usage usage() {
        Usage most = new Usage(0, limit, window, limit == 0 ? window : Duration.ZERO);
        for (Deque<Instant> log : logs.values()) {
            synchronized (log) {
                Duration wait = wait(log, clock.instant());
                most = log.size() > most.used() ? new Usage(log.size(), limit, window, wait) : most;
            }
        }
        return most;
    }

    private Duration wait(Deque<Instant> log, Instant now) {
        while (!log.isEmpty() && !log.peekFirst().isAfter(now.minus(window))) {
            log.removeFirst();
        }
        if (log.size() < limit) {
            return Duration.ZERO;
        }
        return log.isEmpty() ? window : Duration.between(now.minus(window), log.peekFirst());
    }
}
