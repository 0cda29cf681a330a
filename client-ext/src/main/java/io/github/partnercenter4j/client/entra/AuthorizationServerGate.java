package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.internal.http.Deadline;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time before which the authorization server does not want to be asked again, as it said in Retry-After. All
 * acquisitions of a credential share one. Thread-safe.
 */
final class AuthorizationServerGate {
    private final LongSupplier nanoTime;
    private @Nullable Deadline opens;

    AuthorizationServerGate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void close(Duration wait) {
        if (wait.compareTo(remaining()) > 0) {
            opens = Deadline.after(wait, nanoTime);
        }
    }

    /** Returns how long to wait before the next request: zero if it may be sent now. */
    synchronized Duration remaining() {
        Duration left = opens == null ? Duration.ZERO : opens.remaining();
        return left.isNegative() ? Duration.ZERO : left;
    }
}
