package io.github.partnercenter4j.watch.internal.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends all waits when the watch is closed. Not final, so that tests can wait without time. */
class Closing {
    private final CountDownLatch closed = new CountDownLatch(1);

    void close() {
        closed.countDown();
    }

    boolean isClosing() {
        return closed.getCount() == 0;
    }

    /** Waits. Returns true at once if the watch is being closed. */
    boolean await(Duration duration) throws InterruptedException {
        return closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
