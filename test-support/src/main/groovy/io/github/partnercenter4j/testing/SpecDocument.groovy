package io.github.partnercenter4j.testing

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import io.swagger.v3.core.util.Yaml
import io.swagger.v3.oas.models.OpenAPI
import io.swagger.v3.oas.models.Operation
import io.swagger.v3.oas.models.examples.Example
import io.swagger.v3.oas.models.parameters.Parameter
import io.swagger.v3.oas.models.responses.ApiResponse
import io.swagger.v3.parser.OpenAPIV3Parser
import io.swagger.v3.parser.core.models.ParseOptions

/** Reads the spec for tests. Every list of statuses, media types or examples in a test comes from here. */
class SpecDocument {
    static final SpecDocument CURRENT = new SpecDocument(SpecDocument.getResource('/partner-center-orders.yaml').getText('UTF-8'))

    final String yaml
    final JsonNode tree
    final OpenAPI api
    final List<String> messages

    SpecDocument(String yaml) {
        this.yaml = yaml
        tree = Yaml.mapper().readTree(yaml)
        def options = new ParseOptions()
        options.resolve = true
        def result = new OpenAPIV3Parser().readContents(yaml, null, options)
        api = result.openAPI
        messages = result.messages
    }

    Operation operation(String id) {
        api.paths.values().collectMany { it.readOperations() }.find { it.operationId == id }
    }

    List<Parameter> parameters(Operation operation) {
        operation.parameters.collect { it.$ref ? api.components.parameters[name(it.$ref)] : it }
    }

    /** Returns each example of each media type and status of the operation. */
    List<DocumentedResponse> responses(String operationId) {
        operation(operationId).responses.collectMany { status, declared ->
            response(declared).content.collectMany { mediaType, content ->
                content.examples.collect { name, example ->
                    new DocumentedResponse(status as int, mediaType, name, schemaName(content.schema), body(mediaType, resolved(example)))
                }
            }
        }
    }

    ApiResponse response(ApiResponse declared) {
        declared.$ref ? api.components.responses[name(declared.$ref)] : declared
    }

    private Example resolved(Example declared) {
        declared.$ref ? api.components.examples[name(declared.$ref)] : declared
    }

    private static String schemaName(schema) {
        name(schema.$ref)
    }

    private static String body(String mediaType, Example example) {
        mediaType.endsWith('xml') ? example.value as String : new ObjectMapper().writeValueAsString(example.value)
    }

    private static String name(String ref) {
        ref.substring(ref.lastIndexOf('/') + 1)
    }
}
