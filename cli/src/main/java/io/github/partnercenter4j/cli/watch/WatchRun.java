package io.github.partnercenter4j.cli.watch;

import io.github.partnercenter4j.cli.file.WriteError;
import io.github.partnercenter4j.cli.output.ExitCode;
import io.github.partnercenter4j.watch.LineItemChange;
import io.github.partnercenter4j.watch.OrderResult;
import io.github.partnercenter4j.watch.ProvisioningWatch;
import io.github.partnercenter4j.watch.StoreException;
import io.github.partnercenter4j.watch.WatchPause;
import io.github.partnercenter4j.watch.WatchProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs a watch until all orders are done, the time is over, there is no token, or the user stops it. */
public final class WatchRun {
    private static final Duration TICK = Duration.ofMillis(500);
    /** How long reading results may keep the progress from being shown, and Ctrl-C from being obeyed. */
    private static final Duration READ_AT_ONCE = Duration.ofMillis(700);

    private final WatchPlan plan;
    private final WatchOutput output;
    private final WatchStatistics statistics = new WatchStatistics();
    private final @Nullable PageReport page;
    private @Nullable WatchProgress progress;

    public WatchRun(WatchPlan plan, WatchOutput output) {
        this.plan = plan;
        this.output = output;
        this.page = plan.page() == null
                ? null
                : new PageReport(plan.page(), plan.name(), statistics, output, plan.goingOn());
    }

    /**
     * Runs the watch.
     *
     * @param stop ends it
     * @return the exit code
     * @throws StoreException if the database cannot be used
     * @throws ResultsFileException if the results file cannot be used, with the reason in its message
     */
    public ExitCode run(StopSignal stop) throws ResultsFileException {
        try (ResultsFile file = open(plan.results())) {
            return run(stop, file);
        } catch (IOException e) {
            throw unusable(WriteError.reason(plan.results(), e) + ": name another file, or correct it");
        }
    }

    private static @Nullable ResultsFile open(@Nullable Path path) throws IOException, ResultsFileException {
        try {
            return path == null ? null : ResultsFile.open(path);
        } catch (ResultsFileException e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
    }

    private static ResultsFileException unusable(String reason) {
        return new ResultsFileException("The results file cannot be used: " + reason);
    }

    private ExitCode run(StopSignal stop, @Nullable ResultsFile file) throws ResultsFileException {
        ResultFeed feed;
        boolean inTime;
        try (ProvisioningWatch watch =
                plan.builder().get().onChange(this::tell).onPause(this::tell).build()) {
            WatchView view = WatchView.of(watch);
            requireFrom(view, file);
            plan.orders().addTo(watch, output, stop);
            progress = view.progress();
            long before = progress.done();
            feed = new ResultFeed(file, statistics, result -> tell(result, before));
            if (stop.isStopping()) {
                return stopped();
            }
            watch.start();
            inTime = follow(view, feed, stop);
            if (stop.isStopping()) {
                output.notice("Stopping: waiting for the requests in flight.");
                refresh(view);
            }
        }
        return stop.isStopping() ? stopped() : ended(feed, inTime);
    }

    private static void requireFrom(WatchView view, @Nullable ResultsFile file) throws ResultsFileException {
        try {
            if (file != null) {
                file.requireFrom(view);
            }
        } catch (ResultsFileException e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
    }

    /** Shows the progress until the watch has to end. Returns false if it ends because the time is over. */
    private boolean follow(WatchView view, ResultFeed feed, StopSignal stop) {
        long start = System.nanoTime();
        while (true) {
            look(view, feed);
            if (progress != null && (progress.open() == 0 || isWithoutToken(progress) && !plan.waitsForToken())) {
                return true;
            }
            Duration left = plan.atMost() == null ? TICK : plan.atMost().minusNanos(System.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            if (stop.await(left.compareTo(TICK) < 0 ? left : TICK)) {
                return true;
            }
        }
    }

    private void look(WatchView view, ResultFeed feed) {
        try {
            progress = view.progress();
            output.progress(progress, System.nanoTime());
            read(view, feed, READ_AT_ONCE);
            if (page != null) {
                page.update(progress, view);
            }
        } catch (StoreException e) {
            // The watch itself reports the pause, and when it is over.
            output.problem("store", e.getMessage() + " The watch goes on when it works again.");
        }
    }

    /** The last look may be a while ago. */
    private void refresh(WatchView view) {
        try {
            progress = view.progress();
        } catch (StoreException e) {
            // The earlier numbers are good enough.
        }
    }

    private void read(WatchView view, ResultFeed feed, Duration time) {
        try {
            feed.read(view, time.toNanos());
            output.solved("results", "The results file is written again.");
        } catch (IOException e) {
            output.problem(
                    "results",
                    "The results file cannot be written (" + WriteError.reason(plan.results(), e)
                            + "). The results are safe in the store, and are written when it works again.");
        }
    }

    private static boolean isWithoutToken(WatchProgress progress) {
        WatchPause pause = progress.pause();
        return pause != null && pause.kind() == WatchPause.Kind.CREDENTIAL;
    }

    /** Ends after Ctrl-C. Reads nothing more, because that could take long. */
    private ExitCode stopped() {
        if (progress == null) {
            output.notice("Stopped. " + plan.goingOn());
            return ExitCode.PENDING;
        }
        if (page != null) {
            page.finish(progress, null);
        }
        output.end(progress, "");
        output.notice("Stopped. " + plan.goingOn());
        return exitCode(progress);
    }

    /** Reads what the requests in flight brought, and writes the summary. */
    private ExitCode ended(ResultFeed feed, boolean inTime) {
        boolean withoutToken = progress != null && isWithoutToken(progress);
        try (ProvisioningWatch watch = plan.builder().get().build()) {
            WatchView view = WatchView.of(watch);
            WatchProgress last = view.progress();
            read(view, feed, Duration.ofDays(1));
            if (page != null) {
                page.finish(last, view);
            }
            output.end(last, WatchSummary.of(last, statistics));
            if (last.open() > 0) {
                String why = withoutToken ? "There is no usable token. " : inTime ? "" : "The time of --for is over. ";
                output.notice(why + plan.goingOn());
            }
            if (output.hasProblem("results")) {
                return ExitCode.STORE;
            }
            return withoutToken && last.open() > 0 ? ExitCode.CREDENTIAL : exitCode(last);
        }
    }

    private static ExitCode exitCode(WatchProgress progress) {
        if (progress.open() > 0) {
            return ExitCode.PENDING;
        } else if (progress.failed() > 0) {
            return ExitCode.SERVICE;
        } else if (progress.unfulfilled() > 0) {
            return ExitCode.UNFULFILLED;
        }
        return progress.givenUp() > 0 ? ExitCode.PENDING : ExitCode.FULFILLED;
    }

    private void tell(LineItemChange change) {
        if (plan.verbose()) {
            output.notice("order %s of customer %s: line item %s: %s -> %s"
                    .formatted(
                            change.orderId(),
                            change.customerId(),
                            change.lineItemNumber() == null ? "without a number" : change.lineItemNumber(),
                            change.from() == null ? "(none)" : change.from(),
                            change.to() == null ? "(none)" : change.to()));
        }
    }

    private void tell(OrderResult result, long before) {
        if (plan.verbose() && result.number() > before) {
            output.notice("order %s of customer %s is %s: %s"
                    .formatted(
                            result.orderId(), result.customerId(), WatchSummary.name(result.kind()), result.reason()));
        }
    }

    private void tell(WatchPause pause) {
        output.notice(pause.over() ? "The watch goes on." : "The watch pauses: " + pause.reason());
    }
}
