package io.github.partnercenter4j.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Credential} is asked for.
 *
 * @param cloud the cloud whose service the token is for; it names the authority and the scope
 * @param timeout how long the call can still wait for the token; longer than zero
 * @param refused the token that the service has just answered with 401, or null. A credential that can renew answers
 *     with another one; one that can not answers with the same
 */
public record TokenRequest(
        Cloud cloud, Duration timeout, @Nullable AccessToken refused) {}
