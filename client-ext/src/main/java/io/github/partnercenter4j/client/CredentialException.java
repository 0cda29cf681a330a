package io.github.partnercenter4j.client;

import org.jspecify.annotations.Nullable;

/**
 * No token could be had, so nothing more was sent to the service: {@link #requestIds()} lists the attempts before, if
 * any. Thrown by a {@link Credential}.
 *
 * @serial exclude
 */
public final class CredentialException extends PartnerCenterException {
    private static final long serialVersionUID = 1L;

    /** What stands between the caller and a token. */
    public enum Kind {
        /** The token was refused, could not be fetched, or could not be sent. */
        UNAVAILABLE,
        /** The sign-in lacked multi-factor authentication; to renew the token again can not help. */
        MFA_REQUIRED
    }

    private final Kind kind;
    private final boolean grantRefused;

    /**
     * Says why there is no token.
     *
     * @param message what went wrong and what to do; without any secret
     * @param cause what was caught, or null; without any secret in its messages
     */
    public CredentialException(String message, @Nullable Throwable cause) {
        this(Kind.UNAVAILABLE, message, cause, CallIds.NONE);
    }

    CredentialException(Kind kind, String message, @Nullable Throwable cause, CallIds ids) {
        super(message, cause, ids);
        this.kind = kind;
        this.grantRefused = false;
    }

    /**
     * Says what the token authority answered.
     *
     * @param grantRefused whether the refresh token or code is no good, RFC 6749, section 5.2: another one may be
     */
    CredentialException(Kind kind, String message, boolean grantRefused) {
        super(message, null, CallIds.NONE);
        this.kind = kind;
        this.grantRefused = grantRefused;
    }

    boolean grantRefused() {
        return grantRefused;
    }

    /** The same for another call, or another who waits, with a stack of its own. */
    CredentialException again(@Nullable Throwable cause, CallIds ids) {
        return new CredentialException(kind, String.valueOf(getMessage()), cause, ids);
    }

    /**
     * Tells what stands between the caller and a token.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
