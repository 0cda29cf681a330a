package io.github.partnercenter4j.watch.internal.engine;

import java.time.Duration;

/** Durations in messages. */
final class Durations {
    private Durations() {}

    /** Returns a duration in its largest whole unit, such as 48 h or 90 s. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + " h";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + " min";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
