package io.github.partnercenter4j.cli.watch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a run of Ctrl-C or SIGTERM, and keeps the JVM alive until the run has ended. */
public final class StopSignal implements AutoCloseable {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "pcorders-stop");
    private final Duration patience;

    /**
     * Starts to listen.
     *
     * @param patience how long the JVM waits for the end of the run, at most
     */
    public StopSignal(Duration patience) {
        this.patience = patience;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void onShutdown() {
        stop.countDown();
        try {
            ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits. Returns true as soon as the run has to stop; an interrupt stops it too. */
    boolean await(Duration time) {
        try {
            return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Not restored, because what is left to do has to wait too.
            stop.countDown();
            return true;
        }
    }

    boolean isStopping() {
        return stop.getCount() == 0;
    }

    /** The run has ended, with everything written. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook has run.
            return;
        }
    }
}
