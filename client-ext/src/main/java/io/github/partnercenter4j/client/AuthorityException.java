package io.github.partnercenter4j.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The token authority gave no tokens. Its message is for the user, and free of secrets. */
final class AuthorityException extends IOException {
    private static final long serialVersionUID = 1L;

    private final CredentialException.Kind kind;
    private final boolean grantRefused;

    AuthorityException(String message, @Nullable Throwable cause) {
        this(CredentialException.Kind.UNAVAILABLE, false, message, cause);
    }

    AuthorityException(CredentialException.Kind kind, boolean grantRefused, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.grantRefused = grantRefused;
    }

    /** Whether the refresh token or code is no good, RFC 6749, section 5.2: another one may be. */
    boolean grantRefused() {
        return grantRefused;
    }

    CredentialException toCredentialException() {
        return new CredentialException(kind, String.valueOf(getMessage()), getCause(), CallIds.NONE);
    }
}
