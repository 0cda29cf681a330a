package io.github.partnercenter4j.sandbox.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import io.github.partnercenter4j.sandbox.spec.Operation.Example;
import io.github.partnercenter4j.sandbox.spec.Operation.Header;
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter;
import io.github.partnercenter4j.sandbox.spec.Operation.RequestBody;
import io.github.partnercenter4j.sandbox.spec.Operation.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the operations of a document. */
final class OperationReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Set<String> OF_A_PATH = Set.of("summary", "description", "parameters");
    private static final Map<String, Set<String>> STYLES = Map.of(
            "path", Set.of("simple"),
            "query", Set.of("form", "spaceDelimited", "pipeDelimited"),
            "header", Set.of("simple"),
            "cookie", Set.of("form"));

    private final SchemaReader schemas;
    private final SpecNode usualSecurity;

    OperationReader(SchemaReader schemas, SpecNode usualSecurity) {
        this.schemas = schemas;
        this.usualSecurity = usualSecurity;
    }

    /** Reads the operations of a path. */
    List<Operation> read(String path, SpecNode item) {
        for (String segment : path.split("/")) {
            if (!segment.matches("[^{}]*|\\{[^{}]+}")) {
                throw item.error("is not supported: the segment " + segment + " is neither text nor one parameter");
            }
        }
        List<Operation> operations = new ArrayList<>();
        List<Parameter> shared = parameters(item);
        item.entries().forEach((key, operation) -> {
            if (METHODS.contains(key)) {
                operations.add(operation(key.toUpperCase(Locale.ROOT), path, shared, operation));
            } else if (!OF_A_PATH.contains(key) && !key.startsWith("x-")) {
                throw operation.error("is not supported here");
            }
        });
        return operations;
    }

    private Operation operation(String method, String path, List<Parameter> shared, SpecNode node) {
        node.allow(
                "tags",
                "operationId",
                "summary",
                "description",
                "externalDocs",
                "deprecated",
                "parameters",
                "requestBody",
                "responses",
                "security");
        SpecNode security = node.has("security") ? node.at("security") : usualSecurity;
        List<Parameter> parameters = new ArrayList<>(parameters(node));
        shared.stream()
                .filter(each -> parameters.stream()
                        .noneMatch(own ->
                                own.name().equals(each.name()) && own.in().equals(each.in())))
                .forEach(parameters::add);
        List<Response> responses = new ArrayList<>();
        node.at("responses").entries().forEach((status, response) -> {
            if (!status.equals("default")) {
                responses.add(response(status(status, response), response));
            }
        });
        SpecNode otherwise = node.at("responses").at("default");
        return new Operation(
                node.text("operationId"),
                method,
                path,
                secured(security),
                List.copyOf(parameters),
                node.has("requestBody") ? body(node.at("requestBody").resolved()) : null,
                List.copyOf(responses),
                otherwise.node().isMissingNode() ? null : response(0, otherwise),
                node.pointer());
    }

    /** An empty requirement makes the token optional. */
    private static boolean secured(SpecNode security) {
        List<SpecNode> requirements = security.elements();
        return !requirements.isEmpty()
                && requirements.stream().noneMatch(each -> each.node().isEmpty());
    }

    private List<Parameter> parameters(SpecNode node) {
        return node.at("parameters").elements().stream().map(this::parameter).toList();
    }

    private Parameter parameter(SpecNode reference) {
        SpecNode node = reference.resolved();
        node.allow(
                "name",
                "in",
                "required",
                "description",
                "deprecated",
                "schema",
                "example",
                "examples",
                "style",
                "explode");
        String name = node.text("name");
        String in = node.text("in");
        String style = node.textOrNull("style");
        if (style != null && !STYLES.getOrDefault(in, Set.of()).contains(style)) {
            throw node.at("style").error("is not supported here: " + style);
        }
        Schema schema = schemas.read(name, node.at("schema"));
        return new Parameter(name, in, node.flag("required"), schema, example(node), node.pointer());
    }

    private static @Nullable String example(SpecNode node) {
        JsonNode example =
                node.has("example") ? node.node().get("example") : node.node().at("/schema/example");
        for (SpecNode first : node.at("examples").entries().values()) {
            example = first.resolved().node().path("value");
            break;
        }
        return example.isValueNode() ? example.asText() : null;
    }

    private RequestBody body(SpecNode node) {
        node.allow("description", "required", "content");
        return new RequestBody(node.flag("required"), contents(node), node.pointer());
    }

    private static int status(String status, SpecNode response) {
        if (!status.matches("[1-5][0-9]{2}")) {
            throw response.error("is not a single HTTP status");
        }
        return Integer.parseInt(status);
    }

    private Response response(int status, SpecNode reference) {
        SpecNode node = reference.resolved().allow("description", "headers", "content");
        List<Header> headers = new ArrayList<>();
        node.at("headers").entries().forEach((name, header) -> headers.add(header(name, header.resolved())));
        return new Response(status, List.copyOf(headers), contents(node), node.pointer());
    }

    private Header header(String name, SpecNode node) {
        node.allow("required", "description", "deprecated", "schema", "example");
        String example = node.has("example") ? node.at("example").node().asText() : null;
        return new Header(name, node.flag("required"), schemas.read(name, node.at("schema")), example, node.pointer());
    }

    private Map<String, Content> contents(SpecNode node) {
        Map<String, Content> contents = new LinkedHashMap<>();
        node.at("content").entries().forEach((mediaType, content) -> contents.put(mediaType, content(content)));
        return contents;
    }

    private Content content(SpecNode node) {
        node.allow("schema", "examples", "example");
        Map<String, Example> examples = new LinkedHashMap<>();
        if (node.has("example")) {
            examples.put(
                    "example",
                    new Example(value(node.at("example")), node.at("example").pointer()));
        }
        node.at("examples").entries().forEach((name, example) -> examples.put(name, namedExample(example.resolved())));
        return new Content(schemas.read("", node.at("schema")), examples, node.pointer());
    }

    private static Example namedExample(SpecNode node) {
        node.allow("summary", "description", "value");
        return new Example(value(node.at("value")), node.pointer());
    }

    private static @Nullable Object value(SpecNode node) {
        return JSON.convertValue(node.node(), Object.class);
    }
}
