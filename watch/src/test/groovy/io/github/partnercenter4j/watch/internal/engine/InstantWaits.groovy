package io.github.partnercenter4j.watch.internal.engine

import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList

/** Notes each wait, and ends it at once. */
class InstantWaits extends Closing {
    final List<Duration> waits = new CopyOnWriteArrayList<>()
    /** Runs in each wait, with its number from 1. */
    Closure during = {}

    @Override
    boolean await(Duration duration) {
        waits << duration
        during(waits.size())
        isClosing()
    }
}
