package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.internal.body.ValueGenerator;
import io.github.partnercenter4j.sandbox.internal.http.PathSegment;
import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds values for the parameters of operations: a customer that the sandbox knows, the examples of the spec, or generated
 * values.
 *
 * @param customerId the customer for operations that have no example of one
 */
public record SampleRequests(SpecModel spec, String customerId) {

    /** Returns the path of an operation, with what is required of the query. */
    public String target(Operation operation) {
        String path = operation.path();
        for (Parameter parameter : in("path", operation)) {
            path = path.replace("{" + parameter.name() + "}", PathSegment.encoded(value(operation, parameter)));
        }
        String query = in("query", operation).stream()
                .filter(Parameter::required)
                .map(each -> PathSegment.encoded(each.name()) + "=" + PathSegment.encoded(value(operation, each)))
                .collect(Collectors.joining("&"));
        return spec.basePath() + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static List<Parameter> in(String place, Operation operation) {
        return operation.parameters().stream()
                .filter(each -> each.in().equals(place))
                .toList();
    }

    private String value(Operation operation, Parameter parameter) {
        if (parameter.example() != null) {
            return parameter.example();
        }
        if (CustomerParameter.of(operation).equals(Optional.of(parameter))) {
            return customerId;
        }
        Object value = new ValueGenerator(spec, true)
                .generate(
                        parameter.name(),
                        spec.resolve(parameter.schema()) instanceof ArraySchema array
                                ? array.items()
                                : parameter.schema());
        return value.toString();
    }
}
