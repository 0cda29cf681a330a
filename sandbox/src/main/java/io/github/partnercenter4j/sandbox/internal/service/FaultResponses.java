package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the error responses of an operation from the examples in the spec. */
public record FaultResponses(SpecModel spec, Operation operation) {

    /** Returns the example of the spec for a status. */
    public ServiceResponse example(int status) {
        return operation
                .responseOrDefault(status)
                .map(response -> new ExampleResponses(spec).of(response, status))
                .orElseGet(() -> WebApiError.undocumented(status));
    }

    /** Returns that error without its details, which belong to the request of the example. */
    ServiceResponse withoutDetails(int status) {
        return withKnown(example(status), Map.of("data", List.of()));
    }

    /** Returns that error with a reason. */
    ServiceResponse because(int status, String reason) {
        return withKnown(withoutDetails(status), Map.of("description", reason));
    }

    /** Returns an error that has no example in the spec, with a code from Microsoft's list of error codes. */
    ServiceResponse of(int status, String code, String description) {
        return withKnown(withoutDetails(status), Map.of("code", code, "description", description));
    }

    public ServiceResponse tooManyRequests(Duration wait) {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        return because(429, "Too many requests were made. Try again in %s seconds.".formatted(seconds))
                .withHeader("Retry-After", Long.toString(seconds));
    }

    /** Replaces values of properties that the response has and that can have the values. Another document may have others. */
    ServiceResponse withKnown(ServiceResponse response, Map<String, ?> values) {
        if (response.schema() == ServiceResponse.NO_BODY
                || !(spec.resolve(response.schema()) instanceof ObjectSchema form)
                || !(response.tree() instanceof Map<?, ?> before)) {
            return response;
        }
        Map<Object, Object> tree = new LinkedHashMap<>(before);
        for (Property property : form.properties()) {
            Object value = values.get(property.name());
            if (value != null) {
                fitted(property.schema(), value).ifPresent(fitted -> tree.put(property.name(), fitted));
            }
        }
        return response.withTree(tree);
    }

    /** Rejects the name of a property that no operation has in its response for a status. */
    public static void requireProperty(SpecModel spec, int status, String name) {
        boolean has = spec.operations().stream()
                .flatMap(each -> each.responseOrDefault(status).stream())
                .filter(response -> !response.contents().isEmpty())
                .map(response -> spec.resolve(ExampleResponses.form(response).schema()))
                .anyMatch(schema -> schema instanceof ObjectSchema form
                        && form.properties().stream()
                                .anyMatch(each -> each.name().equals(name)));
        if (!has) {
            throw new IllegalStateException("The response " + status + " has no property " + name);
        }
    }

    /** Returns a value as a schema wants it, such as digits as a number; empty if it does not fit. */
    private Optional<Object> fitted(Schema schema, Object value) {
        return spec.resolve(schema) instanceof Scalar scalar && value instanceof String text
                ? ValueCheck.read(scalar, text)
                : Optional.of(value).filter(each -> new ExampleResponses(spec).fits(schema, each));
    }
}
