package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.wire.WireFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The response to one request: where its content comes from, and what is changed before it is sent.
 *
 * @param content makes the content from the call
 * @param values values that replace those in the body, such as another code of a fault
 * @param headers headers that replace those of the response
 * @param withoutHeaders headers that are not sent
 * @param body a body to send byte for byte, or null
 * @param wireFault the fault on the wire, or null
 * @param delay the time before the response is sent
 */
public record PlannedResponse(
        Function<OperationCall, ServiceResponse> content,
        Map<String, String> values,
        Map<String, String> headers,
        Set<String> withoutHeaders,
        @Nullable RenderedBody body,
        @Nullable WireFault wireFault,
        Duration delay) {

    /** A response with this content, sent unchanged. */
    public PlannedResponse(Function<OperationCall, ServiceResponse> content) {
        this(content, Map.of(), Map.of(), Set.of(), null, null, Duration.ZERO);
    }

    /** Returns the response that the service gives by its own rules. */
    public static PlannedResponse usual() {
        return new PlannedResponse(OperationCall::usual);
    }

    ServiceResponse contentOf(OperationCall call) {
        ServiceResponse response = content.apply(call);
        return values.isEmpty() ? response : call.faults().withKnown(response, values);
    }

    /** Returns why the response is not a success, or what is changed about it. */
    String reason(ServiceResponse response) {
        if (wireFault != null) {
            return "The connection is damaged by a script.";
        }
        return body != null ? "The body is set by a script." : ExchangeLog.reason(response);
    }

    public PlannedResponse withValue(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new PlannedResponse(content, more, headers, withoutHeaders, body, wireFault, delay);
    }

    public PlannedResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new PlannedResponse(content, values, more, withoutHeaders, body, wireFault, delay);
    }

    public PlannedResponse withoutHeader(String name) {
        Set<String> more = new LinkedHashSet<>(withoutHeaders);
        more.add(name);
        return new PlannedResponse(content, values, headers, more, body, wireFault, delay);
    }

    public PlannedResponse withBody(RenderedBody other) {
        return new PlannedResponse(content, values, headers, withoutHeaders, other, wireFault, delay);
    }

    public PlannedResponse withWireFault(WireFault fault) {
        return new PlannedResponse(content, values, headers, withoutHeaders, body, fault, delay);
    }

    public PlannedResponse withDelay(Duration time) {
        return new PlannedResponse(content, values, headers, withoutHeaders, body, wireFault, time);
    }
}
