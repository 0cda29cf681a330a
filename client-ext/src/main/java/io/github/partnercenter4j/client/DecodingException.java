package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.text.PlainText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A complete response arrived with a documented success status, but its body could not be read. Such a call is never
 * retried, and never returns a partial value.
 *
 * @serial exclude
 */
public final class DecodingException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    /** Why the body could not be read. */
    public enum Kind {
        /** Malformed, of the wrong type, of an unsupported media type, or a link that must not be followed. */
        UNREADABLE,
        /** Larger than the client's limit, after decompression. */
        TOO_LARGE
    }

    private final Kind kind;
    private final int status;
    private final @Nullable String excerpt;

    private DecodingException(Builder builder) {
        super(builder.message, builder);
        this.kind = builder.kind;
        this.status = builder.status;
        this.excerpt = builder.excerpt;
    }

    /**
     * Starts to build an exception, for a test of your own error handling.
     *
     * @param kind why the body could not be read
     * @param message what failed
     * @return a new builder
     */
    public static Builder builder(Kind kind, String message) {
        return new Builder(kind, message);
    }

    /**
     * Returns why the body could not be read.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the status of the response.
     *
     * @return the HTTP status, or 0 for a rejected link: no request was sent for it
     */
    public int status() {
        return status;
    }

    /**
     * Returns the beginning of the body, for a support case.
     *
     * @return at most 1,024 characters with control characters escaped, or null if there is no body to show
     */
    public @Nullable String excerpt() {
        return excerpt;
    }

    /** Builds a {@link DecodingException}. Not thread-safe. */
    public static final class Builder extends PartnerCenterException.Builder<Builder> {
        private final Kind kind;
        private final String message;
        private int status;
        private @Nullable String excerpt;

        private Builder(Kind kind, String message) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.message = PlainText.excerpt(message);
        }

        /**
         * Sets the status of the response.
         *
         * @param status the HTTP status; defaults to 0
         * @return this builder
         */
        public Builder status(int status) {
            this.status = status;
            return this;
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
        public DecodingException build() {
            return new DecodingException(this);
        }
    }
}
