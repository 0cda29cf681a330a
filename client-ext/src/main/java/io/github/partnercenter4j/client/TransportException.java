package io.github.partnercenter4j.client;

import java.util.Objects;

/**
 * No complete response arrived: the connection, TLS or HTTP failed, the timeout passed, or the thread was interrupted.
 * Whether the service received the request is not known.
 *
 * @serial exclude
 */
public final class TransportException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    /** Why no complete response arrived. */
    public enum Kind {
        /** The connection failed, or what arrived was not a complete HTTP response. */
        FAILED,
        /** The call's timeout passed, or the connect timeout before it. */
        TIMED_OUT,
        /** The calling thread was interrupted. Its interrupt flag is set again. */
        INTERRUPTED
    }

    private final Kind kind;

    private TransportException(Builder builder) {
        super(builder.message, builder);
        this.kind = builder.kind;
    }

    /**
     * Starts to build an exception, for a test of your own error handling.
     *
     * @param kind why no complete response arrived
     * @param message what failed
     * @return a new builder
     */
    public static Builder builder(Kind kind, String message) {
        return new Builder(kind, message);
    }

    /**
     * Returns why no complete response arrived.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /** Builds a {@link TransportException}. Not thread-safe. */
    public static final class Builder extends PartnerCenterException.Builder<Builder> {
        private final Kind kind;
        private final String message;

        private Builder(Kind kind, String message) {
            this.kind = Objects.requireNonNull(kind, "kind");
            this.message = Objects.requireNonNull(message, "message");
        }

        @Override
        public TransportException build() {
            return new TransportException(this);
        }
    }
}
