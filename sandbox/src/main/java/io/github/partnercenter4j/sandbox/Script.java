package io.github.partnercenter4j.sandbox;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The answers that are planned for the next requests, first come, first served. Then the sandbox answers as usual. */
public final class Script {

    private final Queue<ScriptedAnswer> answers = new ConcurrentLinkedQueue<>();

    Script() {}

    /**
     * Plans an answer for the request after those that are planned already.
     *
     * @param answer the answer
     * @return this script
     */
    public Script then(ScriptedAnswer answer) {
        answers.add(answer);
        return this;
    }

    /**
     * Plans the same answer for several requests.
     *
     * @param times how many, 0 or more
     * @param answer the answer
     * @return this script
     */
    public Script then(int times, ScriptedAnswer answer) {
        for (int i = 0; i < times; i++) {
            answers.add(answer);
        }
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

    void clear() {
        answers.clear();
    }

    ScriptedAnswer take() {
        ScriptedAnswer planned = answers.poll();
        return planned == null ? Answers.usual() : planned;
    }
}
