package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.call.Backoff;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Waits before requests to the authorization server: as long as it asked for in Retry-After, and before a retry as long as
 * before a retry of a call to the service.
 *
 * @param pause waits on behalf of the calls that need the token
 */
record RequestPacing(
        AuthorizationServerGate gate, Backoff backoff, Sleeper sleeper, LongSupplier nanoTime, Pause pause) {

    /** Waits until the authorization server wants to be asked again. */
    void beforeRequest(String server) throws InterruptedException {
        Duration wait = gate.remaining();
        if (!wait.isZero()) {
            pause.await(wait, left -> busy(server, left));
        }
    }

    /**
     * Waits after a failure that may be temporary.
     *
     * @param retry 0 for the first retry
     */
    void beforeRetry(int retry, AuthorizationServerResponse failed) throws InterruptedException {
        pause.await(backoff.delay(retry, failed.retryAfter()), left -> failed.toException(left));
    }

    /** Keeps in mind for how long the authorization server does not want to be asked. */
    void remember(AuthorizationServerResponse response) {
        if (response.asksToWait()) {
            gate.close(backoff.delay(0, response.retryAfter()));
        }
    }

    static CredentialException busy(String server, Duration left) {
        String seconds = AuthorizationServerResponse.seconds(left);
        return new CredentialException(
                "No token: the authorization server " + server + " asked not to be called for another " + seconds
                        + ". What to do: try again in " + seconds + ", or set a longer timeout",
                null);
    }
}
