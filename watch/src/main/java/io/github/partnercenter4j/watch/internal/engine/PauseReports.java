package io.github.partnercenter4j.watch.internal.engine;

import io.github.partnercenter4j.watch.WatchPause;
import io.github.partnercenter4j.watch.WatchPause.Kind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the beginning and the end of each pause once. */
final class PauseReports {
    private static final Logger LOG = LoggerFactory.getLogger(PauseReports.class);

    private final Map<Kind, WatchPause> current = new EnumMap<>(Kind.class);
    private final Consumer<WatchPause> listener;

    PauseReports(Consumer<WatchPause> listener) {
        this.listener = listener;
    }

    /** A pause holds. It is reported if it is new, or lasts longer than was reported. */
    void begin(Kind kind, String reason, @Nullable Instant until) {
        WatchPause pause = new WatchPause(kind, reason, until, false);
        synchronized (this) {
            WatchPause before = current.put(kind, pause);
            if (before != null && (until == null || until.equals(before.until()))) {
                return;
            }
        }
        LOG.warn("The watch pauses: {}", reason);
        tell(pause);
    }

    /** A pause is over, if it held. */
    void end(Kind kind) {
        WatchPause before;
        synchronized (this) {
            before = current.remove(kind);
        }
        if (before != null) {
            LOG.info("The watch goes on after a pause: {}", before.reason());
            tell(new WatchPause(kind, before.reason(), null, true));
        }
    }

    void tooManyRequests(long untilMillis) {
        WatchPause pause = tooManyRequestsUntil(Instant.ofEpochMilli(untilMillis));
        begin(pause.kind(), pause.reason(), pause.until());
    }

    static WatchPause tooManyRequestsUntil(Instant until) {
        return new WatchPause(
                Kind.TOO_MANY_REQUESTS, "the service returned 429, and all machines wait until " + until, until, false);
    }

    void tooManyRequestsIsOver() {
        end(Kind.TOO_MANY_REQUESTS);
    }

    /** The pause that holds now; the one that needs a person first. */
    synchronized @Nullable WatchPause current() {
        return current.getOrDefault(
                Kind.CREDENTIAL, current.getOrDefault(Kind.DATABASE, current.get(Kind.TOO_MANY_REQUESTS)));
    }

    private void tell(WatchPause pause) {
        try {
            listener.accept(pause);
        } catch (RuntimeException e) {
            LOG.error("The listener of onPause failed", e);
        }
    }
}
