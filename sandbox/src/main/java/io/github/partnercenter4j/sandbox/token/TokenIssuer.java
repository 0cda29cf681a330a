package io.github.partnercenter4j.sandbox.token;

import java.time.Duration;

/** Issues the access tokens that an {@link AuthorizationServer} hands out. The sandbox issues those that it accepts. */
@FunctionalInterface
public interface TokenIssuer {

    /**
     * Issues an access token.
     *
     * @param audience the resource that the token is for, such as {@code https://api.partnercenter.microsoft.com}
     * @param tenantId the tenant of the user
     * @param mfa true if the user signed in with multi-factor authentication
     * @param lifetime how long the token is valid
     * @return the token, without {@code Bearer}
     */
    String issue(String audience, String tenantId, boolean mfa, Duration lifetime);
}
