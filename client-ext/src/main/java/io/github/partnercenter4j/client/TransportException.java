package io.github.partnercenter4j.client;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer came: connecting, TLS, a reset, a body cut short, broken HTTP, the deadline or an interrupt.
 * Whether the service received the request is not known.
 */
public final class TransportException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    /** What ended the exchange. */
    public enum Kind {
        /** The connection failed, or what came over it was not a complete HTTP answer. */
        FAILED,
        /** The call's timeout passed, or the connect timeout before it. */
        TIMED_OUT,
        /** The calling thread was interrupted. Its interrupt flag is set again. */
        INTERRUPTED
    }

    private final Kind kind;

    TransportException(Kind kind, String message, @Nullable Throwable cause, CallIds ids) {
        super(message, cause, ids);
        this.kind = kind;
    }

    /**
     * Tells what ended the exchange.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
