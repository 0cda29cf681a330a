package io.github.partnercenter4j.sandbox;

import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The errors of an operation, made from the examples in the spec. */
record Faults(Operation operation) {

    /** The error that the spec shows for a status. */
    Answer shown(int status) {
        Content content = operation.response(status).contents().get("application/json");
        Object example = content.examples().values().iterator().next().value();
        return new Answer(status, content.schema(), example);
    }

    /** That error without the details, which belong to the example's own request. */
    Answer plain(int status) {
        return with(shown(status), Map.of("data", List.of()));
    }

    /** An error that the spec does not show, with a code of Microsoft's list of error codes. */
    Answer of(int status, String code, String description) {
        return with(plain(status), Map.of("code", code, "description", description));
    }

    Answer tooManyRequests(Duration wait) {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        String description = "Too many requests were made. Try again in %s seconds.".formatted(seconds);
        return with(plain(429), Map.of("description", description)).withHeader("Retry-After", Long.toString(seconds));
    }

    static Answer with(Answer answer, Map<String, ?> values) {
        Map<Object, Object> tree = new LinkedHashMap<>((Map<?, ?>) answer.tree());
        tree.putAll(values);
        return answer.withTree(tree);
    }
}
