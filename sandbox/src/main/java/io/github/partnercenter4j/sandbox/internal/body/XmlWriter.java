package io.github.partnercenter4j.sandbox.internal.body;

import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes XML by the {@code xml} rules of the schemas, without declaration, white space or absent properties. */
public record XmlWriter(SpecModel spec) implements BodyWriter {

    @Override
    public byte[] write(Schema schema, Object tree) {
        if (!(spec.resolve(schema) instanceof ObjectSchema root)) {
            throw new IllegalArgumentException("The root of an XML document must be an object: " + schema.pointer());
        }
        StringBuilder xml = new StringBuilder();
        element(xml, root.xmlName(), root, tree);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(StringBuilder xml, String name, Schema schema, Object tree) {
        StringBuilder content = new StringBuilder();
        Schema form = spec.resolve(schema);
        if (form instanceof ObjectSchema object) {
            properties(content, object, BodyWriter.object(object, tree));
        } else if (form instanceof ArraySchema array) {
            items(content, array, (List<?>) tree);
        } else {
            XmlText.DOCUMENTED.append(content, tree.toString());
        }
        if (content.isEmpty()) {
            xml.append('<').append(name).append("/>");
        } else {
            xml.append('<').append(name).append('>').append(content);
            xml.append("</").append(name).append('>');
        }
    }

    private void properties(StringBuilder xml, ObjectSchema schema, Map<?, ?> tree) {
        for (Property property : schema.properties()) {
            Object value = tree.get(property.name());
            if (value == null) {
                continue;
            }
            if (spec.resolve(property.schema()) instanceof ArraySchema array && !array.wrapped()) {
                items(xml, array, (List<?>) value);
            } else {
                element(xml, property.xmlName(), property.schema(), value);
            }
        }
    }

    private void items(StringBuilder xml, ArraySchema array, List<?> tree) {
        for (Object item : tree) {
            element(xml, array.itemXmlName(), array.items(), item);
        }
    }
}
