package io.github.partnercenter4j.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that a call throws after its arguments were accepted. A call returns a value or throws
 * exactly one of these. An argument that is rejected before anything is sent is an {@link IllegalArgumentException}.
 *
 * <p>No message and no cause contains a token.
 *
 * <p>Every subclass has a public builder, so that you can test your own error handling.
 *
 * @serial exclude
 */
public abstract sealed class PartnerCenterException extends RuntimeException
        permits CredentialException,
                DecodingException,
                ServiceException,
                TransportException,
                UnexpectedStatusException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String requestId;
    private final @Nullable String correlationId;
    // An array, because exceptions must be serializable.
    private final String[] requestIds;

    PartnerCenterException(String message, Builder<?> builder) {
        super(message + idSuffix(builder), builder.cause);
        this.requestId = builder.requestId;
        this.correlationId = builder.correlationId;
        this.requestIds = builder.requestIds.toArray(String[]::new);
    }

    /** Ends each message with the ids, so that they are known even where only the message was logged. */
    private static String idSuffix(Builder<?> builder) {
        StringBuilder suffix = new StringBuilder();
        if (builder.requestIds.size() > 1) {
            suffix.append(" (after ").append(builder.requestIds.size()).append(" attempts)");
        }
        if (builder.requestId != null) {
            suffix.append(" [MS-RequestId ").append(builder.requestId).append(']');
        }
        if (builder.correlationId != null) {
            suffix.append(" [MS-CorrelationId ").append(builder.correlationId).append(']');
        }
        return suffix.toString();
    }

    /**
     * Returns the id by which Partner Center's support finds the request.
     *
     * @return MS-RequestId as the service echoed it, else as it was last sent; null if nothing was sent
     */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * Returns the id that joins all attempts of the call in the service's logs.
     *
     * @return MS-CorrelationId as the service echoed it, else as it was sent; null if nothing was sent
     */
    public @Nullable String correlationId() {
        return correlationId;
    }

    /**
     * Returns the id of each attempt, in order. If an attempt got no response, the next one has the same id.
     *
     * @return the MS-RequestId that each attempt sent; empty if nothing was sent
     */
    public List<String> requestIds() {
        return List.of(requestIds);
    }

    /**
     * Sets what all exceptions of the client have in common. Not thread-safe.
     *
     * @param <B> the builder of one subclass
     */
    public abstract static sealed class Builder<B extends Builder<B>>
            permits CredentialException.Builder,
                    DecodingException.Builder,
                    ServiceException.Builder,
                    TransportException.Builder,
                    UnexpectedStatusException.Builder {
        private @Nullable String requestId;
        private @Nullable String correlationId;
        private List<String> requestIds = List.of();
        private @Nullable Throwable cause;

        Builder() {}

        /**
         * Sets the id of the request. It is also appended to the message.
         *
         * @param requestId the MS-RequestId, or null for none
         * @return this builder
         */
        public B requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return self();
        }

        /**
         * Sets the id that joins all attempts. It is also appended to the message.
         *
         * @param correlationId the MS-CorrelationId, or null for none
         * @return this builder
         */
        public B correlationId(@Nullable String correlationId) {
            this.correlationId = correlationId;
            return self();
        }

        /**
         * Sets the ids of all attempts. If there are two or more, their number is appended to the message.
         *
         * @param requestIds the MS-RequestId of each attempt, in order; defaults to empty
         * @return this builder
         */
        public B requestIds(List<String> requestIds) {
            this.requestIds = List.copyOf(requestIds);
            return self();
        }

        /**
         * Sets the cause.
         *
         * @param cause what was caught, or null for none
         * @return this builder
         */
        public B cause(@Nullable Throwable cause) {
            this.cause = cause;
            return self();
        }

        /**
         * Builds the exception.
         *
         * @return a new exception
         */
        public abstract PartnerCenterException build();

        @SuppressWarnings("unchecked") // Each permitted subclass is a builder of itself.
        private B self() {
            return (B) this;
        }
    }
}
