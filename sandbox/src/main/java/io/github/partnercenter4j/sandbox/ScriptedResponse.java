package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.internal.service.FaultResponses;
import io.github.partnercenter4j.sandbox.internal.service.OperationCall;
import io.github.partnercenter4j.sandbox.internal.service.PlannedResponse;
import io.github.partnercenter4j.sandbox.internal.service.RenderedBody;
import io.github.partnercenter4j.sandbox.internal.service.ServiceResponse;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import io.github.partnercenter4j.sandbox.wire.WireFault;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/** A response that a test plans for one request. {@link Responses} makes it. Immutable: each method returns a copy. */
public final class ScriptedResponse {

    final PlannedResponse plan;

    /** The status of the content, or 0 if only the request decides it. */
    private final int status;

    ScriptedResponse(Function<OperationCall, ServiceResponse> content) {
        this(0, content);
    }

    ScriptedResponse(int status, Function<OperationCall, ServiceResponse> content) {
        this(status, new PlannedResponse(content));
    }

    private ScriptedResponse(int status, PlannedResponse plan) {
        this.status = status;
        this.plan = plan;
    }

    /** Rejects a value for a property that no operation of a document has in the response. */
    void check(SpecModel spec) {
        if (status != 0) {
            plan.values().keySet().forEach(name -> FaultResponses.requireProperty(spec, status, name));
        }
    }

    /**
     * Sets Retry-After in whole seconds.
     *
     * @param wait the time to wait, rounded up to seconds
     * @return a copy
     */
    public ScriptedResponse retryAfter(Duration wait) {
        return header("Retry-After", Long.toString(wait.plusNanos(999_999_999).toSeconds()));
    }

    /**
     * Sets the code of the fault.
     *
     * @param code the code
     * @return a copy
     */
    public ScriptedResponse code(String code) {
        return new ScriptedResponse(status, plan.withValue("code", code));
    }

    /**
     * Sets the description of the fault.
     *
     * @param description the description
     * @return a copy
     */
    public ScriptedResponse description(String description) {
        return new ScriptedResponse(status, plan.withValue("description", description));
    }

    /**
     * Sets a header. It replaces a header of the same name.
     *
     * @param name the header's name
     * @param value its value
     * @return a copy
     */
    public ScriptedResponse header(String name, String value) {
        return new ScriptedResponse(status, plan.withHeader(name, value));
    }

    /**
     * Removes a header that the response would have.
     *
     * @param name the header's name
     * @return a copy
     */
    public ScriptedResponse withoutHeader(String name) {
        return new ScriptedResponse(status, plan.withoutHeader(name));
    }

    /**
     * Sets the body, byte for byte.
     *
     * @param contentType the value of Content-Type
     * @param bytes the body
     * @return a copy
     */
    public ScriptedResponse body(String contentType, byte[] bytes) {
        return new ScriptedResponse(status, plan.withBody(new RenderedBody(contentType, bytes.clone())));
    }

    /**
     * Damages the response on the wire.
     *
     * @param fault what happens to the bytes of the response
     * @return a copy
     */
    public ScriptedResponse wire(WireFault fault) {
        return new ScriptedResponse(status, plan.withWireFault(Objects.requireNonNull(fault, "fault")));
    }

    /**
     * Delays the response.
     *
     * @param time the time before the response is sent
     * @return a copy
     */
    public ScriptedResponse delay(Duration time) {
        return new ScriptedResponse(status, plan.withDelay(time));
    }
}
