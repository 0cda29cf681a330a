package io.github.partnercenter4j.client.entra;

import io.github.partnercenter4j.client.CredentialException;

/** The authorization server rejected the refresh token or code, RFC 6749, section 5.2. Another one may be accepted. */
final class GrantRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CredentialException reported;

    GrantRejectedException(CredentialException reported) {
        super(reported.getMessage(), null, false, false);
        this.reported = reported;
    }

    /** Returns the exception for the caller if there is no other way to sign in. */
    CredentialException toCredentialException() {
        return reported;
    }
}
