package io.github.partnercenter4j.client.internal.body;

/** A body that cannot be decoded. It has no cause, because the exceptions of parsers quote the body. */
public final class UnreadableBodyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String message) {
        super(message, null, false, false);
    }
}
