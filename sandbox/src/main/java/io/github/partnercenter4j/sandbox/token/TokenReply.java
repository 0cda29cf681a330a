package io.github.partnercenter4j.sandbox.token;

import io.github.partnercenter4j.sandbox.internal.credential.Jwt;
import java.util.Map;

/** A response as the authorization server sends it. */
record TokenReply(int status, String contentType, String body) {

    static TokenReply json(Map<String, ?> fields) {
        return new TokenReply(200, "application/json; charset=utf-8", Jwt.json(fields));
    }

    /** Omits the body, because it may contain tokens. */
    @Override
    public String toString() {
        return "TokenReply[" + status + " " + contentType + "]";
    }
}
