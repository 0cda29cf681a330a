package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.watch.WatchProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The progress at some times since the command started. Of a long watch it keeps fewer times, evenly spread. */
final class ProgressHistory {
    static final int MAX_SAMPLES = 240;

    /** The progress at a time. */
    record Sample(Instant time, WatchProgress progress) {}

    private final List<Sample> samples = new ArrayList<>();
    private Duration interval = Duration.ofSeconds(1);

    /** Keeps the progress if the last kept one is old enough. */
    void add(Instant time, WatchProgress progress) {
        if (!samples.isEmpty()
                && Duration.between(samples.get(samples.size() - 1).time(), time)
                                .compareTo(interval)
                        < 0) {
            return;
        }
        if (samples.size() == MAX_SAMPLES) {
            // Keeps each second one.
            for (int i = samples.size() - 1; i > 0; i -= 2) {
                samples.remove(i);
            }
            interval = interval.multipliedBy(2);
        }
        samples.add(new Sample(time, progress));
    }

    List<Sample> samples() {
        return samples;
    }
}
