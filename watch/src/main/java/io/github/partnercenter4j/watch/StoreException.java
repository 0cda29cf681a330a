package io.github.partnercenter4j.watch;

import org.jspecify.annotations.Nullable;

/**
 * The database of a watch cannot be used. The message says what failed and what to do.
 *
 * @serial exclude
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the database cannot be used. */
    public enum Kind {
        /** The tables were made by another version of the watch. */
        WRONG_VERSION,
        /** The user of the database, or of the file, lacks rights. */
        NO_RIGHTS,
        /** The database does not respond, or refuses the connection or the password. */
        UNREACHABLE,
        /** Another process uses the file. */
        IN_USE,
        /** The disk or the database is full. */
        FULL,
        /** Anything else, such as a file that is not a database. */
        OTHER
    }

    private final Kind kind;

    /**
     * Creates an exception.
     *
     * @param kind why the database cannot be used
     * @param message what failed and what to do; without any password
     * @param cause what was caught, or null
     */
    public StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * Returns why the database cannot be used.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
