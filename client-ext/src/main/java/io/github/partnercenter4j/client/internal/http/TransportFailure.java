package io.github.partnercenter4j.client.internal.http;

import org.jspecify.annotations.Nullable;

/** A request that got no complete response, or one whose body cannot be used. */
public final class TransportFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What failed. */
    public enum Kind {
        /** The connection failed, or what arrived was not a complete HTTP response. */
        FAILED,
        /** The deadline of the call or the connect timeout passed. */
        TIMED_OUT,
        /** The calling thread was interrupted. Its interrupt flag is set again. */
        INTERRUPTED,
        /** The body of a 2xx response cannot be decompressed. */
        UNREADABLE_BODY,
        /** The body of a 2xx response is larger than the limit. */
        BODY_TOO_LARGE
    }

    private final Kind kind;
    private final boolean repeatable;
    private final int status;

    private TransportFailure(Kind kind, String message, @Nullable Throwable cause, boolean repeatable, int status) {
        // Without a stack trace: the caller gets a public exception in its place.
        super(message, cause, false, false);
        this.kind = kind;
        this.repeatable = repeatable;
        this.status = status;
    }

    static TransportFailure ofConnection(Kind kind, String message, @Nullable Throwable cause, boolean repeatable) {
        return new TransportFailure(kind, message, cause, repeatable, 0);
    }

    static TransportFailure ofBody(Kind kind, String message, @Nullable Throwable cause, int status) {
        return new TransportFailure(kind, message, cause, false, status);
    }

    public Kind kind() {
        return kind;
    }

    /** The message, which is never missing. */
    public String description() {
        return String.valueOf(getMessage());
    }

    /** True if another attempt may succeed. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** The status of the response whose body cannot be used, or 0 if there is no complete response. */
    public int status() {
        return status;
    }
}
