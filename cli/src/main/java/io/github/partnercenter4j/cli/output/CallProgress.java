package io.github.partnercenter4j.cli.output;

import io.github.partnercenter4j.client.CallListener;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;

/** Says what a call waits for, so that a person does not look at a silent terminal. */
public final class CallProgress implements CallListener, AutoCloseable {
    /** Runs a task later, unless the returned action cancels it. */
    @FunctionalInterface
    interface Scheduler {
        Runnable schedule(Duration delay, Runnable task);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);

    private final Consumer<String> notices;
    private final Scheduler scheduler;
    private final Runnable end;
    private Runnable cancel = () -> {};

    CallProgress(Consumer<String> notices, Scheduler scheduler, Runnable end) {
        this.notices = notices;
        this.scheduler = scheduler;
        this.end = end;
    }

    /** Creates a listener that writes to standard error if that is a terminal, and nothing otherwise. */
    public static CallProgress on(Terminal terminal) {
        if (!terminal.isInteractive()) {
            return new CallProgress(notice -> {}, (delay, task) -> () -> {}, () -> {});
        }
        Timer timer = new Timer("pcorders-progress", true);
        return new CallProgress(terminal::progress, (delay, task) -> schedule(timer, delay, task), timer::cancel);
    }

    private static Runnable schedule(Timer timer, Duration delay, Runnable task) {
        TimerTask scheduled = new TimerTask() {
            @Override
            public void run() {
                task.run();
            }
        };
        timer.schedule(scheduled, delay.toMillis());
        return scheduled::cancel;
    }

    @Override
    public void beforeRequest(Duration remaining) {
        cancel = scheduler.schedule(
                PATIENCE,
                () -> notices.accept("no response yet, waiting up to " + seconds(remaining.minus(PATIENCE)) + " more"));
    }

    @Override
    public void afterRequest(int status) {
        cancel.run();
    }

    @Override
    public void beforePause(Pause pause) {
        if (pause.duration().compareTo(MIN_PAUSE) >= 0) {
            notices.accept("waiting " + seconds(pause.duration())
                    + (pause.requested() ? ", as the service asks" : " before the next attempt"));
        }
    }

    /** Rounded up, so that nobody is told too little. */
    private static String seconds(Duration duration) {
        return Math.max(0, duration.plusMillis(999).toSeconds()) + " s";
    }

    @Override
    public void close() {
        end.run();
    }
}
