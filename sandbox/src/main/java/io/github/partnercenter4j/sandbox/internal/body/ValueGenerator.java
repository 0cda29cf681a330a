package io.github.partnercenter4j.sandbox.internal.body;

import io.github.partnercenter4j.sandbox.internal.value.NumberSample;
import io.github.partnercenter4j.sandbox.internal.value.TextSample;
import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Ref;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Generates values that the sandbox has no rule for, so that it serves a property or an operation that is added to the spec
 * without a change. A key with the value null stays absent.
 *
 * @param spec the spec with the schemas
 * @param optionalToo true to generate optional values too
 */
public record ValueGenerator(SpecModel spec, boolean optionalToo) {

    public Object fill(Schema schema, Object tree) {
        Schema form = spec.resolve(schema);
        if (form instanceof ObjectSchema object && tree instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> filled = new LinkedHashMap<>(map);
            for (Property property : object.properties()) {
                Object value = map.get(property.name());
                if (value != null) {
                    filled.put(property.name(), fill(property.schema(), value));
                } else if (!map.containsKey(property.name()) && (optionalToo || property.required())) {
                    filled.put(property.name(), generate(property.name(), property.schema(), new HashSet<>()));
                }
            }
            return filled;
        }
        if (form instanceof ArraySchema array && tree instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach(item -> filled.add(fill(array.items(), item)));
            return filled;
        }
        return tree;
    }

    public Object generate(String name, Schema schema) {
        return generate(name, schema, new HashSet<>());
    }

    private Object generate(String name, Schema schema, Set<String> within) {
        Schema form = spec.resolve(schema);
        if (form instanceof ArraySchema array) {
            boolean endless = array.items() instanceof Ref reference && within.contains(reference.name());
            return endless ? List.of() : List.of(generate(name, array.items(), within));
        }
        if (form instanceof ObjectSchema object) {
            Set<String> inner = new HashSet<>(within);
            inner.add(object.name());
            Map<String, Object> tree = new LinkedHashMap<>();
            for (Property property : object.properties()) {
                if (!(property.schema() instanceof Ref reference) || !inner.contains(reference.name())) {
                    tree.put(property.name(), generate(property.name(), property.schema(), inner));
                }
            }
            if (object.additional() != null) {
                boolean endless = object.additional() instanceof Ref reference && inner.contains(reference.name());
                if (!endless) {
                    tree.put("key", generate("value", object.additional(), inner));
                }
            }
            return tree;
        }
        return generate(name, (Scalar) form);
    }

    private static Object generate(String name, Scalar scalar) {
        boolean number = scalar.type() == Scalar.Type.INTEGER || scalar.type() == Scalar.Type.NUMBER;
        if (number && !scalar.values().isEmpty()) {
            return new BigDecimal(scalar.values().get(0));
        }
        return switch (scalar.type()) {
            case INTEGER -> number(scalar, true, "1");
            case NUMBER -> number(scalar, false, "1.5");
            case BOOLEAN -> scalar.values().isEmpty() || scalar.values().contains("true");
            case STRING -> {
                if (!scalar.values().isEmpty()) {
                    yield scalar.values().get(0);
                }
                yield switch (String.valueOf(scalar.format())) {
                    case "uuid" -> "11111111-1111-1111-1111-111111111111";
                    case "date" -> "2026-01-01";
                    case "date-time" -> "2026-01-01T00:00:00Z";
                    default -> text(scalar, name);
                };
            }
        };
    }

    private static BigDecimal number(Scalar scalar, boolean whole, String preferred) {
        Bounds bounds = scalar.bounds();
        return new NumberSample(
                        whole,
                        bounds.minimum(),
                        bounds.maximum(),
                        bounds.exclusiveMinimum(),
                        bounds.exclusiveMaximum(),
                        bounds.multipleOf())
                .near(new BigDecimal(preferred))
                .orElseThrow(() -> new IllegalStateException("No number satisfies #" + scalar.pointer()));
    }

    private static String text(Scalar scalar, String name) {
        Bounds bounds = scalar.bounds();
        Pattern pattern = bounds.pattern() == null ? null : Pattern.compile(bounds.pattern());
        return new TextSample(bounds.minLength(), bounds.maxLength(), pattern)
                .near(name)
                .orElseThrow(() -> new IllegalStateException("No text satisfies #" + scalar.pointer()));
    }
}
