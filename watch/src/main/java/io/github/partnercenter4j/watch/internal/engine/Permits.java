package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.watch.internal.store.QuotaTable;
import io.github.partnercenter4j.watch.internal.store.QuotaTable.Slot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for slots of the quota. One thread of a machine at a time asks the database, the others wait in a queue. */
final class Permits {
    private static final Logger LOG = LoggerFactory.getLogger(Permits.class);
    /** A slot can become free sooner than was known. */
    private static final long MAX_WAIT_MILLIS = 500;

    private static final long MIN_WAIT_MILLIS = 2;

    private final QuotaTable quota;
    private final PauseReports pauses;
    private final Closing closing;
    private final ReentrantLock queue = new ReentrantLock(true);

    Permits(QuotaTable quota, PauseReports pauses, Closing closing) {
        this.quota = quota;
        this.pauses = pauses;
        this.closing = closing;
    }

    /**
     * Waits for a slot.
     *
     * @param longest how long the request may take
     * @param atMost the longest time to wait
     * @throws TimeoutException if the time passed, or the watch is being closed
     */
    Slot take(Duration longest, Duration atMost) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + atMost.toNanos();
        if (!queue.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        try {
            while (!closing.isClosing()) {
                Optional<Slot> slot = quota.take(longest);
                if (slot.isPresent()) {
                    pauses.tooManyRequestsIsOver();
                    return slot.get();
                }
                QuotaTable.Wait wait = quota.untilFree();
                if (wait.pausedUntil() > 0) {
                    pauses.tooManyRequests(wait.pausedUntil());
                }
                long millis = Math.max(MIN_WAIT_MILLIS, Math.min(MAX_WAIT_MILLIS, wait.millis()));
                long nanos = Math.min(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(millis));
                if (nanos <= 0) {
                    break;
                }
                closing.await(Duration.ofNanos(nanos));
            }
            throw new TimeoutException();
        } finally {
            queue.unlock();
        }
    }

    /** The response of the request is in. If the database is away, the slot becomes free by itself, later. */
    void responded(Slot slot) {
        quietly(() -> quota.responded(slot));
    }

    /** No response arrived. */
    void lost(Slot slot, Duration longest) {
        quietly(() -> quota.lost(slot, longest));
    }

    /** No request was sent. */
    void unused(Slot slot) {
        quietly(() -> quota.unused(slot));
    }

    private static void quietly(Runnable update) {
        try {
            update.run();
        } catch (RuntimeException e) {
            LOG.debug("A slot of the quota stays occupied longer than necessary", e);
        }
    }
}
