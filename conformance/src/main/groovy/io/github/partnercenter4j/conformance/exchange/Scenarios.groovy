package io.github.partnercenter4j.conformance.exchange

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.XmlSource
import io.github.partnercenter4j.conformance.judge.XmlTree
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.conformance.model.MediaTypes
import io.github.partnercenter4j.conformance.model.Places
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.conformance.model.Trees
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Content
import io.github.partnercenter4j.sandbox.spec.Operation.Example
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.charset.StandardCharsets

/** Creates scenarios in which the server responds with content that the suite made up. */
@CompileStatic
class Scenarios {
    /** Shows in a path whether it was encoded, and how often. */
    static final String ODD = 'a/b%2Fc?d=e#f;g h{i}é日'

    private static final Set<String> SENT_BY_SANDBOX = ['MS-RequestId', 'MS-CorrelationId', 'MS-CV', 'Date'] as Set<String>

    final SpecModel spec
    final Requests requests
    private final Trees trees
    private final Map<List<Object>, Scenario> full = [:]

    Scenarios(SpecModel spec) {
        this.spec = spec
        trees = new Trees(spec)
        requests = new Requests(spec)
    }

    /** A response with a value at every place of its body. Without a media type it is the first that the spec names. */
    Scenario full(Operation operation, int status, String mediaType = null) {
        String type = mediaType ?: MediaTypes.first(operation, operation.response(status))
        full.computeIfAbsent([operation.id(), status, type] as List<Object>) {
            replying(operation, status, type, tree(operation, status), "$status with everything")
        }
    }

    /** A response with other content than the full one, to test an aspect of a place. */
    Scenario with(Scenario full, Requirement requirement, Map<String, Object> tree) {
        replying(full.operation, requirement.status, full.mediaType, tree, "$requirement.status with $requirement.subject $requirement.aspect")
    }

    /** A response with this content, and with those of its headers that the sandbox would not send by itself, or with values of its own. */
    Scenario replying(Operation operation, int status, String mediaType, Map<String, Object> tree, String label) {
        Map<String, String> headers = operation.response(status).headers().findAll { !it.required() || it.example() == null && !(it.name() in SENT_BY_SANDBOX) }
                .collectEntries { Header it -> [it.name(), sample(it)] } as Map<String, String>
        Scenario.of(operation, mediaType, label).replying(new Reply(status, tree, headers))
    }

    /** Returns null for a response without a body. */
    Map<String, Object> tree(Operation operation, int status) {
        operation.response(status).contents().isEmpty() ? null : trees.full(schema(operation, status))
    }

    Schema schema(Operation operation, int status) {
        operation.response(status).contents().values().first().schema()
    }

    Route route(Operation operation, int status, String place) {
        Route.to(spec, schema(operation, status), place)
    }

    Property property(Operation operation, Requirement requirement) {
        Places.of(spec, schema(operation, requirement.status)).find { it.path() == requirement.subject }.property()
    }

    /** Returns a valid value of a response header. */
    String sample(Header header) {
        if (header.example()) {
            return header.example()
        }
        Scalar form = requests.scalar(header.schema())
        switch (form.type()) {
            case Scalar.Type.BOOLEAN: return 'true'
            case Scalar.Type.STRING: return new Limits(form).fitted('7')
            default: return new Limits(form).within(7.0G).toString()
        }
    }

    /** Returns the content of an example. An XML example is taken from the JSON example of the same name, if there is one. */
    Map<String, Object> example(Response response, String mediaType, String name) {
        Content content = response.contents()[mediaType]
        Object value = content.examples()[name].value()
        if (value instanceof Map) {
            return value as Map<String, Object>
        }
        Example json = response.contents().values().collect { Content it -> it.examples()[name] }.find { Example it -> it?.value() instanceof Map }
        if (json != null) {
            return json.value() as Map<String, Object>
        }
        XmlSource source = new XmlSource(value.toString().getBytes(StandardCharsets.UTF_8), null)
        new JsonMapper().convertValue(new XmlTree(spec).read(content.schema(), source.document().documentElement).tree, Map) as Map<String, Object>
    }
}
