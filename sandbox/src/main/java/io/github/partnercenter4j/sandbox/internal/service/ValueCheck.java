package io.github.partnercenter4j.sandbox.internal.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.partnercenter4j.sandbox.internal.value.NumberSample;
import io.github.partnercenter4j.sandbox.internal.value.TextSample;
import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks JSON against a schema. No message contains a value, because it may be a secret. */
record ValueCheck(SpecModel spec) {

    private static final Set<String> BOOLEANS = Set.of("true", "false");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
    private static final int MAX_NUMBER_LENGTH = 400;
    /** The decimal exponents of a double are from -324 to 308. */
    private static final int MAX_EXPONENT = 324;

    /** Returns what is wrong with a value; empty if nothing is. */
    Optional<String> problem(String place, Schema schema, JsonNode value) {
        Schema form = spec.resolve(schema);
        if (form instanceof ObjectSchema object) {
            return value.isObject() ? members(place, object, value) : Optional.of(place + " is not an object.");
        }
        if (form instanceof ArraySchema array) {
            if (!value.isArray()) {
                return Optional.of(place + " is not a list.");
            }
            for (int i = 0; i < value.size(); i++) {
                Optional<String> problem = problem(place + "[" + i + "]", array.items(), value.get(i));
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Optional.empty();
        }
        return allows((Scalar) form, value) ? Optional.empty() : Optional.of(place + " is not a valid value.");
    }

    private Optional<String> members(String place, ObjectSchema schema, JsonNode value) {
        Map<String, JsonNode> others = new LinkedHashMap<>();
        value.properties().forEach(each -> others.put(each.getKey(), each.getValue()));
        for (Property property : schema.properties()) {
            JsonNode member = others.remove(property.name());
            String name = place + "." + property.name();
            if (member == null && property.required() && !property.readOnly()) {
                return Optional.of(name + " is missing.");
            }
            boolean isNull = member != null && member.isNull() && property.nullable();
            if (member != null && !isNull) {
                Optional<String> problem = problem(name, property.schema(), member);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        for (Map.Entry<String, JsonNode> other : others.entrySet()) {
            if (schema.additional() != null) {
                Optional<String> problem = problem(place + "." + other.getKey(), schema.additional(), other.getValue());
                if (problem.isPresent()) {
                    return problem;
                }
            } else if (schema.closed()) {
                return Optional.of(place + " has a property that is not allowed.");
            }
        }
        return Optional.empty();
    }

    private static boolean allows(Scalar scalar, JsonNode value) {
        return switch (scalar.type()) {
            case STRING -> value.isTextual() && allowsText(scalar, value.textValue());
            case BOOLEAN -> value.isBoolean() && read(scalar, value.asText()).isPresent();
            case INTEGER, NUMBER ->
                value.isNumber() && read(scalar, value.asText()).isPresent();
        };
    }

    /** Returns a text as the value of a schema; empty if it is not one. */
    static Optional<Object> read(Scalar scalar, String text) {
        return switch (scalar.type()) {
            case STRING -> Optional.<Object>of(text).filter(any -> allowsText(scalar, text));
            case BOOLEAN ->
                BOOLEANS.contains(text)
                                && (scalar.values().isEmpty() || scalar.values().contains(text))
                        ? Optional.of(Boolean.valueOf(text))
                        : Optional.empty();
            case INTEGER, NUMBER ->
                number(text)
                        .filter(number -> allowsNumber(scalar, text, number))
                        .map(Object.class::cast);
        };
    }

    /** Reads a number of a double's range, so that no check computes with millions of digits. */
    private static Optional<BigDecimal> number(String text) {
        if (text.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        return Optional.of(number).filter(any -> Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT);
    }

    private static boolean allowsText(Scalar scalar, String value) {
        if (!scalar.values().isEmpty()) {
            return scalar.values().contains(value);
        }
        if (scalar.format() != null) {
            return FormatCheck.allows(scalar.format(), value);
        }
        Bounds bounds = scalar.bounds();
        Pattern pattern = bounds.pattern() == null ? null : Pattern.compile(bounds.pattern());
        return new TextSample(bounds.minLength(), bounds.maxLength(), pattern).allows(value);
    }

    private static boolean allowsNumber(Scalar scalar, String text, BigDecimal number) {
        Bounds bounds = scalar.bounds();
        return (scalar.values().isEmpty() || scalar.values().contains(text))
                && FormatCheck.allows(scalar.format(), number)
                && new NumberSample(
                                scalar.type() == Scalar.Type.INTEGER,
                                bounds.minimum(),
                                bounds.maximum(),
                                bounds.exclusiveMinimum(),
                                bounds.exclusiveMaximum(),
                                bounds.multipleOf())
                        .allows(number);
    }
}
