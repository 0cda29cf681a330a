package io.github.partnercenter4j.client;

import org.jspecify.annotations.Nullable;

/**
 * An answer below 400 whose status is not a success that the document gives the operation: a redirect, which is never
 * followed since the token goes to the configured service alone, or another status of success.
 *
 * @serial exclude
 */
public final class UnexpectedStatusException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String excerpt;

    UnexpectedStatusException(String message, int status, @Nullable String excerpt, CallIds ids) {
        super(message, null, ids);
        this.status = status;
        this.excerpt = excerpt;
    }

    /**
     * Tells the status.
     *
     * @return the HTTP status, 200 to 399
     */
    public int status() {
        return status;
    }

    /**
     * Shows the beginning of the body, for a support case.
     *
     * @return at most 1,024 characters with control characters escaped, or null where the answer has no body
     */
    public @Nullable String excerpt() {
        return excerpt;
    }
}
