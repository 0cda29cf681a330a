package io.github.partnercenter4j.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The watch pauses, or goes on. It goes on by itself.
 *
 * @param kind why it pauses
 * @param reason the reason, and what to do, for a person; without any secret
 * @param until when it goes on, or null if that depends on when the cause is gone
 * @param over false if the pause begins, true if it is over
 */
public record WatchPause(Kind kind, String reason, @Nullable Instant until, boolean over) {

    /** Why a watch pauses. */
    public enum Kind {
        /** No token is available, or the service does not accept it. This machine only. */
        CREDENTIAL,
        /** The service responded with 429. All machines of the tenant wait as long as it asked for. */
        TOO_MANY_REQUESTS,
        /** The database cannot be used. This machine only. */
        DATABASE
    }
}
