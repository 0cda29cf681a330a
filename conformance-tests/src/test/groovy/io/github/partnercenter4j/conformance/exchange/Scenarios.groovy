package io.github.partnercenter4j.conformance.exchange

import com.fasterxml.jackson.databind.json.JsonMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.XmlSource
import io.github.partnercenter4j.conformance.judge.XmlTree
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.conformance.model.Requests
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.ScriptedResponse
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

/** Occasions on which a server says what the suite made up. */
@CompileStatic
class Scenarios {
    /** A text that shows in a path whether it was encoded, and how often. */
    static final String ODD = 'a/b%2Fc?d=e#f;g h{i}é日'

    final SpecModel spec
    final Trees trees
    final Requests requests

    Scenarios(SpecModel spec) {
        this.spec = spec
        trees = new Trees(spec)
        requests = new Requests(spec)
    }

    Scenario full(Operation operation, int status, String mediaType = null) {
        String type = mediaType ?: operation.response(status).contents().keySet().first()
        saying(operation, status, type, tree(operation, status), "$status with everything")
    }

    Map<String, Object> tree(Operation operation, int status) {
        trees.full(schema(operation, status))
    }

    Schema schema(Operation operation, int status) {
        operation.response(status).contents().values().first().schema()
    }

    Route route(Operation operation, int status, String place) {
        Route.to(spec, schema(operation, status), place)
    }

    /** An answer with a tree and, of its headers, those that the server would not send by itself. */
    Scenario saying(Operation operation, int status, String mediaType, Map<String, Object> tree, String name) {
        ScriptedResponse answer = Responses.response(status, tree)
        operation.response(status).headers().findAll { !it.required() }.each { Header header -> answer = answer.header(header.name(), sample(header)) }
        Scenario.of(operation, mediaType, name).answered(answer, tree)
    }

    /** The same, saying what an aspect of a place is about. */
    Scenario with(Scenario full, Operation operation, Requirement requirement, Map<String, Object> tree) {
        saying(operation, requirement.status, full.mediaType, tree, "${requirement.status} with ${requirement.subject} ${requirement.aspect}")
    }

    Property property(Operation operation, Requirement requirement) {
        spec.places(schema(operation, requirement.status)).find { it.path() == requirement.subject }.property()
    }

    /** A type that a place does not have, and that both formats can write. */
    static String wrongOf(Route route) {
        'wrong-type/' + (route.last.schema instanceof Scalar ? 'object' : 'string')
    }

    String sample(Header header) {
        header.example() ?: madeUp(requests.scalar(header.schema()))
    }

    private static String madeUp(Scalar form) {
        switch (form.type()) {
            case Scalar.Type.BOOLEAN: return 'true'
            case Scalar.Type.STRING: return new Limits(form).fitted('7')
            default: return new Limits(form).within(7.0G).toString()
        }
    }

    /** What an example says, by the JSON one of the same name where the example is XML and there is one. */
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
