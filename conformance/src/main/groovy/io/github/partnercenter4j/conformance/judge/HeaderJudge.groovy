package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.node.TextNode
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.StandardFields
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Judges the headers of a response: required ones are present, each is present once and well-formed, and ids are those of the request. */
@CompileStatic
class HeaderJudge {
    private final SpecModel spec
    private final Schemas schemas

    HeaderJudge(SpecModel spec, Schemas schemas) {
        this.spec = spec
        this.schemas = schemas
    }

    List<Objection> objections(Operation operation, Response response, Exchange exchange) {
        response.headers().collectMany { Header header -> judge(operation, header, exchange) } as List<Objection>
    }

    private List<Objection> judge(Operation operation, Header header, Exchange exchange) {
        String place = 'header ' + header.name()
        List<String> values = exchange.response.values(header.name())
        if (values.empty) {
            return header.required() ? [new Objection(place, 'required', 'is missing')] : [] as List<Objection>
        }
        if (values.size() > 1) {
            return [new Objection(place, 'repeated', "is present ${values.size()} times")]
        }
        List<Objection> objections = form(place, header, values[0])
        objections.empty ? echo(place, operation, header, exchange, values[0]) : objections
    }

    private List<Objection> form(String place, Header header, String value) {
        Schema schema = spec.resolve(header.schema())
        if (!(schema instanceof Scalar)) {
            throw new IllegalArgumentException("#${header.pointer()}: only a single value is supported in a header")
        }
        List<Objection> objections = schemas.objections(schema, ScalarText.read((Scalar) schema, value))
                .collect { Objection it -> new Objection(place, it.rule, it.message) }
        objections.empty && !StandardFields.isWellFormed(header.name(), value) ? [new Objection(place, 'format', 'is not well-formed by RFC 9110')] : objections
    }

    /** A GUID in a request header of the same name must be returned as it was sent. A value that is not a GUID is replaced. */
    private List<Objection> echo(String place, Operation operation, Header header, Exchange exchange, String value) {
        Parameter twin = operation.parameters().find { it.in() == 'header' && it.name().equalsIgnoreCase(header.name()) }
        String sent = exchange.request.header(header.name())
        boolean echoed = twin != null && twin.schema() instanceof Scalar && ((Scalar) twin.schema()).format() == 'uuid'
        boolean isGuid = echoed && sent != null && schemas.objections(twin.schema(), new TextNode(sent)).empty
        isGuid && !sent.equalsIgnoreCase(value) ? [new Objection(place, 'echo', 'is not the value of the request')] : [] as List<Objection>
    }
}
