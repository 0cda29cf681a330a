package io.github.partnercenter4j.client.internal.call;

/** An argument of a call that cannot be sent unchanged. Public API documents it as IllegalArgumentException. */
public final class InvalidArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String argument;

    InvalidArgumentException(String argument, String message) {
        super(argument + " " + message);
        this.argument = argument;
    }

    /** The name of the parameter, such as customerId. */
    public String argument() {
        return argument;
    }
}
