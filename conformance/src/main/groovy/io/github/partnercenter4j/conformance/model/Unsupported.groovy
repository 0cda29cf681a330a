package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Content
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Refuses what the sandbox can serve, but the suite has no requirement for. Otherwise it would be ignored silently. */
@CompileStatic
class Unsupported {
    private final SpecModel spec
    private final XmlRules xml
    private final Set<Schema> seen = [] as Set<Schema>

    private Unsupported(SpecModel spec) {
        this.spec = spec
        xml = new XmlRules(spec)
    }

    /** Throws an exception that names the place, if there is such a thing. */
    static void refuse(SpecModel spec) {
        Unsupported unsupported = new Unsupported(spec)
        spec.operations().each { unsupported.check(it) }
    }

    private void check(Operation operation) {
        require(operation.method() != 'HEAD', operation.pointer(), 'HEAD')
        require(operation.body() == null || RequestBodies.mediaType(operation) != null, operation.body()?.pointer(), 'a request body without JSON')
        operation.body()?.contents()?.findAll { it.key.endsWith('json') }?.values()?.each { Content it ->
            require(spec.resolve(it.schema()) instanceof ObjectSchema, it.schema().pointer(), 'a request body that is no object')
        }
        require(DefaultResponses.isNumbered(operation), operation.defaultResponse()?.pointer(), 'a response for every other status')
        require(operation.responses().any { it.status() < 300 }, operation.pointer() + '/responses', 'an operation without a success')
        operation.parameters().each {
            require(it.in() != 'cookie', it.pointer(), 'a cookie')
        }
        operation.responses().each { check(it) }
    }

    private void check(Response response) {
        response.contents().each { String mediaType, Content content ->
            require(mediaType ==~ /.+[\/+](json|xml)/, content.pointer(), "a body in $mediaType")
            Schema form = spec.resolve(content.schema())
            require(form instanceof ObjectSchema, content.schema().pointer(), 'a body that is no object')
            require(((ObjectSchema) form).additional() == null, content.schema().pointer(), 'a body that is a map')
            check(content.schema())
            if (mediaType.endsWith('xml')) {
                xml.check(content.schema())
                if (response.status() >= 400) {
                    xml.checkError(content.schema())
                }
            }
        }
        Set<List<String>> places = response.contents().values().collect { Content it -> Places.of(spec, it.schema())*.path() } as Set<List<String>>
        require(places.size() <= 1, response.pointer() + '/content', 'a response with several schemas')
    }

    private void check(Schema schema) {
        Schema form = spec.resolve(schema)
        if (!seen.add(form)) {
            return
        }
        if (form instanceof ArraySchema) {
            check(form.items())
        } else if (form instanceof ObjectSchema) {
            boolean named = !form.properties().isEmpty()
            require(named || form.additional() != null, form.pointer(), 'an object without properties in a response')
            require(!named || form.additional() == null, form.additional()?.pointer(), 'a map beside named properties')
            if (form.additional() != null) {
                check(form.additional())
            }
            form.properties().each { Property it ->
                require(!(it.name() =~ /[.*\/\[\]]/), it.pointer(), 'a name with one of . * / [ ]')
                check(it.schema())
            }
        }
    }

    static void require(boolean supported, String pointer, String what) {
        if (!supported) {
            throw new IllegalArgumentException("#$pointer: $what is not supported by the suite")
        }
    }
}
