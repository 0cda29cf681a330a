package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The access token that all threads use until shortly before its end, and the one renewal at a time. A failure is not
 * remembered: the next call tries again.
 */
final class SharedToken {
    /** A token that is good now may be too old when the request arrives. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    private final Clock clock;
    private @Nullable AccessToken current;

    /** A refused token that came back from its renewal. Renewing it for each of the others would bring it again. */
    private @Nullable AccessToken unchanging;

    private @Nullable AccessToken lastRefused;
    private @Nullable TokenAcquisition running;

    SharedToken(Clock clock) {
        this.clock = clock;
    }

    /**
     * Finds the token.
     *
     * @param source where the next one comes from, given the last that was refused
     */
    AccessToken get(TokenRequest request, BiFunction<@Nullable AccessToken, ExecutorService, AccessToken> source) {
        AccessToken refused = request.refused();
        TokenAcquisition renewal;
        synchronized (this) {
            AccessToken token = current;
            if (token != null && isFresh(token, clock) && (!isSame(token, refused) || isSame(token, unchanging))) {
                return token;
            }
            if (refused != null) {
                lastRefused = refused;
            }
            if (running == null || !running.join()) {
                running = begin(source);
            }
            renewal = running;
        }
        return renewal.await(request.timeout());
    }

    private TokenAcquisition begin(BiFunction<@Nullable AccessToken, ExecutorService, AccessToken> source) {
        // Nobody is to try what the service has refused, not even when its renewal fails.
        current = null;
        AccessToken refused = lastRefused;
        return TokenAcquisition.start(flows -> renewed(source.apply(refused, flows), refused));
    }

    /** Gets a token by another way, beside whatever renewal is running. */
    AccessToken replace(Duration timeout, Function<ExecutorService, AccessToken> work) {
        return TokenAcquisition.start(flows -> renewed(work.apply(flows), null)).await(timeout);
    }

    private synchronized AccessToken renewed(AccessToken token, @Nullable AccessToken refused) {
        current = token;
        if (isSame(token, refused)) {
            unchanging = token;
        }
        return token;
    }

    static boolean isFresh(AccessToken token, Clock clock) {
        Instant end = token.expiresAt();
        return end != null && clock.instant().isBefore(end.minus(MARGIN));
    }

    static boolean isSame(AccessToken token, @Nullable AccessToken other) {
        return other != null && token.value().equals(other.value());
    }
}
