package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.text.PlainText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The response has a status below 400 that the OpenAPI document does not list as a success of the operation. It is a
 * redirect, or another success status. Redirects are never followed, because the token goes to the configured service
 * only.
 *
 * @serial exclude
 */
public final class UnexpectedStatusException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String excerpt;

    private UnexpectedStatusException(Builder builder) {
        super(builder.message, builder);
        this.status = builder.status;
        this.excerpt = builder.excerpt;
    }

    /**
     * Starts to build an exception, for a test of your own error handling.
     *
     * @param status the HTTP status, 200 to 399
     * @param message what failed
     * @return a new builder
     */
    public static Builder builder(int status, String message) {
        return new Builder(status, message);
    }

    /**
     * Returns the status of the response.
     *
     * @return the HTTP status, 200 to 399
     */
    public int status() {
        return status;
    }

    /**
     * Returns the beginning of the body, for a support case.
     *
     * @return at most 1,024 characters with control characters escaped, or null if there is no body
     */
    public @Nullable String excerpt() {
        return excerpt;
    }

    /** Builds an {@link UnexpectedStatusException}. Not thread-safe. */
    public static final class Builder extends PartnerCenterException.Builder<Builder> {
        private final int status;
        private final String message;
        private @Nullable String excerpt;

        private Builder(int status, String message) {
            this.status = status;
            this.message = Objects.requireNonNull(message, "message");
        }

        /**
         * Sets the beginning of the body. Control characters are escaped, and what exceeds 1,024 characters is cut.
         *
         * @param body the body as text, or null for none
         * @return this builder
         */
        public Builder excerpt(@Nullable String body) {
            this.excerpt = body == null ? null : PlainText.excerpt(body);
            return this;
        }

        @Override
        public UnexpectedStatusException build() {
            return new UnexpectedStatusException(this);
        }
    }
}
