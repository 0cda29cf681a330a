package io.github.partnercenter4j.client.internal.body;

/** Why a body could not be read. Its cause is left behind: a parser's exceptions quote the body. */
public final class UnreadableBodyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String message) {
        super(message, null, false, false);
    }
}
