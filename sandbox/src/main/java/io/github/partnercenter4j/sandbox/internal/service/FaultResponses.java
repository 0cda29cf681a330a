package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the error responses of an operation from the examples in the spec. */
public record FaultResponses(Operation operation) {

    /** Returns the example of the spec for a status. */
    public ServiceResponse example(int status) {
        Content content = operation.response(status).contents().get("application/json");
        Object example = content.examples().values().iterator().next().value();
        return new ServiceResponse(status, content.schema(), example);
    }

    /** Returns that error without its details, which belong to the request of the example. */
    ServiceResponse withoutDetails(int status) {
        return with(example(status), Map.of("data", List.of()));
    }

    /** Returns an error that has no example in the spec, with a code from Microsoft's list of error codes. */
    ServiceResponse of(int status, String code, String description) {
        return with(withoutDetails(status), Map.of("code", code, "description", description));
    }

    public ServiceResponse tooManyRequests(Duration wait) {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        String description = "Too many requests were made. Try again in %s seconds.".formatted(seconds);
        return with(withoutDetails(429), Map.of("description", description))
                .withHeader("Retry-After", Long.toString(seconds));
    }

    static ServiceResponse with(ServiceResponse response, Map<String, ?> values) {
        Map<Object, Object> tree = new LinkedHashMap<>((Map<?, ?>) response.tree());
        tree.putAll(values);
        return response.withTree(tree);
    }
}
