package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;
import java.time.Duration;
import java.util.function.Function;

/** A pause between two requests of an acquisition, for which calls may have no time. */
@FunctionalInterface
interface Pause {

    /**
     * Waits. A call whose timeout would pass during the wait fails at once.
     *
     * @param refusal creates the exception for such a call, given how long it would have to wait
     * @throws CredentialException if no call has the time
     */
    void await(Duration wait, Function<Duration, CredentialException> refusal) throws InterruptedException;
}
