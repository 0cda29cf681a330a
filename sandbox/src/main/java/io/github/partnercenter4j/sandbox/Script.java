package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.service.PlannedResponse;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The responses planned for the next requests, sent in order. When none is left, the sandbox responds by its own rules. */
public final class Script {

    private final Queue<ScriptedResponse> responses = new ConcurrentLinkedQueue<>();

    private final SpecModel spec;

    Script(SpecModel spec) {
        this.spec = spec;
    }

    /**
     * Plans a response for the request that follows those already planned.
     *
     * @param response the response
     * @return this script
     * @throws IllegalStateException if the response has a code or description, and the document has no property for it
     */
    public Script then(ScriptedResponse response) {
        response.check(spec);
        responses.add(response);
        return this;
    }

    /**
     * Plans the same response for several requests.
     *
     * @param times the number of requests, 0 or more
     * @param response the response
     * @return this script
     * @throws IllegalStateException if the response has a code or description, and the document has no property for it
     */
    public Script then(int times, ScriptedResponse response) {
        response.check(spec);
        for (int i = 0; i < times; i++) {
            responses.add(response);
        }
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

    void clear() {
        responses.clear();
    }

    PlannedResponse take() {
        ScriptedResponse planned = responses.poll();
        return planned == null ? PlannedResponse.usual() : planned.plan;
    }
}
