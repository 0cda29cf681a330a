package io.github.partnercenter4j.client;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Decides when a request may be sent, for instance to stay within the tenant's quota. It is asked before each request on the
 * wire: each attempt of a call, the repeat with a refreshed token, and each further page. Called by many threads at the same
 * time. Set it with {@link CallOptions#requestLimiter}.
 */
@FunctionalInterface
public interface RequestLimiter {

    /** The permission to send one request. */
    @FunctionalInterface
    interface Permit extends AutoCloseable {
        /** Called once, when the response has arrived completely, or the request failed. */
        @Override
        void close();
    }

    /**
     * Waits until a request may be sent. The wait counts towards the timeout of the call. An unchecked exception ends the call,
     * and the caller gets it unchanged.
     *
     * @param atMost the remaining time of the call, more than zero
     * @return the permit for one request
     * @throws TimeoutException if no request may be sent within the time; the call fails with a {@link TransportException} of
     *     the kind {@link TransportException.Kind#TIMED_OUT}
     * @throws InterruptedException if the thread is interrupted; the call fails with a {@link TransportException} of the kind
     *     {@link TransportException.Kind#INTERRUPTED}
     */
    Permit acquire(Duration atMost) throws InterruptedException, TimeoutException;
}
