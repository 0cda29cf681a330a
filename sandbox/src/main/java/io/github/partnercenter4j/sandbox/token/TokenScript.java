package io.github.partnercenter4j.sandbox.token;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The responses planned for the next requests for a token, sent in order. Then the server responds by its own rules. */
public final class TokenScript {

    private final Queue<TokenResponse> responses = new ConcurrentLinkedQueue<>();

    TokenScript() {}

    /**
     * Plans a response for the request that follows those already planned.
     *
     * @param response the response
     * @return this script
     */
    public TokenScript then(TokenResponse response) {
        responses.add(Objects.requireNonNull(response, "response"));
        return this;
    }

    /**
     * Returns the number of planned responses that were not sent yet.
     *
     * @return 0 or more
     */
    public int remaining() {
        return responses.size();
    }

    TokenResponse take() {
        TokenResponse planned = responses.poll();
        return planned == null ? TokenResponse.usual() : planned;
    }
}
