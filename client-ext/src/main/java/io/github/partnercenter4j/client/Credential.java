package io.github.partnercenter4j.client;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Provides the bearer token. It is called before each attempt, by many threads at the same time. An implementation must be
 * thread-safe, should cache its token, and must return soon after its thread is interrupted or the timeout of the request
 * has passed, because the call waits for it.
 *
 * <p>Partner Center accepts App+User tokens for this service, of a user with the role Global admin or Admin agent.
 */
@FunctionalInterface
public interface Credential {

    /**
     * Returns a token.
     *
     * @param request the cloud, the remaining time, and the token that the service rejected, if any
     * @return the token to send
     * @throws CredentialException if no token is available
     */
    AccessToken token(TokenRequest request);

    /**
     * Returns a credential for a fixed token, which is never refreshed.
     *
     * @param token the token
     * @return a credential that always returns this token
     * @throws IllegalArgumentException if the token is null or empty, or has characters that a header cannot contain; the message
     *     does not quote it
     */
    static Credential ofToken(String token) {
        AccessToken accessToken = new AccessToken(token, null);
        return request -> accessToken;
    }

    /**
     * Returns a credential that calls a supplier before each attempt, and again after a 401. The supplier caches and
     * refreshes the token.
     *
     * @param supplier returns the token; thread-safe
     * @return a credential that returns the supplied tokens
     */
    static Credential ofSupplier(Supplier<String> supplier) {
        Objects.requireNonNull(supplier, "supplier");
        return request -> {
            String token = supplier.get();
            try {
                return new AccessToken(token, null);
            } catch (IllegalArgumentException e) {
                throw new CredentialException(
                        "No token: the supplier returned " + (token == null ? "null" : "a text that is not a token")
                                + ". " + e.getMessage(),
                        null);
            }
        };
    }
}
