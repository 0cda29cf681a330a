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
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "options");
    private static final Set<String> OF_A_PATH = Set.of("summary", "description", "parameters");
    private static final Map<String, Set<String>> STYLES = Map.of(
            "path", Set.of("simple"),
            "query", Set.of("form"),
            "header", Set.of("simple"),
            "cookie", Set.of("form"));

    private static final Set<String> SIMPLE = Set.of("string", "integer", "number", "boolean");
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);
    private static final Set<String> IGNORED = Set.of("accept", "authorization", "content-type");

    private final SchemaReader schemas;
    private final SpecNode usualSecurity;

    OperationReader(SchemaReader schemas, SpecNode usualSecurity) {
        this.schemas = schemas;
        this.usualSecurity = usualSecurity;
    }

    /** Reads the operations of a path. */
    List<Operation> read(String path, SpecNode item) {
        if (!path.matches("/([A-Za-z0-9/{}._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*")) {
            throw item.error("is not a path: write it without a query, and other characters percent-encoded");
        }
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
                throw operation.error("is not supported");
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
        parameters.removeIf(OperationReader::isIgnored);
        parameters.forEach(each -> requireInPath(path, each));
        List<Response> responses = new ArrayList<>();
        node.at("responses").entries().forEach((status, response) -> {
            if (!status.equals("default")) {
                responses.add(response(status(status, response), response));
            }
        });
        SpecNode otherwise = node.at("responses").at("default");
        if (otherwise.node().isMissingNode() && responses.stream().noneMatch(each -> each.status() / 100 == 2)) {
            throw node.at("responses").error("has no success. Add a response from 200 to 299, or default");
        }
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

    /** OpenAPI 3.0 ignores parameters that describe these headers. */
    private static boolean isIgnored(Parameter parameter) {
        return parameter.in().equals("header")
                && IGNORED.contains(parameter.name().toLowerCase(Locale.ROOT));
    }

    /** swagger-parser checks the reverse. */
    private static void requireInPath(String path, Parameter parameter) {
        if (parameter.in().equals("path") && !path.contains("{" + parameter.name() + "}")) {
            throw new SpecException(parameter.pointer(), "is not in the path " + path);
        }
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
        requireSimple(node.at("schema"));
        boolean explode = node.has("explode") ? node.flag("explode") : in.equals("query");
        return new Parameter(name, in, node.flag("required"), schema, explode, example(node), node.pointer());
    }

    /** What is written beside a name has no form for an object, and none for a list in a list. */
    private static void requireSimple(SpecNode schema) {
        SpecNode form = SchemaReader.target(schema);
        SpecNode value =
                form.node().path("type").asText().equals("array") ? SchemaReader.target(form.at("items")) : form;
        if (!SIMPLE.contains(value.node().path("type").asText())) {
            throw schema.error("is neither a simple value nor a list of such. Use one for each value");
        }
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
        if (WITHOUT_BODY.contains(status) && node.has("content")) {
            throw node.at("content").error("is a body, which a response with status " + status + " cannot have");
        }
        requireOneSchema(node.at("content"));
        List<Header> headers = new ArrayList<>();
        node.at("headers").entries().forEach((name, header) -> headers.add(header(name, header.resolved())));
        return new Response(status, List.copyOf(headers), contents(node), node.pointer());
    }

    /** The examples and values of a response are those of its first media type. */
    private static void requireOneSchema(SpecNode content) {
        long schemas = content.entries().entrySet().stream()
                .filter(each -> each.getKey().matches(".*(json|xml)\\b.*"))
                .map(Map.Entry::getValue)
                .map(each -> each.at("schema").node())
                .distinct()
                .count();
        if (schemas > 1) {
            throw content.error("has several schemas. Use one for all media types");
        }
    }

    private Header header(String name, SpecNode node) {
        node.allow("required", "description", "deprecated", "schema", "example");
        String example = node.has("example") ? node.at("example").node().asText() : null;
        Schema schema = schemas.read(name, node.at("schema"));
        requireSimple(node.at("schema"));
        return new Header(name, node.flag("required"), schema, example, node.pointer());
    }

    private Map<String, Content> contents(SpecNode node) {
        Map<String, Content> contents = new LinkedHashMap<>();
        node.at("content").entries().forEach((key, content) -> {
            // The sandbox always writes UTF-8.
            String mediaType = key.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
            if (contents.put(mediaType, content(content)) != null) {
                throw content.error("is given twice: " + mediaType);
            }
        });
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
