package io.github.partnercenter4j.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lists what a document promises to callers: for each element, such as an operation, parameter or property, its facts by
 * name. References are resolved and defaults are filled in; descriptions and examples are left out. The name of a nested
 * element begins with the name of its parent and {@value #WITHIN}.
 */
final class Contract {
    static final String WITHIN = " > ";
    /** The only fact that can change in one direction without breaking callers. */
    static final String REQUIRED = "required";

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode document;
    private final Map<String, Map<String, String>> places = new LinkedHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
    }

    static Map<String, Map<String, String>> of(JsonNode document) {
        Contract contract = new Contract(document);
        contract.servers();
        contract.operations();
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> contract.schema("schema " + schema.getKey(), schema.getKey(), schema.getValue()));
        return contract.places;
    }

    private void servers() {
        int number = 0;
        for (JsonNode server : document.path("servers")) {
            String name = "server " + server.path("x-cloud").asText(String.valueOf(number));
            Map<String, String> facts = place(name);
            facts.put("number", String.valueOf(number++));
            facts.put("url", server.path("url").asText());
            extensions(facts, server);
            server.path("variables").properties().forEach(variable -> place(
                            name + WITHIN + "variable " + variable.getKey())
                    .put("default", variable.getValue().path("default").asText()));
        }
    }

    private void operations() {
        document.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method -> operation(
                        method.toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        path.getValue(),
                        path.getValue().path(method))));
    }

    private void operation(String name, JsonNode path, JsonNode operation) {
        Map<String, String> facts = place(name);
        facts.put("operationId", operation.path("operationId").asText());
        facts.put("tags", operation.path("tags").toString());
        facts.put("security", security(operation));
        List<JsonNode> parameters = new ArrayList<>();
        path.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        for (JsonNode declared : parameters) {
            JsonNode parameter = resolved(declared);
            value(
                    name + WITHIN + "parameter " + parameter.path("name").asText() + " in "
                            + parameter.path("in").asText(),
                    parameter);
        }
        operation
                .path("responses")
                .properties()
                .forEach(response ->
                        response(name + WITHIN + "response " + response.getKey(), resolved(response.getValue())));
    }

    private void response(String name, JsonNode response) {
        place(name);
        response.path("headers")
                .properties()
                .forEach(header -> value(name + WITHIN + "header " + header.getKey(), resolved(header.getValue())));
        response.path("content").properties().forEach(content -> place(name + WITHIN + content.getKey())
                .putAll(type(content.getValue().path("schema"))));
    }

    /** Adds a parameter or a header. */
    private void value(String name, JsonNode declared) {
        Map<String, String> facts = place(name);
        facts.put(REQUIRED, declared.path("required").asText("false"));
        facts.putAll(type(declared.path("schema")));
    }

    private void schema(String name, String xmlName, JsonNode schema) {
        Map<String, String> facts = place(name);
        facts.putAll(type(schema));
        facts.put("xml.name", schema.at("/xml/name").asText(xmlName));
        if (schema.has("additionalProperties")) {
            facts.put(
                    "additionalProperties", schema.path("additionalProperties").toString());
        }
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(key -> required.add(key.asText()));
        schema.path("properties").properties().forEach(property -> {
            String key = property.getKey();
            schema(name + WITHIN + "property " + key, key, property.getValue());
            place(name + WITHIN + "property " + key).put(REQUIRED, String.valueOf(required.contains(key)));
        });
        if (schema.has("items")) {
            facts.put("xml.wrapped", schema.at("/xml/wrapped").asText("false"));
            schema(name + WITHIN + "items", itemName(schema.path("items"), xmlName), schema.path("items"));
        }
    }

    private String itemName(JsonNode items, String otherwise) {
        return resolved(items).at("/xml/name").asText(otherwise);
    }

    private Map<String, String> type(JsonNode schema) {
        Map<String, String> facts = new TreeMap<>();
        JsonNode reference =
                schema.path("allOf").size() == 1 ? schema.path("allOf").get(0) : schema;
        if (reference.has("$ref")) {
            String pointer = reference.path("$ref").asText();
            facts.put("type", pointer.substring(pointer.lastIndexOf('/') + 1));
        } else {
            facts.put("type", schema.path("type").asText("any"));
        }
        for (String fact : List.of("format", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum")) {
            if (schema.has(fact)) {
                facts.put(
                        fact,
                        schema.path(fact).isTextual()
                                ? schema.path(fact).asText()
                                : schema.path(fact).toString());
            }
        }
        facts.put("nullable", schema.path("nullable").asText("false"));
        return facts;
    }

    private String security(JsonNode operation) {
        List<String> schemes = new ArrayList<>();
        for (JsonNode alternative :
                operation.path("security").isArray() ? operation.path("security") : document.path("security")) {
            alternative.fieldNames().forEachRemaining(name -> {
                JsonNode scheme = document.at("/components/securitySchemes/" + name);
                schemes.add(scheme.path("type").asText() + " "
                        + scheme.path("scheme").asText());
            });
        }
        return schemes.isEmpty() ? "none" : String.join(" or ", schemes);
    }

    private static void extensions(Map<String, String> facts, JsonNode node) {
        node.properties().forEach(field -> {
            if (field.getKey().startsWith("x-") && !field.getKey().equals("x-source")) {
                facts.put(field.getKey(), field.getValue().asText());
            }
        });
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private Map<String, String> place(String name) {
        return places.computeIfAbsent(name, any -> new TreeMap<>());
    }
}
