package io.github.partnercenter4j.watch.internal.engine;

import java.time.Duration;

/**
 * How often a watch looks, and how long it waits. Only tests use other times than the usual ones.
 *
 * @param polling how often the scheduler looks for orders that are due
 * @param housekeeping how often the quota, the deliveries and the credential are checked
 * @param firstCredentialPause the pause after a token was missing or refused; the next ones are longer
 * @param storeQuiet how long the database must be usable before its pause is reported as over
 */
public record EngineTimes(Duration polling, Duration housekeeping, Duration firstCredentialPause, Duration storeQuiet) {
    /** The times of a watch in production. */
    public static final EngineTimes USUAL = new EngineTimes(
            Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));
}
