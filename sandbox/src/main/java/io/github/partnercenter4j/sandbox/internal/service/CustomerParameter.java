package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parameter for the id of a customer, which in the paths of Partner Center follows {@code /customers}. */
public final class CustomerParameter {

    private static final Pattern PLACE = Pattern.compile("/customers/\\{([^}]+)}");

    private CustomerParameter() {}

    public static Optional<Parameter> of(Operation operation) {
        Matcher place = PLACE.matcher(operation.path());
        return place.find()
                ? operation.parameters().stream()
                        .filter(each -> each.in().equals("path") && each.name().equals(place.group(1)))
                        .findFirst()
                : Optional.empty();
    }
}
