package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token. Its text shows only through {@link #value()}, never in {@link #toString()} or a message.
 *
 * @param value the token as it goes into the Authorization header, RFC 6750
 * @param expiresAt when the token ends, or null where that is not known
 */
public record AccessToken(String value, @Nullable Instant expiresAt) {

    /**
     * Takes a token.
     *
     * @param value the token; visible ASCII characters without blanks
     * @param expiresAt when the token ends, or null where that is not known
     * @throws IllegalArgumentException if the token is empty or has other characters; the message does not quote it
     */
    public AccessToken {
        if (!HeaderValue.isValid(value) || value.indexOf(' ') >= 0) {
            throw new IllegalArgumentException(
                    "An access token must be visible ASCII characters without blanks, and not empty");
        }
    }

    @Override
    public String toString() {
        return "AccessToken[value=***, expiresAt=" + expiresAt + "]";
    }
}
