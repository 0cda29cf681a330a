package io.github.partnercenter4j.sandbox.internal.body;

import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a tree of maps, lists, strings, numbers and booleans in the form that a schema gives it. A null value counts as
 * absent, unless its property is nullable.
 */
public interface BodyWriter {

    byte[] write(Schema schema, Object tree);

    /**
     * Returns the tree as a map.
     *
     * @throws IllegalArgumentException if the tree is not a map or has a key that the schema does not allow
     */
    static Map<?, ?> object(ObjectSchema schema, Object tree) {
        if (!(tree instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException(schema.name() + " must be a map, but was: " + tree);
        }
        Set<String> known = schema.properties().stream().map(Property::name).collect(Collectors.toSet());
        for (Object key : object.keySet()) {
            if (!known.contains(key) && schema.additional() == null) {
                throw new IllegalArgumentException(schema.name() + " has no property " + key);
            }
        }
        return object;
    }
}
