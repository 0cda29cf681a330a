package io.github.partnercenter4j.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The Java names of schemas: others than OpenAPI Generator proposes, if they would be those of other types. */
final class SchemaNames {
    /** The types that the templates or OpenAPI Generator name. The options of the user add none. */
    private final Set<String> types = new HashSet<>(TakenNames.TYPES);
    /** All schemas, with those that OpenAPI Generator makes of objects in place. */
    private Set<String> schemas = Set.of();
    /** The schemas of the document. */
    private Set<String> declared = Set.of();
    /** The Java names of the document's records, in lower case. */
    private final Set<String> declaredNames = new HashSet<>();

    void addTypes(Set<String> names) {
        types.addAll(names);
    }

    void declare(Set<String> names) {
        declared = names;
    }

    /**
     * Reads the schemas.
     *
     * @param javaName calls {@link #javaName}
     * @return a line for each record that has the Java name of another
     */
    @SuppressWarnings("rawtypes") // As OpenAPI Generator returns them.
    List<String> read(Map<String, Schema> all, UnaryOperator<String> javaName) {
        schemas = Set.copyOf(all.keySet());
        List<String> records =
                all.keySet().stream().filter(it -> isRecord(all.get(it))).toList();
        records.stream()
                .filter(declared::contains)
                .forEach(it -> declaredNames.add(javaName.apply(it).toLowerCase(Locale.ROOT)));
        return NameRefusals.ofSchemas(records, javaName);
    }

    /** For a simple value, a list, or a map there is a type already. */
    private static boolean isRecord(Schema<?> schema) {
        return schema.getProperties() != null || schema.getAllOf() != null || schema.getEnum() != null;
    }

    /**
     * Adds Model to the name of a record that would hide a type, and Inline to that of an object in place if the document has a
     * record of this name.
     *
     * @param name the name in the document, or another type
     * @param proposed the name that OpenAPI Generator proposes
     * @param others further types that properties have
     */
    String javaName(String name, String proposed, Collection<String> others) {
        if (!schemas.contains(name)) {
            return proposed;
        }
        String free = types.contains(proposed) || others.contains(proposed) ? "Model" + proposed : proposed;
        boolean isInPlace = !declared.contains(name);
        return isInPlace && declaredNames.contains(free.toLowerCase(Locale.ROOT)) ? "Inline" + free : free;
    }

    /** Leaves out the types of OpenAPI that are names of schemas too. OpenAPI Generator writes no record for such a schema. */
    Map<String, String> withoutSchemas(Map<String, String> typeMapping) {
        if (schemas.isEmpty()) {
            return typeMapping;
        }
        Map<String, String> others = new HashMap<>(typeMapping);
        schemas.stream().filter(types::contains).forEach(others::remove);
        return others;
    }
}
