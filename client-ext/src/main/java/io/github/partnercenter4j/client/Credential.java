package io.github.partnercenter4j.client;

import java.util.function.Supplier;

/**
 * Where the bearer token comes from. Asked before each attempt, by many threads at once: an implementation keeps its
 * token and is safe for threads. It ends soon after its thread is interrupted, and by the timeout of the request, since
 * the call waits for it.
 *
 * <p>Partner Center takes App+User tokens for this service, of a user with the role Global admin or Admin agent.
 */
@FunctionalInterface
public interface Credential {

    /**
     * Finds a token.
     *
     * @param request what it is for, how long it may take, and whether the last one was refused
     * @return a token to send
     * @throws CredentialException if no token can be had
     */
    AccessToken token(TokenRequest request);

    /**
     * Takes a token that somebody else got. It is never renewed.
     *
     * @param token the token
     * @return a credential of this token
     * @throws IllegalArgumentException if the token is empty or has characters that no header can carry; the message
     *     does not quote it
     */
    static Credential ofToken(String token) {
        AccessToken accessToken = new AccessToken(token, null);
        return request -> accessToken;
    }

    /**
     * Asks for the token before each attempt, and again after a 401. The supplier keeps and renews it.
     *
     * @param supplier gives the token; safe for threads
     * @return a credential of whatever the supplier gives
     */
    static Credential ofSupplier(Supplier<String> supplier) {
        return request -> new AccessToken(supplier.get(), null);
    }
}
