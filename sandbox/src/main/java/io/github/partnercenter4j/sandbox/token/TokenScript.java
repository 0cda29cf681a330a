package io.github.partnercenter4j.sandbox.token;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The responses that are planned for the next requests for a token. Then the authority responses as usual. */
public final class TokenScript {

    private final Queue<TokenResponse> responses = new ConcurrentLinkedQueue<>();

    TokenScript() {}

    /**
     * Plans an answer for the request after those that are planned already.
     *
     * @param response the response
     * @return this script
     */
    public TokenScript then(TokenResponse response) {
        responses.add(Objects.requireNonNull(response, "response"));
        return this;
    }

    /**
     * How many planned responses were not sent yet.
     *
     * @return their number
     */
    public int remaining() {
        return responses.size();
    }

    TokenResponse take() {
        TokenResponse planned = responses.poll();
        return planned == null ? TokenResponse.usual() : planned;
    }
}
