package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.XmlForm
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Refuses what the sandbox can serve, but the suite has no requirement for. Otherwise it would be ignored silently. */
@CompileStatic
class Unsupported {
    private final SpecModel spec
    private final Set<Schema> seen = [] as Set<Schema>

    private Unsupported(SpecModel spec) {
        this.spec = spec
    }

    /** Throws an exception that names the place, if there is such a thing. */
    static void refuse(SpecModel spec) {
        Unsupported unsupported = new Unsupported(spec)
        spec.operations().each { unsupported.check(it) }
    }

    private void check(Operation operation) {
        require(operation.method() != 'HEAD', operation.pointer(), 'HEAD')
        require(operation.body() == null || RequestBodies.mediaType(operation) != null, operation.body()?.pointer(), 'a request body without JSON')
        require(DefaultResponses.isNumbered(operation), operation.defaultResponse()?.pointer(), 'a response for every other status')
        require(operation.responses().any { it.status() < 300 }, operation.pointer() + '/responses', 'an operation without a success')
        operation.parameters().each {
            require(it.in() != 'cookie', it.pointer(), 'a cookie')
            check(it.schema())
        }
        operation.body()?.contents()?.values()?.each { check(it.schema()) }
        operation.responses().each { response ->
            require(!response.contents().isEmpty(), response.pointer(), 'a response without a body')
            response.contents().each { String mediaType, Operation.Content content ->
                require(mediaType ==~ /.+[\/+](json|xml)/, content.pointer(), "a body in $mediaType")
                require(spec.resolve(content.schema()) instanceof ObjectSchema, content.schema().pointer(), 'a body that is no object')
            }
            Set<List<String>> places = response.contents().values().collect { Operation.Content it -> spec.places(it.schema())*.path() } as Set<List<String>>
            require(places.size() == 1, response.pointer() + '/content', 'a response with several schemas')
            response.headers().each { check(it.schema()) }
            response.contents().values().each { check(it.schema()) }
        }
    }

    private void check(Schema schema) {
        Schema form = spec.resolve(schema)
        if (!seen.add(form)) {
            return
        }
        if (form instanceof ObjectSchema) {
            ObjectSchema object = (ObjectSchema) form
            require(object.additional() == null, object.additional()?.pointer(), 'a schema of other properties')
            check(object.xml(), object.pointer())
            object.properties().each { Property property ->
                check(property.xml(), property.pointer())
                check(property.schema())
            }
        } else if (form instanceof ArraySchema) {
            ArraySchema list = (ArraySchema) form
            check(list.itemXml(), list.items().pointer())
            check(list.items())
        }
    }

    private static void check(XmlForm xml, String pointer) {
        require(!xml.attribute(), "$pointer/xml/attribute", 'an attribute')
        require(xml.namespace() == null, "$pointer/xml/namespace", 'a namespace')
    }

    private static void require(boolean supported, String pointer, String what) {
        if (!supported) {
            throw new IllegalArgumentException("#$pointer: $what is not supported by the suite")
        }
    }
}
