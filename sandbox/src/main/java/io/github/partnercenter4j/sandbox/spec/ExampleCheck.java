package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Operation.Example;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rejects examples of bodies that the sandbox cannot write, because a value has another type than its schema. */
final class ExampleCheck {

    private final SpecModel model;

    ExampleCheck(SpecModel model) {
        this.model = model;
    }

    /** An example as text is that of an XML document, which is not used. */
    void check(Schema body, Example example) {
        boolean text = example.value() instanceof String && !(model.resolve(body) instanceof Scalar);
        if (!text && example.value() != null) {
            value("The example", body, example.value(), example.pointer());
        }
    }

    private void value(String place, Schema schema, @Nullable Object value, String pointer) {
        Schema form = model.resolve(schema);
        if (form instanceof ObjectSchema object && value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> member(place + "." + key, object, key, member, pointer));
        } else if (form instanceof ArraySchema array && value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                value(place + "[" + i + "]", array.items(), list.get(i), pointer);
            }
        } else if (!(form instanceof Scalar scalar && isOf(scalar, value))) {
            throw new SpecException(pointer, place + " has another type than its schema");
        }
    }

    /** The null of a property that is not nullable is left out. */
    private void member(String place, ObjectSchema object, Object key, @Nullable Object value, String pointer) {
        Optional<Property> property = object.properties().stream()
                .filter(each -> each.name().equals(key))
                .findFirst();
        if (property.isEmpty() && object.additional() == null) {
            throw new SpecException(pointer, place + " is not a property of its schema");
        }
        if (value != null) {
            value(place, property.map(Property::schema).orElse(object.additional()), value, pointer);
        }
    }

    private static boolean isOf(Scalar scalar, @Nullable Object value) {
        return switch (scalar.type()) {
            case STRING -> value instanceof String;
            case BOOLEAN -> value instanceof Boolean;
            case INTEGER, NUMBER -> value instanceof Number;
        };
    }
}
