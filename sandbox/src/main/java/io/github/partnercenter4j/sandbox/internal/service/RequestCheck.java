package io.github.partnercenter4j.sandbox.internal.service;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import io.github.partnercenter4j.sandbox.internal.body.XmlTree;
import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter;
import io.github.partnercenter4j.sandbox.spec.Operation.RequestBody;
import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks a request for an operation against the spec: its parameters and its body. */
final class RequestCheck {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern COMMAS = Pattern.compile(" *, *");

    private final ValueCheck values;

    RequestCheck(SpecModel spec) {
        values = new ValueCheck(spec);
    }

    /** Returns what is wrong; empty if nothing is. */
    Optional<String> problem(OperationCall call) {
        RequestBody body = call.match().operation().body();
        return Stream.concat(
                        call.match().operation().parameters().stream().flatMap(each -> problem(each, call).stream()),
                        Stream.ofNullable(body).flatMap(each -> problem(each, call.request()).stream()))
                .findFirst();
    }

    private Optional<String> problem(Parameter parameter, OperationCall call) {
        List<String> sent = sent(parameter, call);
        if (sent.isEmpty()) {
            return parameter.required()
                    ? Optional.of("The parameter " + parameter.name() + " is missing.")
                    : Optional.empty();
        }
        boolean valid = values.spec().resolve(parameter.schema()) instanceof ArraySchema list
                ? items(parameter, sent).allMatch(each -> isValid(list.items(), each))
                : sent.stream().allMatch(each -> isValid(parameter.schema(), each));
        return valid ? Optional.empty() : Optional.of("The value of " + parameter.name() + " is not valid.");
    }

    private boolean isValid(Schema schema, String text) {
        return values.spec().resolve(schema) instanceof Scalar scalar
                && ValueCheck.read(scalar, text).isPresent();
    }

    private static Stream<String> items(Parameter parameter, List<String> sent) {
        return parameter.explode() ? sent.stream() : sent.stream().flatMap(COMMAS::splitAsStream);
    }

    private static List<String> sent(Parameter parameter, OperationCall call) {
        return switch (parameter.in()) {
            case "path" -> List.of(call.parameter(parameter.name()));
            case "query" -> {
                QueryParameter query = call.request().queryParameter(parameter.name());
                yield query.isPresent() ? query.values() : List.of();
            }
            case "header" -> {
                HttpHeader header = call.request().header(parameter.name());
                yield header.isPresent() ? header.values() : List.of();
            }
            default -> {
                Cookie cookie = call.request().getCookies().get(parameter.name());
                yield cookie == null ? List.of() : cookie.getValues();
            }
        };
    }

    private Optional<String> problem(RequestBody body, Request request) {
        byte[] bytes = request.getBody();
        if (bytes == null || bytes.length == 0) {
            return body.required() ? Optional.of("The request has no body.") : Optional.empty();
        }
        String type = request.header("Content-Type").isPresent()
                ? request.header("Content-Type")
                        .firstValue()
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                : "";
        Content content = body.contents().entrySet().stream()
                .filter(each -> each.getKey().split(";", 2)[0].strip().equalsIgnoreCase(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        if (content == null) {
            return Optional.of("The Content-Type is not one of "
                    + String.join(", ", body.contents().keySet()) + ".");
        }
        if (type.endsWith("xml")) {
            return xml(content.schema(), bytes);
        } else if (!type.endsWith("json")) {
            return Optional.empty();
        }
        try {
            JsonNode tree = JSON.readTree(bytes);
            return values.problem("The body", content.schema(), tree);
        } catch (IOException e) {
            // Also if it is not in UTF-8.
            return Optional.of("The body is not JSON.");
        }
    }

    private Optional<String> xml(Schema schema, byte[] bytes) {
        JsonNode tree;
        try {
            tree = new XmlTree(values.spec()).read(schema, bytes);
        } catch (IllegalArgumentException e) {
            return Optional.of("The body is not XML of its schema.");
        }
        return values.problem("The body", schema, tree);
    }
}
