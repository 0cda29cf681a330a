package io.github.partnercenter4j.conformance.model

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Content
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Makes the bodies of requests. */
@CompileStatic
class RequestBodies {
    /** Stands for no body, where a body is text. */
    static final String NONE = ''

    private final SpecModel spec
    private final JsonNode document
    private final Trees trees

    RequestBodies(SpecModel spec) {
        this.spec = spec
        document = new YAMLMapper().readTree(spec.source())
        trees = new Trees(spec)
    }

    /** Returns the media type of the bodies that the suite sends; null if the operation has none. */
    static String mediaType(Operation operation) {
        operation.body()?.contents()?.keySet()?.find { it.endsWith('json') }
    }

    /** Returns the body of a request, with a value at every place that a request may have; null if the operation has none. */
    Map<String, Object> tree(Operation operation) {
        String mediaType = mediaType(operation)
        if (mediaType == null) {
            return null
        }
        Content content = operation.body().contents()[mediaType]
        writable(content.schema(), trees.full(content.schema())) as Map<String, Object>
    }

    /** Returns the body as JSON; empty if the operation has none. */
    String text(Operation operation) {
        Map<String, Object> tree = tree(operation)
        tree == null ? NONE : new JsonMapper().writeValueAsString(tree)
    }

    /** Returns the body as the client sends it: a list or map that is left out is sent empty. Null if the operation has none. */
    Map<String, Object> sent(Operation operation) {
        Map<String, Object> tree = tree(operation)
        tree == null ? null : completed(operation.body().contents()[mediaType(operation)].schema(), tree) as Map<String, Object>
    }

    private Object completed(Schema schema, Object tree) {
        Schema form = spec.resolve(schema)
        if (form instanceof ArraySchema) {
            return (tree as List).collect { completed(form.items(), it) }
        }
        if (!(form instanceof ObjectSchema)) {
            return tree
        }
        ObjectSchema object = (ObjectSchema) form
        if (object.additional() != null) {
            return (tree as Map).collectEntries { key, value -> [key, completed(object.additional(), value)] }
        }
        Map<String, Object> completed = [:]
        object.properties().each { Property property ->
            Object value = (tree as Map).getOrDefault(property.name(), empty(spec.resolve(property.schema())))
            if (value != null) {
                completed[property.name()] = this.completed(property.schema(), value)
            }
        }
        completed
    }

    private static Object empty(Schema form) {
        form instanceof ArraySchema ? [] : form instanceof ObjectSchema && ((ObjectSchema) form).additional() != null ? [:] : null
    }

    /** Leaves out what the service sets. */
    private Object writable(Schema schema, Object tree) {
        Schema form = spec.resolve(schema)
        if (form instanceof ObjectSchema && form.additional() != null) {
            return (tree as Map).collectEntries { key, value -> [key, writable(form.additional(), value)] }
        }
        if (form instanceof ObjectSchema) {
            return form.properties().findAll { Property it -> (tree as Map).containsKey(it.name()) && !document.at(it.pointer() + '/readOnly').asBoolean() }
                    .collectEntries { Property it -> [it.name(), writable(it.schema(), (tree as Map)[it.name()])] }
        }
        form instanceof ArraySchema ? (tree as List).collect { writable(form.items(), it) } : tree
    }
}
