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

/** Reads schemas. A keyword that it does not know stops it. */
final class SchemaReader {

    private static final String COMPONENTS = "/components/schemas/";
    private static final Set<String> INTEGER_FORMATS = Set.of("int32", "int64");
    private static final Set<String> NUMBER_FORMATS = Set.of("float", "double");
    private static final Set<String> STRING_FORMATS = Set.of("uuid", "date", "date-time");

    /** Reads a schema; {@code name} is the one that its place gives it. */
    Schema read(String name, SpecNode node) {
        if (node.has("$ref")) {
            return reference(node);
        }
        if (node.has("allOf")) {
            // One reference with a description and an XML name of its own: what stands beside a $ref does not count.
            understanding(node, "allOf");
            List<SpecNode> parts = node.at("allOf").elements();
            if (parts.size() != 1 || !parts.get(0).has("$ref")) {
                throw node.at("allOf").error("is understood only around a single $ref");
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
            default -> throw node.at("type").error("is not understood: " + type);
        };
    }

    private static Ref reference(SpecNode node) {
        String target = node.resolved().pointer();
        if (!target.startsWith(COMPONENTS) || target.indexOf('/', COMPONENTS.length()) >= 0) {
            throw node.at("$ref").error("is understood only for a schema of the components");
        }
        return new Ref(target.substring(COMPONENTS.length()), node.pointer());
    }

    private ObjectSchema object(String name, SpecNode node) {
        understanding(node, "type", "required", "properties", "additionalProperties");
        if (node.has("additionalProperties")
                && !node.at("additionalProperties").node().isBoolean()) {
            throw node.at("additionalProperties").error("is understood only as true or false");
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
                throw node.at("required").error("names a property that is not there: " + key);
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
        understanding(node, "type", "items");
        SpecNode items = node.at("items");
        String itemName = xmlName(items.has("$ref") ? items.resolved() : items, name);
        return new ArraySchema(read(name, items), itemName, node.at("xml").flag("wrapped"), node.pointer());
    }

    private static Scalar scalar(Scalar.Type type, Set<String> formats, SpecNode node) {
        understanding(
                node, "type", "format", "enum", "default", "example", "minLength", "maxLength", "minimum", "maximum");
        String format = node.textOrNull("format");
        if (format != null && !formats.contains(format)) {
            throw node.at("format").error("is not understood: " + format);
        }
        return new Scalar(type, format, BoundsReader.read(type, node), node.texts("enum"), node.pointer());
    }

    /** Refuses every keyword but these and what any schema may have; most of that is for people, and changes no answer. */
    private static void understanding(SpecNode node, String... keywords) {
        Stream<String> any =
                Stream.of("description", "title", "deprecated", "readOnly", "externalDocs", "xml", "nullable");
        node.understanding(Stream.concat(any, Stream.of(keywords)).toArray(String[]::new));
    }

    private static String xmlName(SpecNode node, String otherwise) {
        String name = node.at("xml").understanding("name", "wrapped").textOrNull("name");
        return name == null ? otherwise : name;
    }
}
