package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.client.RequestLimiter;
import io.github.partnercenter4j.watch.internal.store.QuotaTable.Slot;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one poll. The first slot was taken before the call, so that the wait for it does not count towards the timeout
 * of the call. A slot is given back when it is known whether a response arrived. Used by one thread.
 */
final class PollPermits implements RequestLimiter, AutoCloseable {
    private final Permits permits;
    private final Duration longest;
    private @Nullable Slot first;
    private @Nullable Slot last;
    private boolean responded;
    private int requests;

    PollPermits(Permits permits, Slot first, Duration longest) {
        this.permits = permits;
        this.first = first;
        this.longest = longest;
    }

    @Override
    public Permit acquire(Duration atMost) throws InterruptedException, TimeoutException {
        // A further request follows a response.
        giveBackLast(true);
        last = first == null ? permits.take(atMost, atMost) : first;
        first = null;
        requests++;
        return () -> {};
    }

    /** How many requests were sent. */
    int requests() {
        return requests;
    }

    /** The last request got a response. */
    void responded() {
        responded = true;
    }

    /** Gives back what is still held. */
    @Override
    public void close() {
        if (first != null) {
            permits.unused(first);
            first = null;
        }
        giveBackLast(responded);
    }

    private void giveBackLast(boolean complete) {
        if (last == null) {
            return;
        }
        if (complete) {
            permits.responded(last);
        } else {
            permits.lost(last, longest);
        }
        last = null;
    }
}
