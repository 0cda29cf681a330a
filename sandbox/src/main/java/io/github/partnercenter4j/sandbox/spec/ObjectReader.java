package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.XmlForm;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads objects. The parts of an {@code allOf} become one object with the properties of all of them. */
final class ObjectReader {

    private final SchemaReader schemas;

    ObjectReader(SchemaReader schemas) {
        this.schemas = schemas;
    }

    /** What the parts of an object say together. */
    private static final class Parts {
        final Map<String, Property> properties = new LinkedHashMap<>();
        final Map<String, SpecNode> required = new LinkedHashMap<>();
        final Set<String> within = new HashSet<>();
        boolean closed;

        @Nullable
        Schema additional;

        @Nullable
        String dotnetType;
    }

    ObjectSchema read(String name, SpecNode node) {
        Parts parts = new Parts();
        add(parts, node);
        parts.required.forEach((key, place) -> {
            if (!parts.properties.containsKey(key)) {
                throw place.error("names a property that does not exist: " + key);
            }
        });
        List<Property> properties = parts.properties.values().stream()
                .map(each -> parts.required.containsKey(each.name()) ? required(each) : each)
                .toList();
        return new ObjectSchema(
                name,
                XmlReader.name(node, name),
                parts.dotnetType,
                properties,
                parts.closed,
                parts.additional,
                XmlReader.element(node),
                node.pointer());
    }

    private static Property required(Property property) {
        return new Property(
                property.name(),
                property.xmlName(),
                true,
                property.nullable(),
                property.schema(),
                property.readOnly(),
                property.xml(),
                property.pointer());
    }

    private void add(Parts parts, SpecNode node) {
        SchemaReader.allow(node, "type", "required", "properties", "additionalProperties", "allOf", "example");
        if (node.has("type") && !node.text("type").equals("object")) {
            throw node.at("type").error("is supported only as object in an allOf");
        }
        if (!parts.within.add(node.pointer())) {
            throw node.error("contains itself by allOf");
        }
        for (SpecNode part : node.at("allOf").elements()) {
            if (part.has("oneOf") || part.has("anyOf") || part.has("not")) {
                schemas.read("", part);
            }
            add(parts, part.resolved());
        }
        node.at("properties").entries().forEach((key, property) -> {
            Property read = property(key, property);
            Property other = parts.properties.put(key, read);
            if (other != null && !other.pointer().equals(read.pointer())) {
                throw property.error("is in another part of the allOf too");
            }
        });
        node.texts("required").forEach(key -> parts.required.put(key, node.at("required")));
        parts.dotnetType = node.has("x-dotnet-type") ? node.text("x-dotnet-type") : parts.dotnetType;
        additional(parts, node.at("additionalProperties"));
        parts.within.remove(node.pointer());
    }

    private void additional(Parts parts, SpecNode node) {
        if (node.node().isObject()) {
            parts.additional = schemas.read("", SchemaReader.requireNoNull(node));
        }
        parts.closed |= node.node().isBoolean() && !node.node().booleanValue();
    }

    private Property property(String key, SpecNode node) {
        Schema schema = schemas.read(key, node);
        if (node.has("$ref") && !XmlReader.name(node.resolved(), key).equals(key)) {
            throw node.error("has two XML names: put the reference into allOf and xml.name beside it");
        }
        XmlForm xml = XmlReader.element(node);
        if (xml.attribute() && (schema instanceof ObjectSchema || schema instanceof ArraySchema)) {
            throw node.at("xml").at("attribute").error("is supported only for a single value");
        }
        boolean nullable = node.flag("nullable") || SchemaReader.target(node).flag("nullable");
        boolean readOnly = node.flag("readOnly") || SchemaReader.target(node).flag("readOnly");
        return new Property(key, XmlReader.name(node, key), false, nullable, schema, readOnly, xml, node.pointer());
    }
}
