package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.http.Deadline;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When to ask whether the person has entered the device code, RFC 8628, section 3.5: after the interval, more slowly when
 * the server says so, and half as often after each request that failed, until the code expires.
 */
final class DevicePolling {
    private static final Duration SLOW_DOWN = Duration.ofSeconds(5);
    /** A person who has signed in should not wait much longer than this. */
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(1);

    private static final int MAX_DOUBLINGS = 6;

    private final RequestPacing pacing;
    private final Duration lifetime;
    private final Deadline expiry;
    private Duration interval;
    private int failures;
    private boolean started;
    private @Nullable AuthorizationServerResponse lastFailure;

    DevicePolling(IssuedBody code, RequestPacing pacing) {
        this.pacing = pacing;
        this.interval = code.interval();
        this.lifetime = code.codeLifetime();
        this.expiry = Deadline.after(lifetime, pacing.nanoTime());
    }

    /**
     * Waits before the next poll. The first one does not wait.
     *
     * @throws CredentialException if the code expires before
     */
    void beforePoll(String server) throws InterruptedException {
        Duration asked = pacing.gate().remaining();
        Duration wait = started ? wait(asked) : asked;
        started = true;
        if (wait.compareTo(expiry.remaining()) >= 0) {
            throw endedBy(asked);
        }
        if (!asked.isZero()) {
            pacing.pause().await(wait, left -> RequestPacing.busy(server, left));
        } else if (!wait.isZero()) {
            pacing.sleeper().sleep(wait);
        }
    }

    private Duration wait(Duration asked) {
        Duration slower = interval.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        Duration backoff = Collections.min(List.of(slower, MAX_BACKOFF));
        return Collections.max(List.of(interval, backoff, asked));
    }

    void slowDown() {
        interval = interval.plus(SLOW_DOWN);
        pending();
    }

    void pending() {
        failures = 0;
        lastFailure = null;
    }

    void failed(AuthorizationServerResponse response) {
        failures++;
        lastFailure = response;
    }

    private CredentialException endedBy(Duration asked) {
        if (lastFailure == null) {
            return expired(lifetime);
        }
        CredentialException last = lastFailure.toException(asked.isZero() ? null : asked);
        return new CredentialException(
                last.getMessage() + ". The code of the sign-in expires before the next request", last.getCause());
    }

    static CredentialException expired(@Nullable Duration lifetime) {
        return new CredentialException(
                "No token: the code was not entered in time"
                        + (lifetime == null ? "" : ", within " + AuthorizationServerResponse.seconds(lifetime))
                        + ". What to do: sign in again",
                null);
    }
}
