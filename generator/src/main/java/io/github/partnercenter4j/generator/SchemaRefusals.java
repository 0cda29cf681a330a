package io.github.partnercenter4j.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds what the templates or the client do not support in the schemas of a document. */
final class SchemaRefusals {
    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf", "not", "discriminator");

    private final SourceDocument document;
    private final List<String> found;
    private final NameRefusals javaNames;
    private final boolean usesXml;
    private final Set<String> withoutJson = new HashSet<>();

    SchemaRefusals(SourceDocument document, NameRefusals javaNames, List<String> found) {
        this.document = document;
        this.found = found;
        this.javaNames = javaNames;
        this.usesXml =
                document.root().findParents("content").stream().anyMatch(parent -> hasXml(parent.path("content")));
    }

    static boolean isJson(String mediaType) {
        return mediaType.toLowerCase(Locale.ROOT).matches("[^/]+/([^;]+\\+)?json\\s*(;.*)?");
    }

    static boolean isXml(String mediaType) {
        return mediaType.toLowerCase(Locale.ROOT).matches("[^/]+/([^;]+\\+)?xml\\s*(;.*)?");
    }

    /** Checks the schemas that others refer to. */
    void components() {
        document.root()
                .at("/components/schemas")
                .properties()
                .forEach(schema ->
                        check("/components/schemas/" + SourceDocument.escaped(schema.getKey()), schema.getValue()));
    }

    /** Checks a schema and those in it. The target of a reference has its own place. */
    void check(String pointer, JsonNode schema) {
        if (schema.has("$ref") || !schema.isObject()) {
            return;
        }
        ALTERNATIVES.stream()
                .filter(schema::has)
                .forEach(
                        key -> add(
                                pointer + "/" + key,
                                "is not supported",
                                key.equals("not")
                                        ? "Describe in words what is not allowed."
                                        : "Use one object with all properties, and require none that only one alternative has."));
        if (schema.path("type").isArray()) {
            add(pointer + "/type", "are several types", "Use one, and nullable: true if the value can be null.");
        }
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            check(pointer + "/allOf/" + i, schema.path("allOf").get(i));
        }
        map(pointer, schema);
        if (usesXml) {
            xml(pointer, schema);
        }
        names(pointer, schema);
        check(pointer + "/items", schema.path("items"));
        schema.path("properties")
                .properties()
                .forEach(property -> check(
                        pointer + "/properties/" + SourceDocument.escaped(property.getKey()), property.getValue()));
    }

    /** Checks the schema of a body without JSON: the client reads objects of unknown properties in JSON only. */
    void checkWithoutJson(String pointer, JsonNode schema) {
        if (schema.has("$ref")) {
            String target = SourceDocument.pointer(schema.path("$ref").asText());
            if (withoutJson.add(target)) {
                checkWithoutJson(target, document.root().at(target));
            }
            return;
        }
        if (isObject(schema) && !schema.has("properties") && !schema.has("allOf")) {
            add(pointer, "has no named properties, and no JSON", "Name the properties, or add JSON to the response.");
        }
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            checkWithoutJson(pointer + "/allOf/" + i, schema.path("allOf").get(i));
        }
        if (schema.has("items")) {
            checkWithoutJson(pointer + "/items", schema.path("items"));
        }
        schema.path("properties")
                .properties()
                .forEach(property -> checkWithoutJson(
                        pointer + "/properties/" + SourceDocument.escaped(property.getKey()), property.getValue()));
    }

    private void map(String pointer, JsonNode schema) {
        String advice = "Use a map alone, or named properties alone.";
        if (isMap(schema) && (schema.has("properties") || schema.has("allOf"))) {
            add(pointer + "/additionalProperties", "is a map beside named properties", advice);
        }
        JsonNode others = schema.path("additionalProperties");
        if (isList(schema) && (others.isObject() || others.asBoolean())) {
            add(pointer + "/additionalProperties", "is beside items", "Remove it: a list has items only.");
        }
        check(pointer + "/additionalProperties", others);
        JsonNode parts = schema.path("allOf");
        long filled = (schema.has("properties") ? 1 : 0)
                + parts.valueStream().filter(this::isFilled).count();
        for (int i = 0; filled > 1 && i < parts.size(); i++) {
            if (isMap(document.resolved(parts.get(i)))) {
                add(pointer + "/allOf/" + i, "is a map beside other parts", advice);
            }
        }
    }

    private boolean isFilled(JsonNode part) {
        JsonNode resolved = document.resolved(part);
        return resolved.has("properties") || resolved.has("allOf") || isMap(resolved);
    }

    private static boolean isMap(JsonNode schema) {
        JsonNode values = schema.path("additionalProperties");
        return values.isObject() && !values.isEmpty();
    }

    private void xml(String pointer, JsonNode schema) {
        boolean isList = isList(schema);
        if (schema.at("/xml/wrapped").asBoolean() && !isList) {
            add(pointer + "/xml/wrapped", "is true for something that is not a list", "Remove it.");
        }
        if (schema.at("/xml/attribute").asBoolean() && (isList || isObject(schema))) {
            add(pointer + "/xml/attribute", "is true for a list or an object", "Use an element.");
        }
        JsonNode items = document.resolved(schema.path("items"));
        if (isList && isList(items) && !items.at("/xml/wrapped").asBoolean()) {
            add(pointer + "/items", "is a list within a list, without a wrapper", "Add xml with wrapped: true to it.");
        }
    }

    private void names(String pointer, JsonNode schema) {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < schema.path("allOf").size(); i++) {
            names(pointer + "/allOf/" + i, schema.path("allOf").get(i), names, new HashSet<>());
        }
        schema.path("properties").properties().forEach(property -> {
            String place = pointer + "/properties/" + SourceDocument.escaped(property.getKey());
            JsonNode target = document.resolved(property.getValue());
            String name = name(property.getKey(), target);
            if (usesXml && target != property.getValue() && !name.equalsIgnoreCase(property.getKey())) {
                add(
                        place,
                        "has two names in XML: " + property.getKey() + " and " + name,
                        "Put the reference into allOf, and xml with a name beside it.");
            }
            name(place, property.getKey(), target, names);
        });
    }

    /** Checks the names of the properties of a part and of the parts in it. */
    private void names(String pointer, JsonNode part, Map<String, String> names, Set<JsonNode> seen) {
        JsonNode resolved = document.resolved(part);
        if (seen.add(resolved)) {
            resolved.path("allOf").forEach(inner -> names(pointer, inner, names, seen));
            resolved.path("properties")
                    .properties()
                    .forEach(property ->
                            name(pointer, property.getKey(), document.resolved(property.getValue()), names));
        }
    }

    private void name(String pointer, String property, JsonNode target, Map<String, String> names) {
        javaNames.property(pointer, property, names);
        if (usesXml) {
            String name = name(property, target);
            String kind = target.at("/xml/attribute").asBoolean() ? "the attribute " : "the element ";
            String other = names.put(kind + name.toLowerCase(Locale.ROOT), property);
            if (other != null && !other.equals(property)) {
                add(
                        pointer,
                        "has " + kind + name + " in XML, as " + other + " has",
                        "Give each an xml.name of its own.");
            }
        }
    }

    /** The name of the element of a property, or of each item of a list without a wrapper. */
    private String name(String property, JsonNode schema) {
        JsonNode named = isList(schema) && !schema.at("/xml/wrapped").asBoolean()
                ? document.resolved(schema.path("items"))
                : schema;
        return named.at("/xml/name").asText(property);
    }

    private static boolean isList(JsonNode schema) {
        return schema.path("type").asText().equals("array");
    }

    private static boolean isObject(JsonNode schema) {
        return schema.path("type").asText().equals("object") || schema.has("properties") || schema.has("allOf");
    }

    private static boolean hasXml(JsonNode content) {
        for (var types = content.fieldNames(); types.hasNext(); ) {
            if (isXml(types.next())) {
                return true;
            }
        }
        return false;
    }

    private void add(String pointer, String problem, String advice) {
        String line = Refusals.line(pointer, problem, advice);
        if (!found.contains(line)) {
            found.add(line);
        }
    }
}
