package io.github.partnercenter4j.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * The access token that all threads use until shortly before its end, and the one renewal at a time. A failure is not
 * remembered: the next call tries again.
 */
final class SharedToken {
    /** A token that is good now may be too old when the request arrives. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    /** Where the next token comes from. */
    interface Source {
        AccessToken next(@Nullable AccessToken refused, ExecutorService flows);
    }

    private final Clock clock;
    private @Nullable AccessToken current;

    /** A refused token that came back from its renewal. Renewing it for each of the others would bring it again. */
    private @Nullable AccessToken unchanging;

    private @Nullable AccessToken lastRefused;
    private @Nullable Renewal running;

    SharedToken(Clock clock) {
        this.clock = clock;
    }

    AccessToken get(TokenRequest request, Source source) {
        AccessToken refused = request.refused();
        Renewal renewal;
        synchronized (this) {
            AccessToken token = current;
            if (token != null && isFresh(token, clock) && (!isSame(token, refused) || isSame(token, unchanging))) {
                return token;
            }
            if (refused != null) {
                lastRefused = refused;
            }
            renewal = running;
            if (renewal == null || !renewal.join()) {
                renewal = begin(source);
            }
        }
        return renewal.await(request.timeout());
    }

    private Renewal begin(Source source) {
        // Nobody is to try what the service has refused, not even when its renewal fails.
        current = null;
        AccessToken refused = lastRefused;
        Renewal renewal = new Renewal();
        running = renewal;
        renewal.join();
        renewal.start(flows -> {
            try {
                AccessToken token = replace(source.next(refused, flows));
                if (isSame(token, refused)) {
                    keepsComing(token);
                }
                return token;
            } finally {
                ended(renewal);
            }
        });
        return renewal;
    }

    private synchronized void keepsComing(AccessToken token) {
        unchanging = token;
    }

    /** Gets a token by another way, beside whatever renewal is running. */
    AccessToken replace(Duration timeout, Renewal.Work work) {
        Renewal renewal = new Renewal();
        renewal.join();
        renewal.start(flows -> replace(work.run(flows)));
        return renewal.await(timeout);
    }

    private synchronized AccessToken replace(AccessToken token) {
        current = token;
        return token;
    }

    private synchronized void ended(Renewal renewal) {
        if (running == renewal) {
            running = null;
        }
    }

    static boolean isFresh(AccessToken token, Clock clock) {
        Instant end = token.expiresAt();
        return end != null && clock.instant().isBefore(end.minus(MARGIN));
    }

    static boolean isSame(AccessToken token, @Nullable AccessToken other) {
        return other != null && token.value().equals(other.value());
    }
}
