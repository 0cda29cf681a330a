package io.github.partnercenter4j.sandbox.internal.service;

import io.github.partnercenter4j.sandbox.internal.http.PathSegment;
import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the operations at a path. */
public final class Routes {

    /** An operation and the decoded values of its path parameters. */
    public record Match(Operation operation, Map<String, String> parameters) {}

    private final String basePath;
    private final List<Operation> operations;

    Routes(SpecModel spec) {
        basePath = spec.basePath();
        // OpenAPI 3.0: concrete paths are matched before templated ones.
        operations = spec.operations().stream()
                .sorted(Comparator.comparing(each -> kinds(each.path())))
                .toList();
    }

    /** Returns the path of the provisioning status of an order, with percent-encoded ids. */
    public static String provisioningStatus(SpecModel spec, String customerId, String orderId) {
        return spec.basePath()
                + spec.operation(Behavior.PROVISIONING_STATUS)
                        .path()
                        .replace("{" + Behavior.CUSTOMER_ID + "}", PathSegment.encoded(customerId))
                        .replace("{" + Behavior.ORDER_ID + "}", PathSegment.encoded(orderId));
    }

    /** Returns the operations at a path, with any method. */
    List<Match> at(String path) {
        List<Match> matches = new ArrayList<>();
        for (Operation operation : operations) {
            parameters(basePath + operation.path(), path)
                    .ifPresent(parameters -> matches.add(new Match(operation, parameters)));
        }
        return matches;
    }

    /** Returns 0 for each segment that is text, and 1 for each that is a parameter. */
    private static String kinds(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> segment.startsWith("{") ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static Optional<Map<String, String>> parameters(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{") && !given[i].isEmpty()) {
                parameters.put(wanted[i].substring(1, wanted[i].length() - 1), decoded(given[i]));
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static String decoded(String segment) {
        // In a path, a plus sign is not a space, as it is in a form.
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
