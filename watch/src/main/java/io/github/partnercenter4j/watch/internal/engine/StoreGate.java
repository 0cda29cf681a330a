package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.watch.StoreException;
import io.github.partnercenter4j.watch.WatchPause;
import io.github.partnercenter4j.watch.internal.store.StoreFailures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closed while the database cannot be used. A thread tries it with growing pauses; what was not written yet waits. A full disk
 * or a missing right fails some writes only, so the gate may close again at once. That is one pause.
 */
final class StoreGate {
    private static final Logger LOG = LoggerFactory.getLogger(StoreGate.class);
    private static final Duration MIN_PAUSE = Duration.ofMillis(250);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);
    /** How often a write is tried that fails for an unknown reason. The order is then asked for again. */
    private static final int MAX_ATTEMPTS = 5;

    private final Runnable probe;
    private final Runnable onChange;
    private final PauseReports pauses;
    private final Closing closing;
    private final Duration quiet;
    private boolean closed;
    private boolean probing;

    /**
     * Creates an open gate.
     *
     * @param probe writes to the database, and fails if that is not possible
     * @param onChange is called after the gate was closed or opened
     * @param quiet a pause is over when the database could be used for so long
     */
    StoreGate(Runnable probe, Runnable onChange, PauseReports pauses, Closing closing, Duration quiet) {
        this.probe = probe;
        this.onChange = onChange;
        this.pauses = pauses;
        this.closing = closing;
        this.quiet = quiet;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Tries the database, and closes the gate if it cannot be used. */
    void check() {
        if (!isClosed()) {
            try {
                probe.run();
            } catch (RuntimeException e) {
                closeIfStore(e);
            }
        }
    }

    /** Runs work until it succeeds. It must be safe to run twice. Fails if the database is not the cause, or at the end. */
    void persist(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                if (!closeIfStore(e) || attempt >= MAX_ATTEMPTS && isUnknown(e) || closing.isClosing()) {
                    throw e;
                }
            }
            awaitOpen();
        }
    }

    private static @Nullable StoreException cause(RuntimeException failure) {
        return StoreFailures.translate("the database of the watch", failure) instanceof StoreException cause
                ? cause
                : null;
    }

    private static boolean isUnknown(RuntimeException failure) {
        StoreException cause = cause(failure);
        return cause != null && cause.kind() == StoreException.Kind.OTHER;
    }

    /** Returns false if the database is not the cause of a failure. */
    boolean closeIfStore(RuntimeException failure) {
        StoreException cause = cause(failure);
        if (cause == null) {
            return false;
        }
        boolean first;
        synchronized (this) {
            if (closed) {
                return true;
            }
            closed = true;
            first = !probing;
            probing = true;
        }
        LOG.debug("The database cannot be used", cause);
        onChange.run();
        if (first) {
            pauses.begin(WatchPause.Kind.DATABASE, String.valueOf(cause.getMessage()), null);
            Thread thread = new Thread(this::probe, "partnercenter4j-watch-store");
            thread.setDaemon(true);
            thread.start();
        }
        return true;
    }

    private void probe() {
        try {
            for (Duration pause = MIN_PAUSE; !closing.await(pause); pause = longer(pause)) {
                try {
                    probe.run();
                } catch (RuntimeException e) {
                    LOG.debug("The database still cannot be used", e);
                    continue;
                }
                open();
                if (closing.await(quiet)) {
                    return;
                }
                if (endProbing()) {
                    pauses.end(WatchPause.Kind.DATABASE);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void open() {
        synchronized (this) {
            closed = false;
            notifyAll();
        }
        onChange.run();
    }

    /** Returns false if the gate has been closed again. */
    private synchronized boolean endProbing() {
        probing = closed;
        return !closed;
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : doubled;
    }

    private synchronized void awaitOpen() {
        try {
            while (closed && !closing.isClosing()) {
                wait(MIN_PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
