package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The access token that all threads share until shortly before it expires. Only one acquisition runs at a time. A failure
 * is not cached: the next call tries again.
 */
final class SharedToken {
    /** A token that is valid now may have expired when the request arrives. */
    static final Duration MARGIN = Duration.ofMinutes(5);

    private final Clock clock;
    private @Nullable AccessToken current;

    /** A rejected token that the source returned again. Other threads whose token was rejected get it without a request. */
    private @Nullable AccessToken unchanged;

    private @Nullable AccessToken lastRejected;
    private @Nullable TokenAcquisition running;

    SharedToken(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns the token, and acquires it if necessary.
     *
     * @param source acquires a token, given the last one that the service rejected
     */
    AccessToken get(TokenRequest request, BiFunction<@Nullable AccessToken, TokenAcquisition, AccessToken> source) {
        AccessToken rejected = request.refused();
        TokenAcquisition acquisition;
        synchronized (this) {
            AccessToken token = current;
            if (token != null && isFresh(token, clock) && (!isSame(token, rejected) || isSame(token, unchanged))) {
                return token;
            }
            if (rejected != null) {
                lastRejected = rejected;
            }
            if (running == null || !running.join()) {
                running = begin(source);
            }
            acquisition = running;
        }
        return acquisition.await(request.timeout());
    }

    private TokenAcquisition begin(BiFunction<@Nullable AccessToken, TokenAcquisition, AccessToken> source) {
        // A rejected token is not used again, even if the acquisition fails.
        current = null;
        AccessToken rejected = lastRejected;
        return TokenAcquisition.start(acquisition -> acquired(source.apply(rejected, acquisition), rejected));
    }

    /** Acquires a token in another way, even if an acquisition is running. */
    AccessToken replace(Duration timeout, Function<TokenAcquisition, AccessToken> work) {
        return TokenAcquisition.start(acquisition -> acquired(work.apply(acquisition), null))
                .await(timeout);
    }

    private synchronized AccessToken acquired(AccessToken token, @Nullable AccessToken rejected) {
        current = token;
        if (isSame(token, rejected)) {
            unchanged = token;
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
