package io.github.partnercenter4j.sandbox;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The answers that are planned for the next requests for a token. Then the authority answers as usual. */
public final class TokenScript {

    private final Queue<TokenAnswer> answers = new ConcurrentLinkedQueue<>();

    TokenScript() {}

    /**
     * Plans an answer for the request after those that are planned already.
     *
     * @param answer the answer
     * @return this script
     */
    public TokenScript then(TokenAnswer answer) {
        answers.add(Objects.requireNonNull(answer, "answer"));
        return this;
    }

    /**
     * How many planned answers were not sent yet.
     *
     * @return their number
     */
    public int remaining() {
        return answers.size();
    }

    TokenAnswer take() {
        TokenAnswer planned = answers.poll();
        return planned == null ? TokenAnswer.usual() : planned;
    }
}
