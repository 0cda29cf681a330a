package io.github.partnercenter4j.client;

import org.jspecify.annotations.Nullable;

/**
 * A complete answer came with a documented success status, and its body could not be read. It is never retried, and
 * never becomes a partial value.
 *
 * @serial exclude
 */
public final class DecodingException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    /** Why the body could not be read. */
    public enum Kind {
        /** Malformed, of a wrong type or root, of a media type that is not understood, or a link that must not be followed. */
        UNREADABLE,
        /** Larger, once decompressed, than the limit of the client. */
        TOO_LARGE
    }

    private final Kind kind;
    private final int status;
    private final @Nullable String excerpt;

    DecodingException(
            Kind kind, String message, @Nullable Throwable cause, int status, @Nullable String excerpt, CallIds ids) {
        super(message, cause, ids);
        this.kind = kind;
        this.status = status;
        this.excerpt = excerpt;
    }

    /**
     * Tells why the body could not be read.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Tells the status of the answer.
     *
     * @return the HTTP status, or 0 for a refused link: no request was sent for it
     */
    public int status() {
        return status;
    }

    /**
     * Shows the beginning of the body, for a support case.
     *
     * @return at most 1,024 characters with control characters escaped, or null where there is no body to show
     */
    public @Nullable String excerpt() {
        return excerpt;
    }
}
