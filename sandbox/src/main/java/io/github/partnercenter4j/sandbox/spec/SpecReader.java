package io.github.partnercenter4j.sandbox.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.partnercenter4j.sandbox.internal.ClassPathLibraries;
import io.github.partnercenter4j.sandbox.spec.Operation.Content;
import io.github.partnercenter4j.sandbox.spec.Operation.Example;
import io.github.partnercenter4j.sandbox.spec.Operation.Header;
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter;
import io.github.partnercenter4j.sandbox.spec.Operation.Response;
import io.swagger.v3.parser.util.OpenAPIDeserializer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a document. swagger-parser checks that it is valid. Unknown keys are rejected, because they would be ignored. */
final class SpecReader {

    static {
        ClassPathLibraries.makeReadable();
    }

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final SchemaReader schemas = new SchemaReader();
    private final SpecNode root;
    private final String source;

    SpecReader(String yaml) {
        source = yaml;
        root = SpecNode.root(tree(yaml));
        List<String> problems =
                new OpenAPIDeserializer().deserialize(root.document()).getMessages();
        if (!problems.isEmpty()) {
            throw root.error("is not a valid OpenAPI document: " + String.join("; ", problems));
        }
    }

    private static JsonNode tree(String yaml) {
        try {
            JsonNode tree = YAML.readTree(yaml);
            if (!tree.isObject()) {
                throw new SpecException("", "is not an object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new SpecException("", "cannot be read: " + e.getOriginalMessage());
        }
    }

    SpecModel model() {
        root.allow("openapi", "info", "externalDocs", "servers", "security", "tags", "paths", "components");
        root.at("components").allow("securitySchemes", "parameters", "headers", "responses", "schemas", "examples");
        Map<String, Schema> components = new LinkedHashMap<>();
        root.at("components")
                .at("schemas")
                .entries()
                .forEach((name, schema) -> components.put(name, schemas.read(name, schema)));
        List<Operation> operations = new ArrayList<>();
        root.at("paths").entries().forEach((path, item) -> operations(path, item, operations));
        Set<String> ids = new HashSet<>();
        for (Operation operation : operations) {
            if (!ids.add(operation.id())) {
                throw new SpecException(operation.pointer() + "/operationId", "is given twice: " + operation.id());
            }
        }
        return new SpecModel(basePath(), List.copyOf(operations), Map.copyOf(components), source);
    }

    private String basePath() {
        SpecNode server = root.at("servers").elements().get(0).allow("url", "description", "variables");
        String url = server.text("url");
        for (Map.Entry<String, SpecNode> variable :
                server.at("variables").entries().entrySet()) {
            url = url.replace("{" + variable.getKey() + "}", variable.getValue().text("default"));
        }
        return URI.create(url).getPath();
    }

    private void operations(String path, SpecNode item, List<Operation> operations) {
        item.entries().forEach((key, operation) -> {
            if (METHODS.contains(key)) {
                operations.add(operation(key.toUpperCase(Locale.ROOT), path, operation));
            } else if (!key.startsWith("x-")) {
                throw operation.error("is not supported here");
            }
        });
    }

    private Operation operation(String method, String path, SpecNode node) {
        node.allow(
                "tags",
                "operationId",
                "summary",
                "description",
                "externalDocs",
                "deprecated",
                "parameters",
                "responses",
                "security");
        SpecNode security = node.has("security") ? node.at("security") : root.at("security");
        List<Parameter> parameters =
                node.at("parameters").elements().stream().map(this::parameter).toList();
        List<Response> responses = new ArrayList<>();
        node.at("responses").entries().forEach((status, response) -> responses.add(response(status, response)));
        return new Operation(
                node.text("operationId"),
                method,
                path,
                !security.elements().isEmpty(),
                parameters,
                List.copyOf(responses),
                node.pointer());
    }

    private Parameter parameter(SpecNode reference) {
        SpecNode node = reference.resolved();
        node.allow("name", "in", "required", "description", "deprecated", "schema", "example");
        String name = node.text("name");
        return new Parameter(
                name, node.text("in"), node.flag("required"), schemas.read(name, node.at("schema")), node.pointer());
    }

    private Response response(String status, SpecNode reference) {
        if (!status.matches("[1-5][0-9]{2}")) {
            throw reference.error("is not a single HTTP status");
        }
        SpecNode node = reference.resolved().allow("description", "headers", "content");
        List<Header> headers = new ArrayList<>();
        node.at("headers").entries().forEach((name, header) -> headers.add(header(name, header.resolved())));
        Map<String, Content> contents = new LinkedHashMap<>();
        node.at("content").entries().forEach((mediaType, content) -> contents.put(mediaType, content(content)));
        return new Response(Integer.parseInt(status), List.copyOf(headers), contents, node.pointer());
    }

    private Header header(String name, SpecNode node) {
        node.allow("required", "description", "deprecated", "schema", "example");
        String example = node.has("example") ? node.at("example").node().asText() : null;
        return new Header(name, node.flag("required"), schemas.read(name, node.at("schema")), example, node.pointer());
    }

    private Content content(SpecNode node) {
        node.allow("schema", "examples");
        Map<String, Example> examples = new LinkedHashMap<>();
        node.at("examples").entries().forEach((name, example) -> examples.put(name, example(example.resolved())));
        return new Content(schemas.read("", node.at("schema")), examples, node.pointer());
    }

    private static Example example(SpecNode node) {
        node.allow("summary", "description", "value");
        return new Example(YAML.convertValue(node.at("value").node(), Object.class), node.pointer());
    }
}
