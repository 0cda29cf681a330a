package io.github.partnercenter4j.sandbox.internal.body;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes JSON with properties in the order of the schema, without white space or absent properties. */
public record JsonWriter(SpecModel spec) implements BodyWriter {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public byte[] write(Schema schema, Object tree) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            value(json, schema, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void value(JsonGenerator json, Schema schema, Object tree) throws IOException {
        Schema form = spec.resolve(schema);
        if (form instanceof ObjectSchema object) {
            object(json, object, BodyWriter.object(object, tree));
        } else if (form instanceof ArraySchema array) {
            json.writeStartArray();
            for (Object item : (List<?>) tree) {
                value(json, array.items(), item);
            }
            json.writeEndArray();
        } else if (tree instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (tree instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(tree.toString());
        }
    }

    private void object(JsonGenerator json, ObjectSchema schema, Map<?, ?> tree) throws IOException {
        json.writeStartObject();
        for (Property property : schema.properties()) {
            Object value = tree.get(property.name());
            if (value != null) {
                json.writeFieldName(property.name());
                value(json, property.schema(), value);
            } else if (property.nullable() && tree.containsKey(property.name())) {
                json.writeNullField(property.name());
            }
        }
        additional(json, schema, tree);
        json.writeEndObject();
    }

    private void additional(JsonGenerator json, ObjectSchema schema, Map<?, ?> tree) throws IOException {
        Schema form = schema.additional();
        if (form == null) {
            return;
        }
        Set<Object> known = schema.properties().stream().map(Property::name).collect(Collectors.toSet());
        for (Map.Entry<?, ?> entry : tree.entrySet()) {
            if (!known.contains(entry.getKey()) && entry.getValue() != null) {
                json.writeFieldName(entry.getKey().toString());
                value(json, form, entry.getValue());
            }
        }
    }
}
