package io.github.partnercenter4j.client;

import java.time.Duration;

/**
 * Is told what a call is doing, for instance to show that it waits. All methods are called by the thread of the call, and the
 * time that they take counts towards its timeout. An exception that they throw ends the call. See
 * {@link CallOptions#addListener}. To decide when a request may be sent, use a {@link RequestLimiter}.
 */
public interface CallListener {
    /**
     * A pause before the next attempt.
     *
     * @param duration how long the call waits; more than zero
     * @param requested true if the service asked for at least this long with Retry-After
     * @param status the status of the last response, or 0 if none arrived
     */
    record Pause(Duration duration, boolean requested, int status) {}

    /**
     * Called before each request is sent: the first one, each retry, the repeat with a refreshed token, and each page.
     *
     * @param remaining the time that is left until the timeout of the call
     */
    default void beforeRequest(Duration remaining) {}

    /**
     * Called after each request, also if it failed.
     *
     * @param status the status of the response, or 0 if no complete response arrived
     */
    default void afterRequest(int status) {}

    /**
     * Called before the call pauses to retry.
     *
     * @param pause how long it pauses, and why
     */
    default void beforePause(Pause pause) {}
}
