package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Ref;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model of an OpenAPI 3.0 document.
 *
 * @param basePath the path of the first server, with the defaults of its variables, such as {@code /v1}
 * @param operations the operations in the order of the document
 * @param schemas the schemas of the components by name
 * @param source the document as it was read; written anew if it has YAML anchors, which some readers of YAML do not know, or
 *     if it is JSON that is no YAML
 */
public record SpecModel(String basePath, List<Operation> operations, Map<String, Schema> schemas, String source) {

    private static final String BUNDLED = "partner-center-orders.yaml";

    /**
     * Reads the document that partnercenter4j is generated from.
     *
     * @return its model
     */
    public static SpecModel bundled() {
        // Not Class.getResourceAsStream, which in a named module finds only what is in that module.
        try (InputStream document = SpecModel.class.getClassLoader().getResourceAsStream(BUNDLED)) {
            if (document == null) {
                throw new IllegalStateException(
                        "Cannot find " + BUNDLED + ". Add partnercenter4j-api-spec to the class path.");
            }
            return read(new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a document.
     *
     * @param yaml the document, as YAML or JSON
     * @return its model
     * @throws SpecException if the document is not valid, or uses something that this model does not support
     */
    public static SpecModel read(String yaml) {
        return new SpecReader(yaml).model();
    }

    /**
     * Returns the operation with an id.
     *
     * @param id the {@code operationId}
     * @return the operation
     * @throws IllegalArgumentException if there is no such operation
     */
    public Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The document has no operation " + id));
    }

    /**
     * Resolves a reference.
     *
     * @param schema a schema of this document
     * @return the schema itself, or the schema that it refers to
     */
    public Schema resolve(Schema schema) {
        return schema instanceof Ref reference ? resolve(schemas.get(reference.name())) : schema;
    }

    /**
     * Returns every position that may have a value in a body. A schema within itself is not entered again.
     *
     * @param schema the schema of the body
     * @return the positions, each before those within it
     */
    public List<Place> places(Schema schema) {
        List<Place> places = new ArrayList<>();
        collect("", schema, new LinkedHashSet<>(), places);
        return places;
    }

    private void collect(String path, Schema schema, Set<Schema> within, List<Place> places) {
        Schema resolved = resolve(schema);
        if (resolved instanceof ArraySchema array) {
            collect(path + "[]", array.items(), within, places);
        } else if (resolved instanceof ObjectSchema object && within.add(object)) {
            for (Property property : object.properties()) {
                String place = path.isEmpty() ? property.name() : path + "." + property.name();
                places.add(new Place(place, property));
                collect(place, property.schema(), within, places);
            }
            within.remove(object);
        }
    }
}
