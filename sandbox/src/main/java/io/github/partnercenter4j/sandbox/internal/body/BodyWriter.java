package io.github.partnercenter4j.sandbox.internal.body;

import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a neutral tree (maps, lists, strings, numbers and booleans) in the form that a schema gives it. What is null or
 * missing in the tree counts as absent.
 */
public interface BodyWriter {

    byte[] write(Schema schema, Object tree);

    /** The tree as an object of the schema; a key that the schema lacks is a mistake of who made the tree. */
    static Map<?, ?> object(ObjectSchema schema, Object tree) {
        if (!(tree instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException(
                    schema.name() + " wants a map, and this is one of another kind: " + tree);
        }
        Set<String> known = schema.properties().stream().map(Property::name).collect(Collectors.toSet());
        for (Object key : object.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(schema.name() + " has no property " + key);
            }
        }
        return object;
    }
}
