package io.github.partnercenter4j.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer that a test plans for one request. Made by {@link Answers}; immutable, each method returns a copy. */
public final class ScriptedAnswer {

    /** Where the answer comes from. */
    interface Base {
        Answer answer(Exchange exchange);
    }

    final Base base;
    final Map<String, String> values;
    final Map<String, String> headers;
    final Set<String> withoutHeaders;
    final @Nullable Rendered body;
    final @Nullable WireFault wireFault;
    final Duration delay;

    ScriptedAnswer(Base base) {
        this(base, Map.of(), Map.of(), Set.of(), null, null, Duration.ZERO);
    }

    private ScriptedAnswer(
            Base base,
            Map<String, String> values,
            Map<String, String> headers,
            Set<String> withoutHeaders,
            @Nullable Rendered body,
            @Nullable WireFault wireFault,
            Duration delay) {
        this.base = base;
        this.values = values;
        this.headers = headers;
        this.withoutHeaders = withoutHeaders;
        this.body = body;
        this.wireFault = wireFault;
        this.delay = delay;
    }

    /**
     * With a Retry-After in whole seconds.
     *
     * @param wait the time to wait, rounded up to seconds
     * @return a copy
     */
    public ScriptedAnswer retryAfter(Duration wait) {
        return header("Retry-After", Long.toString(wait.plusNanos(999_999_999).toSeconds()));
    }

    /**
     * With another code in the fault.
     *
     * @param code the code
     * @return a copy
     */
    public ScriptedAnswer code(String code) {
        return value("code", code);
    }

    /**
     * With another description in the fault.
     *
     * @param description the description
     * @return a copy
     */
    public ScriptedAnswer description(String description) {
        return value("description", description);
    }

    /**
     * With a header of one's own, in place of the one that the answer would have.
     *
     * @param name the header's name
     * @param value its value
     * @return a copy
     */
    public ScriptedAnswer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ScriptedAnswer(base, values, more, withoutHeaders, body, wireFault, delay);
    }

    /**
     * Without a header that the answer would have.
     *
     * @param name the header's name
     * @return a copy
     */
    public ScriptedAnswer withoutHeader(String name) {
        Set<String> more = new LinkedHashSet<>(withoutHeaders);
        more.add(name);
        return new ScriptedAnswer(base, values, headers, more, body, wireFault, delay);
    }

    /**
     * With a body of one's own, byte for byte.
     *
     * @param contentType the value of Content-Type
     * @param bytes the body
     * @return a copy
     */
    public ScriptedAnswer body(String contentType, byte[] bytes) {
        Rendered other = new Rendered(contentType, bytes.clone());
        return new ScriptedAnswer(base, values, headers, withoutHeaders, other, wireFault, delay);
    }

    /**
     * Spoiled on the wire.
     *
     * @param fault what is done to the answer's bytes
     * @return a copy
     */
    public ScriptedAnswer wire(WireFault fault) {
        return new ScriptedAnswer(
                base, values, headers, withoutHeaders, body, Objects.requireNonNull(fault, "fault"), delay);
    }

    /**
     * Sent later.
     *
     * @param time how long the service takes to answer
     * @return a copy
     */
    public ScriptedAnswer delay(Duration time) {
        return new ScriptedAnswer(base, values, headers, withoutHeaders, body, wireFault, time);
    }

    private ScriptedAnswer value(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new ScriptedAnswer(base, more, headers, withoutHeaders, body, wireFault, delay);
    }

    Answer answer(Exchange exchange) {
        Answer answer = base.answer(exchange);
        return values.isEmpty() ? answer : Faults.with(answer, values);
    }
}
