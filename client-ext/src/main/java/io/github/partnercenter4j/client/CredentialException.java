package io.github.partnercenter4j.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No token is available, so no further request was sent to the service. {@link #requestIds()} lists the requests that
 * were sent before, if any. Thrown by a {@link Credential}.
 *
 * @serial exclude
 */
public final class CredentialException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    /** Why no token is available. */
    public enum Kind {
        /** The token was rejected, could not be obtained, or could not be sent. */
        UNAVAILABLE,
        /** The token was issued without multi-factor authentication. Refreshing it will not help. */
        MFA_REQUIRED
    }

    private final Kind kind;

    /**
     * Creates an exception of the kind {@link Kind#UNAVAILABLE}. Meant for implementations of {@link Credential}.
     *
     * @param message what failed and what to do; without any secret
     * @param cause what was caught, or null; without any secret in its messages
     */
    public CredentialException(String message, @Nullable Throwable cause) {
        this(builder(Kind.UNAVAILABLE, message).cause(cause));
    }

    private CredentialException(Builder builder) {
        super(builder.message, builder);
        this.kind = builder.kind;
    }

    /**
     * Starts to build an exception of any kind.
     *
     * @param kind why no token is available
     * @param message what failed and what to do; without any secret
     * @return a new builder
     */
    public static Builder builder(Kind kind, String message) {
        return new Builder(kind, message);
    }

    /**
     * Returns why no token is available.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /** Builds a {@link CredentialException}. Not thread-safe. */
    public static final class Builder extends PartnerCenterException.Builder<Builder> {
        private final Kind kind;
        private final String message;

        private Builder(Kind kind, String message) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.message = Objects.requireNonNull(message, "message");
        }

        @Override
        public CredentialException build() {
            return new CredentialException(this);
        }
    }
}
