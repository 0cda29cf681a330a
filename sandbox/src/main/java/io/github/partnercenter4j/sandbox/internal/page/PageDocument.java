package io.github.partnercenter4j.sandbox.internal.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.partnercenter4j.sandbox.internal.document.DocumentText;
import io.github.partnercenter4j.sandbox.internal.service.CustomerParameter;
import io.github.partnercenter4j.sandbox.spec.Operation;
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter;
import io.github.partnercenter4j.sandbox.spec.SpecModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document as the page shows it: its only server is this sandbox, it is authorized with an access token only, and a
 * customer without an example has the one that the sandbox knows. The example of an optional parameter is in its description,
 * because Swagger UI would send it with each request.
 */
final class PageDocument {

    private final ObjectNode document;
    private final List<String> schemes = new ArrayList<>();

    PageDocument(SpecModel spec, String customerId) {
        document = (ObjectNode) DocumentText.read(spec.source()).tree();
        document.putArray("servers").addObject().put("url", spec.basePath().isEmpty() ? "/" : spec.basePath());
        JsonNode security = document.path("components").path("securitySchemes");
        security.fieldNames().forEachRemaining(schemes::add);
        for (String scheme : schemes) {
            ((ObjectNode) security)
                    .putObject(scheme)
                    .put("type", "http")
                    .put("scheme", "bearer")
                    .put("description", "The access token of this sandbox. It is filled in.");
        }
        Set<String> parameters = spec.operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .map(Parameter::name)
                .collect(Collectors.toSet());
        document.findParents("in").stream()
                .filter(parameter -> parameter.path("in").asText().equals("header"))
                .filter(parameter -> !parameters.contains(parameter.path("name").asText()))
                .forEach(PageDocument::doNotRequire);
        for (Operation operation : spec.operations()) {
            CustomerParameter.of(operation)
                    .filter(parameter -> parameter.example() == null)
                    .map(parameter -> document.at(parameter.pointer()))
                    .ifPresent(parameter -> ((ObjectNode) parameter).put("example", customerId));
            operation.parameters().stream()
                    .filter(parameter -> !parameter.required())
                    .forEach(parameter ->
                            describeExample((ObjectNode) document.at(parameter.pointer()), parameter.example()));
        }
    }

    /** The page would wait for the value of a header such as Accept, although OpenAPI ignores a parameter of this name. */
    private static void doNotRequire(JsonNode ignored) {
        ((ObjectNode) ignored).put("required", false);
    }

    /** Shared parameters are given more than once. */
    private static void describeExample(ObjectNode parameter, @Nullable String example) {
        boolean removed = parameter.remove("example") != null
                | parameter.remove("examples") != null
                | (parameter.get("schema") instanceof ObjectNode schema && schema.remove("example") != null);
        if (removed && example != null) {
            String description = parameter.path("description").asText();
            parameter.put("description", (description + " Example: `" + example + "`").strip());
        }
    }

    String title() {
        return document.path("info").path("title").asText();
    }

    String version() {
        return document.path("info").path("version").asText();
    }

    /** Returns the names under which the page fills in the token. */
    List<String> schemes() {
        return schemes;
    }

    byte[] json() {
        try {
            return new ObjectMapper().writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
