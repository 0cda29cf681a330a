package io.github.partnercenter4j.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * An answer that a test plans for one request to the token endpoint.
 *
 * @param status the HTTP status
 * @param error the OAuth 2.0 error, or null for a token
 * @param code the number after AADSTS in the description of the error; 0 for none
 * @param description the description of the error
 * @param mfa whether the token proves multifactor authentication
 * @param body a body in place of the usual one, or null
 */
public record TokenAnswer(
        int status,
        @Nullable String error,
        int code,
        String description,
        boolean mfa,
        @Nullable String body) {

    /**
     * What the endpoint answers when nothing is planned: a token, if the request deserves one.
     *
     * @return the answer
     */
    public static TokenAnswer usual() {
        return new TokenAnswer(200, null, 0, "", true, null);
    }

    /**
     * A token that does not prove multifactor authentication. The sandbox refuses it with code 900421.
     *
     * @return the answer
     */
    public static TokenAnswer withoutMfa() {
        return new TokenAnswer(200, null, 0, "", false, null);
    }

    /**
     * Device code: the person has not signed in yet.
     *
     * @return the answer
     */
    public static TokenAnswer pending() {
        return error("authorization_pending", 70016, "The user has not signed in yet.");
    }

    /**
     * Device code: the client asks too often (RFC 8628, 3.5).
     *
     * @return the answer
     */
    public static TokenAnswer slowDown() {
        return error("slow_down", 0, "The client asks too often.");
    }

    /**
     * Device code: the code has expired.
     *
     * @return the answer
     */
    public static TokenAnswer expired() {
        return error("expired_token", 70020, "The device code has expired.");
    }

    /**
     * Device code and browser: the person refused to sign in.
     *
     * @return the answer
     */
    public static TokenAnswer declined() {
        return error("authorization_declined", 70018, "The user declined.");
    }

    /**
     * A grant that is not valid, such as a refresh token that was not used for 90 days.
     *
     * @return the answer
     */
    public static TokenAnswer invalidGrant() {
        return error("invalid_grant", 700082, "The refresh token has expired due to inactivity.");
    }

    /**
     * A grant that was given without multifactor authentication, which is now wanted.
     *
     * @return the answer
     */
    public static TokenAnswer mfaRequired() {
        return error("invalid_grant", 50076, "You must use multifactor authentication.");
    }

    /**
     * 500.
     *
     * @return the answer
     */
    public static TokenAnswer serverError() {
        return new TokenAnswer(500, "server_error", 90033, "A transient error has occurred.", false, null);
    }

    /**
     * Any body, as if it were JSON.
     *
     * @param status the HTTP status
     * @param body the body
     * @return the answer
     */
    public static TokenAnswer body(int status, String body) {
        return new TokenAnswer(status, null, 0, "", false, body);
    }

    private static TokenAnswer error(String error, int code, String description) {
        return new TokenAnswer(400, error, code, description, false, null);
    }
}
