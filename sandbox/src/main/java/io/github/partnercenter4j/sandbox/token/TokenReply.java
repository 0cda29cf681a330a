package io.github.partnercenter4j.sandbox.token;

import io.github.partnercenter4j.sandbox.internal.credential.Jwt;
import java.util.Map;

/**
 * A response as the authorization server sends it.
 *
 * @param retryAfter the value of the header, or empty for none
 */
record TokenReply(int status, String contentType, String body, String retryAfter) {
    /** Sends nothing until the server is closed. */
    static final TokenReply SILENCE = new TokenReply(0, "", "");

    /** Closes the connection instead of a response. */
    static final TokenReply DISCONNECT = new TokenReply(0, "", "");

    TokenReply(int status, String contentType, String body) {
        this(status, contentType, body, "");
    }

    static TokenReply json(Map<String, ?> fields) {
        return new TokenReply(200, "application/json; charset=utf-8", Jwt.json(fields));
    }

    /** Omits the body, because it may contain tokens. */
    @Override
    public String toString() {
        return "TokenReply[" + status + " " + contentType + "]";
    }
}
