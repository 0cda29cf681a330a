package io.github.partnercenter4j.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request for a token.
 *
 * @param cloud the cloud that the token is for; it determines the authorization server and the scope
 * @param timeout how long the call can wait for the token; more than zero
 * @param refused the token that the service has just rejected with 401, or null. A credential that can refresh its token
 *     returns another one; a credential that cannot returns the same
 */
public record TokenRequest(
        Cloud cloud, Duration timeout, @Nullable AccessToken refused) {}
