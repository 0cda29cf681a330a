package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.internal.body.ValueGenerator;
import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import io.github.partnercenter4j.sandbox.spec.Operation.Example;
import io.github.partnercenter4j.sandbox.spec.Operation.Response;
import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes responses from the examples of the spec, or from generated values where it has none. */
public record ExampleResponses(SpecModel spec) {

    /** Returns the content of a response under a status, which the response for every other status does not have. */
    ServiceResponse of(Response response, int status) {
        if (response.contents().isEmpty()) {
            return ServiceResponse.withoutBody(status);
        }
        Schema schema = form(response).schema();
        Object tree = response.contents().values().stream()
                .flatMap(content -> content.examples().values().stream())
                .map(Example::value)
                .filter(Objects::nonNull)
                .filter(value -> fits(schema, value))
                .findFirst()
                .orElseGet(() -> new ValueGenerator(spec, true).generate("value", schema));
        return new ServiceResponse(status, schema, new ValueGenerator(spec, false).fill(schema, tree));
    }

    static Content form(Response response) {
        return response.contents().values().iterator().next();
    }

    /** An example for XML is a text, which the body of an object or a list is not made from. */
    boolean fits(Schema schema, Object value) {
        Schema form = spec.resolve(schema);
        return form instanceof ObjectSchema
                ? value instanceof Map
                : form instanceof ArraySchema
                        ? value instanceof List
                        : !(value instanceof Map || value instanceof List);
    }
}
