package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Property;
import io.github.partnercenter4j.sandbox.spec.Schema.Ref;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads schemas. Rejects unknown keywords. */
final class SchemaReader {

    private static final String COMPONENTS = "/components/schemas/";
    private static final Set<String> INTEGER_FORMATS = Set.of("int32", "int64");
    private static final Set<String> NUMBER_FORMATS = Set.of("float", "double");
    private static final Set<String> STRING_FORMATS = Set.of("uuid", "date", "date-time");

    /** Reads a schema. {@code name} is the name of the property or component. */
    Schema read(String name, SpecNode node) {
        if (node.has("$ref")) {
            return reference(node);
        }
        if (node.has("allOf")) {
            // allOf adds a description and an XML name to a reference, because keywords beside a $ref are ignored.
            allow(node, "allOf");
            List<SpecNode> parts = node.at("allOf").elements();
            if (parts.size() != 1 || !parts.get(0).has("$ref")) {
                throw node.at("allOf").error("is supported only around a single $ref");
            }
            return reference(parts.get(0));
        }
        String type = node.text("type");
        return switch (type) {
            case "object" -> object(name, node);
            case "array" -> array(name, node);
            case "string" -> scalar(Scalar.Type.STRING, STRING_FORMATS, node);
            case "integer" -> scalar(Scalar.Type.INTEGER, INTEGER_FORMATS, node);
            case "number" -> scalar(Scalar.Type.NUMBER, NUMBER_FORMATS, node);
            case "boolean" -> scalar(Scalar.Type.BOOLEAN, Set.of(), node);
            default -> throw node.at("type").error("is not supported: " + type);
        };
    }

    private static Ref reference(SpecNode node) {
        String target = node.resolved().pointer();
        if (!target.startsWith(COMPONENTS) || target.indexOf('/', COMPONENTS.length()) >= 0) {
            throw node.at("$ref").error("is supported only for a schema of the components");
        }
        return new Ref(target.substring(COMPONENTS.length()), node.pointer());
    }

    private ObjectSchema object(String name, SpecNode node) {
        allow(node, "type", "required", "properties", "additionalProperties");
        if (node.has("additionalProperties")
                && !node.at("additionalProperties").node().isBoolean()) {
            throw node.at("additionalProperties").error("is supported only as true or false");
        }
        List<String> required = node.texts("required");
        List<Property> properties = new ArrayList<>();
        node.at("properties").entries().forEach((key, property) -> {
            Schema schema = read(key, property);
            if (property.has("$ref") && !xmlName(property.resolved(), key).equals(key)) {
                throw property.error("has two XML names: put the reference into allOf and xml.name beside it");
            }
            properties.add(new Property(
                    key,
                    xmlName(property, key),
                    required.contains(key),
                    property.flag("nullable"),
                    schema,
                    property.pointer()));
        });
        for (String key : required) {
            if (!node.at("properties").has(key)) {
                throw node.at("required").error("names a property that does not exist: " + key);
            }
        }
        boolean closed = node.has("additionalProperties") && !node.flag("additionalProperties");
        return new ObjectSchema(
                name,
                xmlName(node, name),
                node.textOrNull("x-dotnet-type"),
                List.copyOf(properties),
                closed,
                node.pointer());
    }

    private ArraySchema array(String name, SpecNode node) {
        allow(node, "type", "items");
        SpecNode items = node.at("items");
        String itemName = xmlName(items.has("$ref") ? items.resolved() : items, name);
        return new ArraySchema(read(name, items), itemName, node.at("xml").flag("wrapped"), node.pointer());
    }

    private static Scalar scalar(Scalar.Type type, Set<String> formats, SpecNode node) {
        allow(node, "type", "format", "enum", "default", "example", "minLength", "maxLength", "minimum", "maximum");
        String format = node.textOrNull("format");
        if (format != null && !formats.contains(format)) {
            throw node.at("format").error("is not supported: " + format);
        }
        return new Scalar(type, format, BoundsReader.read(type, node), node.texts("enum"), node.pointer());
    }

    /** Rejects every keyword except these and those that any schema may have. Most of the latter are for people. */
    private static void allow(SpecNode node, String... keywords) {
        Stream<String> any =
                Stream.of("description", "title", "deprecated", "readOnly", "externalDocs", "xml", "nullable");
        node.allow(Stream.concat(any, Stream.of(keywords)).toArray(String[]::new));
    }

    private static String xmlName(SpecNode node, String otherwise) {
        String name = node.at("xml").allow("name", "wrapped").textOrNull("name");
        return name == null ? otherwise : name;
    }
}
