package io.github.partnercenter4j.sandbox.spec;

import io.github.partnercenter4j.sandbox.internal.ClassPathLibraries;
import io.github.partnercenter4j.sandbox.internal.document.DocumentText;
import io.swagger.v3.parser.util.OpenAPIDeserializer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads a document. swagger-parser checks that it is valid. Unknown keys are rejected, because they would be ignored. */
final class SpecReader {

    static {
        ClassPathLibraries.makeReadable();
    }

    private final SchemaReader schemas = new SchemaReader();
    private final SpecNode root;
    private final String source;

    SpecReader(String yaml) {
        DocumentText text = text(yaml);
        root = SpecNode.root(text.tree());
        source = text.plain();
        String version = root.node().path("openapi").asText("3.0");
        if (!version.startsWith("3.0")) {
            throw root.at("openapi").error("is not supported: " + version + ". Write the document in OpenAPI 3.0");
        }
        List<String> problems =
                new OpenAPIDeserializer().deserialize(root.document()).getMessages();
        if (!problems.isEmpty()) {
            throw root.error("is not a valid OpenAPI document: " + String.join("; ", problems));
        }
    }

    private static DocumentText text(String yaml) {
        DocumentText text;
        try {
            text = DocumentText.read(yaml);
        } catch (IllegalArgumentException e) {
            throw new SpecException("", "cannot be read: " + e.getMessage());
        }
        if (!text.tree().isObject()) {
            throw new SpecException("", "is not an object");
        }
        return text;
    }

    SpecModel model() {
        root.allow("openapi", "info", "externalDocs", "servers", "security", "tags", "paths", "components");
        root.at("components")
                .allow("securitySchemes", "parameters", "headers", "requestBodies", "responses", "schemas", "examples");
        Map<String, Schema> components = new LinkedHashMap<>();
        root.at("components")
                .at("schemas")
                .entries()
                .forEach((name, schema) -> components.put(name, schemas.read(name, schema)));
        OperationReader reader = new OperationReader(schemas, root.at("security"));
        List<Operation> operations = new ArrayList<>();
        root.at("paths").entries().forEach((path, item) -> operations.addAll(reader.read(path, item)));
        Set<String> ids = new HashSet<>();
        Set<String> requests = new HashSet<>();
        for (Operation operation : operations) {
            if (!ids.add(operation.id())) {
                throw new SpecException(operation.pointer() + "/operationId", "is given twice: " + operation.id());
            }
            if (!requests.add(operation.method() + " " + operation.path().replaceAll("\\{[^}]*}", "{}"))) {
                throw new SpecException(operation.pointer(), "has the path of another operation");
            }
        }
        SpecModel model = new SpecModel(basePath(), List.copyOf(operations), Map.copyOf(components), source);
        new BodyCheck(model).check();
        return model;
    }

    private String basePath() {
        List<SpecNode> servers = root.at("servers").elements();
        if (servers.isEmpty()) {
            return "";
        }
        SpecNode server = servers.get(0).allow("url", "description", "variables");
        String url = server.text("url");
        for (Map.Entry<String, SpecNode> variable :
                server.at("variables").entries().entrySet()) {
            url = url.replace("{" + variable.getKey() + "}", variable.getValue().text("default"));
        }
        try {
            return Objects.requireNonNullElse(URI.create(url).getPath(), "").replaceFirst("/+\\z", "");
        } catch (IllegalArgumentException e) {
            throw server.at("url").error("is not a URL: " + url);
        }
    }
}
