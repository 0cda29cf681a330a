package io.github.partnercenter4j.sandbox.internal.body;

import io.github.partnercenter4j.sandbox.spec.Schema;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML by the {@code xml} rules of the schemas, without declaration, white space or absent properties. The null of a
 * nullable property is nil.
 */
public record XmlWriter(SpecModel spec) implements BodyWriter {

    @Override
    public byte[] write(Schema schema, Object tree) {
        if (!(spec.resolve(schema) instanceof ObjectSchema root)) {
            throw new IllegalArgumentException("The root of an XML document must be an object: " + schema.pointer());
        }
        StringBuilder xml = new StringBuilder();
        element(xml, new XmlName(root.xmlName(), root.xml()), XmlScope.EMPTY, root, tree);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(StringBuilder xml, XmlName name, XmlScope outer, Schema schema, Object tree) {
        XmlScope scope = outer.with(name);
        StringBuilder start = new StringBuilder("<").append(name.qualified()).append(scope.declarations());
        StringBuilder content = new StringBuilder();
        Schema form = spec.resolve(schema);
        if (form instanceof ObjectSchema object) {
            properties(start, content, scope, object, BodyWriter.object(object, tree));
        } else if (form instanceof ArraySchema array) {
            items(content, scope, array, (List<?>) tree);
        } else {
            XmlText.DOCUMENTED.append(content, tree.toString());
        }
        if (content.isEmpty()) {
            xml.append(start).append("/>");
        } else {
            xml.append(start).append('>').append(content);
            xml.append("</").append(name.qualified()).append('>');
        }
    }

    private void properties(
            StringBuilder start, StringBuilder content, XmlScope outer, ObjectSchema schema, Map<?, ?> tree) {
        XmlScope scope = outer;
        for (Property property : schema.properties()) {
            Object value = tree.get(property.name());
            XmlName name = new XmlName(property.xmlName(), property.xml());
            if (property.xml().attribute()) {
                if (value != null) {
                    scope = attribute(start, name, scope, value);
                }
            } else if (value == null) {
                if (property.nullable() && tree.containsKey(property.name())) {
                    nil(content, name, scope);
                }
            } else if (spec.resolve(property.schema()) instanceof ArraySchema array && !array.wrapped()) {
                items(content, scope, array, (List<?>) value);
            } else {
                element(content, name, scope, property.schema(), value);
            }
        }
    }

    private static XmlScope attribute(StringBuilder start, XmlName name, XmlScope outer, @Nullable Object value) {
        XmlScope scope = outer.with(name);
        start.append(scope.declarations()).append(' ').append(name.qualified()).append("=\"");
        XmlText.DOCUMENTED.appendAttribute(start, String.valueOf(value));
        start.append('"');
        return scope;
    }

    private static void nil(StringBuilder content, XmlName name, XmlScope outer) {
        content.append('<').append(name.qualified()).append(outer.with(name).declarations());
        content.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>");
    }

    private void items(StringBuilder content, XmlScope scope, ArraySchema array, List<?> tree) {
        for (Object item : tree) {
            element(content, new XmlName(array.itemXmlName(), array.itemXml()), scope, array.items(), item);
        }
    }
}
