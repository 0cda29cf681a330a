package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.watch.WatchPause;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Closed while no token is available. One thread tries again with growing pauses; all others return their orders, so that
 * there is one error and no storm of requests. The service may refuse a token without MFA for a share of the requests only, so
 * one success proves nothing after a refusal: the next pause is longer, and the refusals are reported as one pause.
 */
final class CredentialGate {
    private static final Duration MAX_PAUSE = Duration.ofMinutes(2);
    /** After this time without a refusal, the pauses start small again. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final PauseReports pauses;
    private final LongSupplier nanoTime;
    private final Duration minPause;
    private @Nullable Thread prober;
    private boolean closed;
    /** Closed, or open but not long enough to say that the pause is over. */
    private boolean reported;

    private boolean refused;
    private Duration pause = Duration.ZERO;
    private long openedAt;

    /**
     * Creates an open gate.
     *
     * @param minPause the first pause; each further one is twice as long, up to two minutes
     */
    CredentialGate(PauseReports pauses, LongSupplier nanoTime, Duration minPause) {
        this.pauses = pauses;
        this.nanoTime = nanoTime;
        this.minPause = minPause;
    }

    /** True while a thread tries again. */
    synchronized boolean isClosed() {
        return prober != null;
    }

    /** True for all threads but the one that tries again. */
    synchronized boolean isClosedForMe() {
        return prober != null && prober != Thread.currentThread();
    }

    /**
     * The calling thread got no token, or the service refused it.
     *
     * @param refused true if there was a token, but it lacks MFA or was refused
     * @return how long the thread waits before it tries again, or null if another thread does so
     */
    @Nullable
    Duration failed(String reason, boolean refused) {
        Duration wait;
        synchronized (this) {
            if (isClosedForMe()) {
                return null;
            }
            if (!closed && openFor(FORGOTTEN_AFTER)) {
                pause = Duration.ZERO;
            }
            prober = Thread.currentThread();
            closed = true;
            reported = true;
            this.refused = refused;
            pause = longer(pause);
            wait = pause;
        }
        pauses.begin(WatchPause.Kind.CREDENTIAL, reason, null);
        return wait;
    }

    /** The calling thread got a token that the service accepted. Returns true if that opened the gate. */
    boolean open() {
        boolean over;
        synchronized (this) {
            if (!closed || isClosedForMe()) {
                return false;
            }
            closed = false;
            prober = null;
            openedAt = nanoTime.getAsLong();
            over = !refused;
            if (over) {
                reported = false;
                pause = Duration.ZERO;
            }
        }
        if (over) {
            pauses.end(WatchPause.Kind.CREDENTIAL);
        }
        return true;
    }

    /** Reports that a pause is over, when no token was refused for as long as it lasted. */
    void check() {
        synchronized (this) {
            if (!reported || closed || !openFor(pause)) {
                return;
            }
            reported = false;
        }
        pauses.end(WatchPause.Kind.CREDENTIAL);
    }

    private boolean openFor(Duration time) {
        return nanoTime.getAsLong() - openedAt >= time.toNanos();
    }

    private Duration longer(Duration pause) {
        long millis = Math.max(minPause.toMillis(), 2 * pause.toMillis());
        return Duration.ofMillis(Math.min(MAX_PAUSE.toMillis(), millis));
    }

    /** The calling thread stops trying, so that another one does. Returns true if it was the one that tried. */
    synchronized boolean abandon() {
        boolean tried = prober == Thread.currentThread();
        if (tried) {
            prober = null;
        }
        return tried;
    }
}
