package io.github.partnercenter4j.client;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer came: connecting, TLS, a reset, a body cut short, broken HTTP, the deadline or an interrupt.
 * Whether the service received the request is not known.
 *
 * @serial exclude
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
    private final boolean repeatable;

    TransportException(Kind kind, String message, @Nullable Throwable cause, CallIds ids, boolean repeatable) {
        super(message, cause, ids);
        this.kind = kind;
        this.repeatable = repeatable;
    }

    /** Sets the interrupt flag of the calling thread again. */
    static TransportException interrupted(Call call, String standing, @Nullable Throwable cause) {
        Thread.currentThread().interrupt();
        return new TransportException(
                Kind.INTERRUPTED, "The thread was interrupted during the call: " + standing, cause, call.ids(), false);
    }

    static TransportException timedOut(Call call, String standing, @Nullable Throwable cause) {
        return new TransportException(
                Kind.TIMED_OUT,
                "No answer within the timeout of "
                        + Deadline.seconds(call.options().timeout()) + ": " + standing,
                cause,
                call.ids(),
                false);
    }

    /** Whether another attempt may fare better. */
    boolean isRepeatable() {
        return repeatable;
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
