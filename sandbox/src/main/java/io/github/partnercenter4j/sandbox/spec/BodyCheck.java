package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import io.github.partnercenter4j.sandbox.spec.Operation.Response;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rejects response bodies that cannot be written: media types that are neither JSON nor XML, and what XML has no form for. */
final class BodyCheck {

    private final SpecModel model;
    private final Set<Schema> checked = new HashSet<>();

    BodyCheck(SpecModel model) {
        this.model = model;
    }

    void check() {
        for (Operation operation : model.operations()) {
            Stream.concat(operation.responses().stream(), Stream.ofNullable(operation.defaultResponse()))
                    .map(Response::contents)
                    .forEach(this::check);
        }
    }

    private void check(Map<String, Content> contents) {
        contents.forEach((mediaType, content) -> {
            String name = mediaType.replaceFirst(" *;.*", "");
            if (name.endsWith("xml")) {
                if (!(model.resolve(content.schema()) instanceof ObjectSchema)) {
                    throw error(content.schema(), "must be an object, because it is the root of an XML document");
                }
                form(content.schema());
            } else if (!name.endsWith("json")) {
                throw new SpecException(
                        content.pointer(), "is not supported: " + mediaType + " is neither JSON nor XML");
            }
        });
    }

    private void form(Schema schema) {
        Schema resolved = model.resolve(schema);
        if (!checked.add(resolved)) {
            return;
        }
        if (resolved instanceof ArraySchema array) {
            form(array.items());
        } else if (resolved instanceof ObjectSchema object) {
            if (object.additional() != null) {
                throw error(object.additional(), "is supported in JSON only, but is in an XML body too");
            }
            for (Property property : object.properties()) {
                if (property.xml().attribute() && !(model.resolve(property.schema()) instanceof Scalar)) {
                    throw new SpecException(property.pointer(), "is not a single value, but an attribute in XML");
                }
                form(property.schema());
            }
        }
    }

    private static SpecException error(Schema schema, String problem) {
        return new SpecException(schema.pointer(), problem);
    }
}
