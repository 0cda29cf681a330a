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
 * What an OpenAPI 3.0 document says.
 *
 * @param basePath the path of the first server, its variables filled in, such as {@code /v1}
 * @param operations the operations in the order of the document
 * @param schemas the schemas of the components by name
 * @param source the document as it was read
 */
public record SpecModel(String basePath, List<Operation> operations, Map<String, Schema> schemas, String source) {

    private static final String BUNDLED = "partner-center-orders.yaml";

    /**
     * Reads the document that partnercenter4j is made from.
     *
     * @return its model
     */
    public static SpecModel bundled() {
        // Not Class.getResourceAsStream, which in a named module finds only what is in that module.
        try (InputStream document = SpecModel.class.getClassLoader().getResourceAsStream(BUNDLED)) {
            if (document == null) {
                throw new IllegalStateException("partnercenter4j-api-spec, which holds " + BUNDLED + ", is missing");
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
     * @throws SpecException if the document is not valid, or has a construct that is not understood
     */
    public static SpecModel read(String yaml) {
        return new SpecReader(yaml).model();
    }

    /**
     * The operation with an id.
     *
     * @param id the {@code operationId}
     * @return the operation
     * @throws IllegalArgumentException if there is none
     */
    public Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No operation " + id));
    }

    /**
     * What a schema means: itself, or the one it refers to.
     *
     * @param schema a schema of this document
     * @return a schema that is no reference
     */
    public Schema resolve(Schema schema) {
        return schema instanceof Ref reference ? resolve(schemas.get(reference.name())) : schema;
    }

    /**
     * Every position at which a document of a schema may have a value. An object within itself is not entered again.
     *
     * @param schema the form of the document
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
