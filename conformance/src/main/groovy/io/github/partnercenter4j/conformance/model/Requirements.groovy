package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Content
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.Place
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Derives the requirements of a spec from the tables of docs/conformance.md. */
@CompileStatic
class Requirements {
    /** The headers that an exception of the client has accessors for. */
    static final Set<String> NAMED_HEADERS = ['MS-RequestId', 'MS-CorrelationId', 'Retry-After'] as Set<String>
    /** The properties of a fault that an exception of the client has accessors for. */
    static final Set<String> FAULT_PROPERTIES = ['code', 'description', 'data', 'source'] as Set<String>

    private final SpecModel spec
    private final Applicability applicability
    private final Attributes attributes
    private final List<Requirement> all = []

    private Requirements(SpecModel spec, Applicability applicability) {
        this.spec = spec
        this.applicability = applicability
        attributes = new Attributes(spec)
    }

    static List<Requirement> of(SpecModel spec, Applicability applicability = new Applicability()) {
        Unsupported.refuse(spec)
        Requirements requirements = new Requirements(spec, applicability)
        spec.operations().each { requirements.operation(it) }
        requirements.all.asImmutable()
    }

    private void operation(Operation operation) {
        rest('operation', ['any'] as Set<String>, operation, 0, null, null, operation.pointer())
        if (operation.secured()) {
            String secured = operation.responseOrDefault(401).present ? 'secured' : 'secured, without a response 401'
            rest('security', [secured] as Set<String>, operation, 0, null, null, operation.pointer())
        }
        operation.parameters().each { Parameter it -> rest('parameter', attributes.of(operation, it), operation, 0, null, it.name(), it.pointer()) }
        if (operation.body() != null) {
            body(operation)
        }
        operation.responses().each { response(operation, it) }
    }

    private void body(Operation operation) {
        rest('body', attributes.ofBody(operation), operation, 0, null, null, operation.body().pointer())
    }

    private void response(Operation operation, Response response) {
        int status = response.status()
        rest('status', (response.contents().isEmpty() ? ['any', 'without a body'] : ['any']) as Set<String>, operation, status, null, null, response.pointer())
        response.headers().each { Header header ->
            Set<String> attributes = this.attributes.of(header)
            if (status >= 400 && header.name() in NAMED_HEADERS) {
                attributes << 'of an error, named by its exception'
            }
            rest('header', attributes, operation, status, null, header.name(), header.pointer())
        }
        response.contents().each { String mediaType, Content it -> content(operation, status, mediaType, it) }
    }

    private void content(Operation operation, int status, String mediaType, Content content) {
        rest('content', ['any'] as Set<String>, operation, status, mediaType, null, content.pointer())
        Places.of(spec, content.schema()).each { Place place ->
            for (Side side : Side.values()) {
                if (side == Side.SERVER || status < 400 || place.path().replaceAll(/[.\[].*/, '') in FAULT_PROPERTIES) {
                    applicability.ofPlace(attributes.of(place), side, mediaType.endsWith('json')).each {
                        all << new Requirement(side, 'place', operation.id(), status, mediaType, place.path(), it, place.property().pointer())
                    }
                }
            }
        }
        content.examples().each { String name, Operation.Example example ->
            rest('example', ['any'] as Set<String>, operation, status, mediaType, name, example.pointer())
        }
    }

    private void rest(String kind, Set<String> attributes, Operation operation, int status, String mediaType, String subject, String pointer) {
        for (Side side : Side.values()) {
            applicability.of(kind, attributes, side).each {
                all << new Requirement(side, kind, operation.id(), status, mediaType, subject, it, pointer)
            }
        }
    }
}
