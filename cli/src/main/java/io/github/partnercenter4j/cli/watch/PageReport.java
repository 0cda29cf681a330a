package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.cli.file.WriteError;
import io.github.partnercenter4j.watch.PendingOrder;
import io.github.partnercenter4j.watch.WatchProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the page every few seconds while the watch runs, and once at its end. */
final class PageReport {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int MAX_PENDING = 20;

    private final PageFile file;
    private final String name;
    private final WatchStatistics statistics;
    private final WatchOutput output;
    private final String goingOn;
    private final ProgressHistory history = new ProgressHistory();
    private List<PendingOrder> pending = List.of();
    private @Nullable Instant written;

    PageReport(Path file, String name, WatchStatistics statistics, WatchOutput output, String goingOn) {
        this.file = new PageFile(file);
        this.name = name;
        this.statistics = statistics;
        this.output = output;
        this.goingOn = goingOn;
    }

    void update(WatchProgress progress, WatchView view) {
        Instant now = Instant.now();
        history.add(now, progress);
        if (written == null || Duration.between(written, now).compareTo(INTERVAL) >= 0) {
            pending = view.slowestPending(MAX_PENDING);
            write(WatchPage.State.RUNNING, progress, now);
        }
    }

    /**
     * Writes the page for the last time.
     *
     * @param view null to keep the pending orders that were read last
     */
    void finish(WatchProgress progress, @Nullable WatchView view) {
        Instant now = Instant.now();
        history.add(now, progress);
        pending = view == null ? pending : view.slowestPending(MAX_PENDING);
        write(WatchPage.State.STOPPED, progress, now);
    }

    private void write(WatchPage.State state, WatchProgress progress, Instant now) {
        written = now;
        try {
            file.write(new WatchPage(name, state, now, progress, history, statistics, pending, goingOn).html());
            output.solved("page", "The page is written again.");
        } catch (IOException e) {
            output.problem(
                    "page",
                    "The page cannot be written (" + WriteError.reason(file.path(), e)
                            + "). The watch goes on without it.");
        }
    }
}
