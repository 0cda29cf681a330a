package io.github.partnercenter4j.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root of all that a call can fail with after its arguments were accepted. A call ends in a value or in exactly one
 * of these; an argument that is refused before anything is sent is an {@link IllegalArgumentException}.
 *
 * <p>No message, and no cause, holds a token.
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
    // Exceptions are serializable, and not every List is.
    private final String[] requestIds;

    PartnerCenterException(String message, @Nullable Throwable cause, CallIds ids) {
        super(message + ids.suffix(), cause);
        this.requestId = ids.requestId();
        this.correlationId = ids.correlationId();
        this.requestIds = ids.attempts().toArray(String[]::new);
    }

    /**
     * Tells the id by which Partner Center's support finds the request.
     *
     * @return MS-RequestId as the service echoed it, or else as it was last sent; null where nothing was sent
     */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * Tells the id that joins all attempts of the call in the service's logs.
     *
     * @return MS-CorrelationId as the service echoed it, or else as it was sent; null where nothing was sent
     */
    public @Nullable String correlationId() {
        return correlationId;
    }

    /**
     * Tells how often the call was attempted, and by which ids the service's logs show each attempt. An attempt that
     * repeats one without an answer has the same id.
     *
     * @return the MS-RequestId that each attempt sent, in turn; empty where nothing was sent
     */
    public List<String> requestIds() {
        return List.of(requestIds);
    }
}
