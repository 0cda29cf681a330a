package io.github.partnercenter4j.watch;

import java.time.Duration;

/**
 * How many requests the tenant may send within any window of time. All machines on the same database and tenant name share
 * it. Microsoft documents 500 requests a minute for the orders of a tenant (Partner Center order resources); other programs of
 * the tenant need their share of it.
 *
 * @param requests the number of requests, 1 to 10,000
 * @param window the time, 100 milliseconds to a day
 */
public record Quota(int requests, Duration window) {
    private static final int MAX_REQUESTS = 10_000;

    /**
     * Creates a quota.
     *
     * @param requests the number of requests, 1 to 10,000
     * @param window the time, 100 milliseconds to a day
     * @throws IllegalArgumentException if a value is out of range
     */
    public Quota {
        if (requests < 1 || requests > MAX_REQUESTS) {
            throw new IllegalArgumentException("A quota is 1 to " + MAX_REQUESTS + " requests, not " + requests);
        }
        if (window.compareTo(Duration.ofMillis(100)) < 0 || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("The window of a quota is 100 ms to a day, not " + window);
        }
    }

    /**
     * Returns a quota of requests within any 60 seconds.
     *
     * @param requests 1 to 10,000
     * @return the quota
     * @throws IllegalArgumentException if the number is out of range
     */
    public static Quota perMinute(int requests) {
        return new Quota(requests, Duration.ofMinutes(1));
    }

    /**
     * Returns a quota of requests within any window of time.
     *
     * @param requests 1 to 10,000
     * @param window 100 milliseconds to a day
     * @return the quota
     * @throws IllegalArgumentException if a value is out of range
     */
    public static Quota of(int requests, Duration window) {
        return new Quota(requests, window);
    }
}
