package io.github.partnercenter4j.conformance.model

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.charset.StandardCharsets

/** What a request of an operation looks like by the spec. */
@CompileStatic
class Requests {
    private static final String UNRESERVED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~'

    private final SpecModel spec
    private final JsonNode document

    Requests(SpecModel spec) {
        this.spec = spec
        document = new YAMLMapper().readTree(spec.source())
    }

    /** A good value of a parameter: the spec's example, or one of its form. */
    String value(Parameter parameter) {
        JsonNode example = document.at(parameter.pointer() + '/example')
        if (!example.missingNode) {
            return example.asText()
        }
        Scalar scalar = scalar(parameter.schema())
        String.valueOf(scalar.type() in [Scalar.Type.INTEGER, Scalar.Type.NUMBER] ? new Limits(scalar).within(3.0G) : scalar.type() == Scalar.Type.BOOLEAN ? true
                : scalar.format() == 'uuid' ? '22222222-2222-2222-2222-222222222222' : scalar.format() == 'date' ? '2026-11-21' : scalar.format() == 'date-time' ? '2026-11-21T12:00:00Z' : new Limits(scalar).fitted('some+' + parameter.name()))
    }

    /** The headers with a default, which the client sends whatever the operation: it is one client for all of them. */
    Map<String, String> getDefaults() {
        Map<String, String> defaults = [:]
        spec.operations()*.parameters().flatten().each { Object it ->
            Parameter parameter = it as Parameter
            JsonNode value = document.at(parameter.pointer() + '/schema/default')
            if (parameter.in() == 'header' && !value.missingNode) {
                defaults[parameter.name()] = value.asText()
            }
        }
        defaults
    }

    String getBasePath() {
        spec.basePath()
    }

    /** Path and query as they belong on the wire. */
    String target(Operation operation, Map<String, String> arguments) {
        String path = spec.basePath() + operation.path()
        List<String> query = []
        operation.parameters().each { Parameter parameter ->
            String value = arguments.getOrDefault(parameter.name(), parameter.required() ? value(parameter) : null)
            if (parameter.in() == 'path') {
                path = path.replace('{' + parameter.name() + '}', encoded(value))
            } else if (parameter.in() == 'query' && value != null) {
                query << encoded(parameter.name()) + '=' + encoded(value)
            }
        }
        query.empty ? path : path + '?' + query.join('&')
    }

    Scalar scalar(Schema schema) {
        spec.resolve(schema) as Scalar
    }

    /** RFC 3986: everything but the unreserved characters. */
    static String encoded(String text) {
        text.getBytes(StandardCharsets.UTF_8).collect { byte b ->
            char c = (char) (b & 0xFF)
            b > 0 && UNRESERVED.indexOf((int) c) >= 0 ? String.valueOf(c) : String.format('%%%02X', b)
        }.join('')
    }
}
