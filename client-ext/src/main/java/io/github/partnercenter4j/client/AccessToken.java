package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token. Only {@link #value()} returns its text; {@link #toString()} and messages never contain it.
 *
 * @param value the token for the Authorization header, RFC 6750
 * @param expiresAt when the token expires, or null if that is not known
 */
public record AccessToken(String value, @Nullable Instant expiresAt) {

    /**
     * Creates a token.
     *
     * @param value the token; visible ASCII characters without spaces
     * @param expiresAt when the token expires, or null if that is not known
     * @throws IllegalArgumentException if the token is null, empty or contains other characters; the message does not quote it
     */
    public AccessToken {
        if (value == null) {
            throw new IllegalArgumentException(
                    "An access token must not be null. If it comes from an environment variable, set that variable");
        }
        if (!HeaderValue.isValid(value) || value.contains(" ")) {
            throw new IllegalArgumentException(
                    "An access token must not be empty, and may contain only visible ASCII characters without spaces");
        }
    }

    @Override
    public String toString() {
        return "AccessToken[value=***, expiresAt=" + expiresAt + "]";
    }
}
