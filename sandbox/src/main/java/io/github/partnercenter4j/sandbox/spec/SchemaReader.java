package io.github.partnercenter4j.sandbox.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema;
import io.github.partnercenter4j.sandbox.spec.Schema.Ref;
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads schemas. Rejects unknown keywords. */
final class SchemaReader {

    private static final String COMPONENTS = "/components/schemas/";
    private static final Set<String> INTEGER_FORMATS = Set.of("int32", "int64");
    private static final Set<String> NUMBER_FORMATS = Set.of("float", "double");
    private static final Set<String> STRING_FORMATS = Set.of("uuid", "date", "date-time");

    private final ObjectReader objects = new ObjectReader(this);

    /** Reads a schema. {@code name} is the name of the property or component. */
    Schema read(String name, SpecNode node) {
        if (node.has("$ref")) {
            return reference(node);
        }
        for (String keyword : List.of("oneOf", "anyOf", "not")) {
            if (node.has(keyword)) {
                throw node.at(keyword).error("is not supported");
            }
        }
        if (node.at("xml").flag("wrapped") && !node.node().path("type").asText().equals("array")) {
            throw node.at("xml").at("wrapped").error("is true for something that is not a list. Remove it");
        }
        if (renames(node)) {
            // allOf adds a description and an XML name to a reference, because keywords beside a $ref are ignored.
            allow(node, "allOf");
            return reference(node.at("allOf").elements().get(0));
        }
        if (node.has("allOf") || !node.has("type") && node.has("properties")) {
            return objects.read(name, node);
        }
        String type = node.text("type");
        return switch (type) {
            case "object" -> objects.read(name, node);
            case "array" -> array(name, node);
            case "string" -> scalar(Scalar.Type.STRING, STRING_FORMATS, node);
            case "integer" -> scalar(Scalar.Type.INTEGER, INTEGER_FORMATS, node);
            case "number" -> scalar(Scalar.Type.NUMBER, NUMBER_FORMATS, node);
            case "boolean" -> scalar(Scalar.Type.BOOLEAN, Set.of(), node);
            default -> throw node.at("type").error("is not supported: " + type);
        };
    }

    /** Returns true for an {@code allOf} around a single reference, without properties beside it. */
    private static boolean renames(SpecNode node) {
        List<SpecNode> parts = node.at("allOf").elements();
        return parts.size() == 1
                && parts.get(0).has("$ref")
                && Stream.of("properties", "required", "additionalProperties").noneMatch(node::has);
    }

    /** Returns the schema that a node names with a reference, also inside {@code allOf}, or the node itself. */
    static SpecNode target(SpecNode node) {
        return node.has("$ref")
                ? node.resolved()
                : renames(node) ? node.at("allOf").elements().get(0).resolved() : node;
    }

    private static Ref reference(SpecNode node) {
        String target = node.resolved().pointer();
        if (!target.startsWith(COMPONENTS)
                || target.substring(COMPONENTS.length()).contains("/")) {
            throw node.at("$ref").error("is supported only for a schema of the components");
        }
        return new Ref(target.substring(COMPONENTS.length()), node.pointer());
    }

    private ArraySchema array(String name, SpecNode node) {
        allow(node, "type", "items");
        SpecNode items = requireNoNull(node.at("items"));
        String itemName = XmlReader.name(items.has("$ref") ? items.resolved() : items, name);
        return new ArraySchema(
                read(name, items), itemName, node.at("xml").flag("wrapped"), XmlReader.element(items), node.pointer());
    }

    /** Only the null of a property is known. */
    static SpecNode requireNoNull(SpecNode node) {
        if (node.flag("nullable") || target(node).flag("nullable")) {
            throw node.error("is nullable, which is supported for a property only");
        }
        return node;
    }

    private static Scalar scalar(Scalar.Type type, Set<String> formats, SpecNode node) {
        allow(
                node,
                Stream.concat(Stream.of("type", "format", "enum", "default", "example"), BoundsReader.KEYWORDS.stream())
                        .toArray(String[]::new));
        String format = node.textOrNull("format");
        if (format != null && !formats.contains(format)) {
            throw node.at("format").error("is not supported: " + format);
        }
        // A null among them says again that the schema is nullable.
        List<String> values = node.at("enum").elements().stream()
                .filter(each -> !each.node().isNull())
                .map(each -> value(type, each))
                .toList();
        return new Scalar(type, format, BoundsReader.read(type, node), values, node.pointer());
    }

    private static String value(Scalar.Type type, SpecNode node) {
        JsonNode value = node.node();
        boolean fits =
                switch (type) {
                    case STRING -> value.isTextual();
                    case BOOLEAN -> value.isBoolean();
                    case INTEGER -> value.isIntegralNumber();
                    case NUMBER -> value.isNumber();
                };
        if (!fits) {
            throw node.error("has another type than its schema");
        }
        return value.asText();
    }

    /** Rejects every keyword except these and those that any schema may have. Most of the latter are for people. */
    static void allow(SpecNode node, String... keywords) {
        Stream<String> any =
                Stream.of("description", "title", "deprecated", "readOnly", "externalDocs", "xml", "nullable");
        node.allow(Stream.concat(any, Stream.of(keywords)).toArray(String[]::new));
    }
}
