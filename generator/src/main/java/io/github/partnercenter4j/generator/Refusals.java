package io.github.partnercenter4j.generator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Finds what the templates or the client do not support in the operations of a document. Each has one line: the JSON pointer,
 * what is there, and what to do.
 */
final class Refusals {
    /** The media type in which the client sends bodies. */
    static final String BODY = "application/json";

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> WITHOUT_BODY = Set.of("get", "delete");
    private static final Set<String> WITHOUT_RESPONSE_BODY = Set.of("head", "trace");
    /** How a parameter is written unless the document says something else. */
    private static final Map<String, String> STYLES = Map.of("query", "form", "path", "simple", "header", "simple");

    private final SourceDocument document;
    private final List<String> found = new ArrayList<>();
    private final NameRefusals names;
    private final SchemaRefusals schemas;

    private Refusals(SourceDocument document, PartnerCenterCodegen generator) {
        this.document = document;
        this.names = new NameRefusals(document, generator, found);
        this.schemas = new SchemaRefusals(document, names, found);
    }

    static List<String> of(SourceDocument document, PartnerCenterCodegen generator) {
        Refusals refusals = new Refusals(document, generator);
        refusals.check();
        return refusals.found;
    }

    /** Writes one line, whatever the names in it are. */
    static String line(String pointer, String problem, String advice) {
        return ("#" + pointer + ": " + problem + ". " + advice).replaceAll("\\p{Cntrl}", " ");
    }

    private void check() {
        String version = document.root().path("openapi").asText();
        if (!version.matches("3\\.0\\.\\d+")) {
            add("/openapi", version.isEmpty() ? "is missing" : "is " + version, "Write the document in OpenAPI 3.0.3.");
            return;
        }
        new ReferenceRefusals(document, found).check("", document.root());
        if (!found.isEmpty()) {
            return;
        }
        document.root().path("paths").properties().forEach(path -> {
            String place = "/paths/" + SourceDocument.escaped(path.getKey());
            names.path(place, path.getKey());
            path(place, document.resolved(path.getValue()));
        });
        schemas.components();
    }

    private void path(String pointer, JsonNode path) {
        servers(pointer, path);
        parameters(pointer, path);
        path.properties().forEach(method -> {
            if (METHODS.contains(method.getKey())) {
                operation(pointer + "/" + method.getKey(), method.getKey(), method.getValue());
            }
        });
    }

    private void operation(String pointer, String method, JsonNode operation) {
        if (WITHOUT_RESPONSE_BODY.contains(method)) {
            add(pointer, "is " + method.toUpperCase(Locale.ROOT), "Use another method, or remove the operation.");
            return;
        }
        if (operation.has("operationId")) {
            names.operation(
                    pointer + "/operationId", operation.path("operationId").asText());
        }
        servers(pointer, operation);
        parameters(pointer, operation);
        requestBody(pointer + "/requestBody", method, operation.path("requestBody"));
        responses(pointer + "/responses", operation.path("responses"));
    }

    private void servers(String pointer, JsonNode parent) {
        if (parent.has("servers")) {
            add(
                    pointer + "/servers",
                    "are servers of one path",
                    "Name the servers at the root: a client has one base URL.");
        }
    }

    private void parameters(String pointer, JsonNode parent) {
        for (int i = 0; i < parent.path("parameters").size(); i++) {
            parameter(
                    pointer + "/parameters/" + i,
                    document.resolved(parent.path("parameters").get(i)));
        }
    }

    private void parameter(String pointer, JsonNode parameter) {
        String in = parameter.path("in").asText();
        String style = STYLES.get(in);
        names.parameter(pointer, parameter);
        if (style == null) {
            add(pointer, "is in the " + in, "Use path, query or header: the client sends no other parameters.");
        } else if (!parameter.path("style").asText(style).equals(style)) {
            add(pointer + "/style", "is " + parameter.path("style").asText(), "Use " + style + ", or leave it out.");
        } else if (parameter.has("content")) {
            add(pointer + "/content", "is a parameter in a media type", "Use schema.");
        } else if (parameter.path("allowReserved").asBoolean()) {
            add(pointer + "/allowReserved", "is true", "Remove it: reserved characters are always encoded.");
        } else if (!isSimple(parameter.path("schema"))) {
            add(
                    pointer + "/schema",
                    "is neither a simple value nor a list of such",
                    "Use one parameter for each value.");
        } else {
            schemas.check(pointer + "/schema", parameter.path("schema"));
        }
    }

    private boolean isSimple(JsonNode schema) {
        JsonNode resolved = document.resolved(schema);
        JsonNode value =
                resolved.path("type").asText().equals("array") ? document.resolved(resolved.path("items")) : resolved;
        return !value.has("properties")
                && !value.has("additionalProperties")
                && !value.has("allOf")
                && !Set.of("object", "array").contains(value.path("type").asText());
    }

    private void requestBody(String pointer, String method, JsonNode given) {
        JsonNode body = document.resolved(given);
        if (body.isMissingNode()) {
            return;
        }
        if (WITHOUT_BODY.contains(method)) {
            add(pointer, "is the body of a " + method.toUpperCase(Locale.ROOT), "Use parameters, or another method.");
        } else if (!body.path("content").has(BODY)) {
            add(pointer, "has no " + BODY, "Add it: the client sends bodies in JSON only.");
        } else {
            schemas.check(
                    pointer + "/content/" + SourceDocument.escaped(BODY) + "/schema",
                    body.path("content").path(BODY).path("schema"));
        }
    }

    private void responses(String pointer, JsonNode responses) {
        Set<String> statuses = new TreeSet<>();
        responses.properties().forEach(response -> {
            statuses.add(response.getKey());
            headers(
                    pointer + "/" + response.getKey() + "/headers",
                    document.resolved(response.getValue()).path("headers"));
        });
        List<String> successes =
                statuses.stream().filter(status -> isSuccess(status, statuses)).toList();
        if (successes.isEmpty()) {
            add(pointer, "has no success", "Add a response from 200 to 299, or default.");
            return;
        }
        List<JsonNode> bodies = new ArrayList<>();
        for (String status : successes) {
            String place = pointer + "/" + status;
            bodies.add(success(place, document.resolved(responses.path(status)).path("content")));
            if (!bodies.get(0).equals(bodies.get(bodies.size() - 1))) {
                add(
                        place,
                        "has another body than " + successes.get(0),
                        "Give all successes the same: a method returns one type.");
            }
        }
    }

    /** The generator imports a class for each, although no method has it. */
    private void headers(String pointer, JsonNode headers) {
        headers.properties().forEach(named -> {
            String place = pointer + "/" + SourceDocument.escaped(named.getKey());
            JsonNode header = document.resolved(named.getValue());
            schemas.check(place + "/schema", header.path("schema"));
            header.path("content")
                    .properties()
                    .forEach(type -> schemas.check(
                            place + "/content/" + SourceDocument.escaped(type.getKey()) + "/schema",
                            type.getValue().path("schema")));
        });
    }

    /** Without any success, the default response is one. Beside a success, it describes errors. */
    static boolean isSuccess(String status, Set<String> all) {
        return status.startsWith("2")
                || status.equals("default") && all.stream().noneMatch(other -> other.startsWith("2"));
    }

    /** Returns the schema of a success; missing if it has no body. */
    private JsonNode success(String pointer, JsonNode content) {
        List<JsonNode> schemas = new ArrayList<>();
        content.properties().forEach(type -> {
            if (SchemaRefusals.isJson(type.getKey()) || SchemaRefusals.isXml(type.getKey())) {
                String place = pointer + "/content/" + SourceDocument.escaped(type.getKey()) + "/schema";
                this.schemas.check(place, type.getValue().path("schema"));
                if (content.properties().stream().noneMatch(other -> SchemaRefusals.isJson(other.getKey()))) {
                    this.schemas.checkWithoutJson(place, type.getValue().path("schema"));
                }
                schemas.add(type.getValue().path("schema"));
            }
        });
        if (schemas.isEmpty() && !content.isEmpty()) {
            List<String> types = StreamSupport.stream(((Iterable<String>) content::fieldNames).spliterator(), false)
                    .toList();
            add(
                    pointer + "/content",
                    "is " + String.join(", ", types),
                    "Add JSON or XML: the client reads nothing else.");
        } else if (schemas.stream().distinct().count() > 1) {
            add(pointer + "/content", "has several schemas", "Use one for all media types: a method returns one type.");
        }
        return schemas.isEmpty() ? content.path("no schema") : schemas.get(0);
    }

    private void add(String pointer, String problem, String advice) {
        found.add(line(pointer, problem, advice));
    }
}
