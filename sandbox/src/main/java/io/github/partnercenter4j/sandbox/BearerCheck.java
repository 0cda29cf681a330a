package io.github.partnercenter4j.sandbox;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;

/** Whether a request carries the sandbox's token, once and as RFC 6750 wants it. */
record BearerCheck(String token) {

    boolean passes(Request request) {
        HttpHeader authorization = request.header("Authorization");
        if (!authorization.isPresent() || !authorization.isSingleValued()) {
            return false;
        }
        String[] parts = authorization.firstValue().split(" ", 2);
        return parts.length == 2 && parts[0].equalsIgnoreCase("Bearer") && parts[1].equals(token);
    }

    /** A record prints its components; this one's is a credential. */
    @Override
    public String toString() {
        return "BearerCheck";
    }
}
