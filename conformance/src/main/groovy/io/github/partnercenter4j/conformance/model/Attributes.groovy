package io.github.partnercenter4j.conformance.model

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Place
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Describes a part of the spec in the words of the column <i>of</i> in docs/conformance.md. */
@CompileStatic
class Attributes {
    private final SpecModel spec
    private final JsonNode document

    Attributes(SpecModel spec) {
        this.spec = spec
        document = new YAMLMapper().readTree(spec.source())
    }

    Set<String> of(Place place) {
        Set<String> attributes = ['any'] as Set<String>
        attributes << (place.property().required() ? 'required' : 'optional')
        attributes << (place.property().nullable() ? 'nullable' : 'not nullable')
        attributes + form(place.property().schema()) + inXml(place.property())
    }

    private Set<String> inXml(Property property) {
        Schema form = spec.resolve(property.schema())
        boolean unwrapped = form instanceof ArraySchema && !form.wrapped()
        (property.xml().attribute() ? ['attribute'] : unwrapped ? ['list without a wrapper', property.required() ? 'required list without a wrapper' : 'optional list without a wrapper']
                : []) as Set<String>
    }

    Set<String> of(Operation operation, Parameter parameter) {
        Set<String> attributes = ['any', parameter.in()] as Set<String>
        attributes << (parameter.required() ? 'required' : 'optional')
        if (spec.resolve(parameter.schema()) instanceof ArraySchema && parameter.in() == 'query') {
            return attributes
        }
        boolean format = hasFormat(parameter.schema(), parameter.pointer())
        boolean refusable = parameter.in() != 'path' || operation.responseOrDefault(400).present
        attributes << (!format ? parameter.in() + ' without a format' : parameter.in() + (refusable ? ' with a format' : ' with a format, of an operation without 400'))
        attributes
    }

    Set<String> ofBody(Operation operation) {
        Set<String> attributes = ['any', operation.body().required() ? 'required' : 'optional'] as Set<String>
        if (operation.responseOrDefault(400).present) {
            attributes << 'of an operation with 400'
            attributes << (operation.body().required() ? 'required, of an operation with 400' : 'optional, of an operation with 400')
        }
        attributes
    }

    Set<String> of(Header header) {
        Set<String> attributes = ['any', header.required() ? 'required' : 'optional'] as Set<String>
        if (hasFormat(header.schema(), header.pointer())) {
            attributes << 'with a format'
        } else if (StandardFields.haveForm(header.name())) {
            attributes << 'with a form of RFC 9110'
        }
        attributes
    }

    private Set<String> form(Schema schema) {
        Schema resolved = spec.resolve(schema)
        if (resolved instanceof ObjectSchema) {
            return (resolved.additional() != null ? ['map'] + inner(resolved.additional()) : ['object']) + closed(resolved) as Set<String>
        }
        if (resolved instanceof ArraySchema) {
            return ['list'] + inner(resolved.items()) + closed(resolved) as Set<String>
        }
        Scalar scalar = resolved as Scalar
        List<String> attributes = [scalar.type().name().toLowerCase(Locale.ROOT)]
        if (scalar.format() != null) {
            attributes << scalar.format()
        }
        Map<String, Object> bounds = [minLength: scalar.bounds().minLength() ?: null, maxLength: scalar.bounds().maxLength(),
                                      pattern: scalar.bounds().pattern(), multipleOf: scalar.bounds().multipleOf(),
                                      minimum: scalar.bounds().minimum(), maximum: scalar.bounds().maximum()] as Map<String, Object>
        bounds.each { String keyword, Object bound ->
            if (bound != null) {
                attributes << keyword
            }
            // The bounds of the format may be no multiples.
            boolean bounded = bound != null || keyword in ['minimum', 'maximum'] && scalar.bounds().multipleOf() != null
            attributes << "${scalar.format()} ${bounded ? 'with' : 'without'} a $keyword".toString()
        }
        if (!scalar.values().isEmpty()) {
            attributes << 'enum'
        }
        attributes as Set<String>
    }

    private String inner(Schema schema) {
        [schema, spec.resolve(schema)].any { document.at(it.pointer() + '/nullable').asBoolean() } ? 'nullable items' : 'items that are not nullable'
    }

    /** Says whether an object, or those in a list or a map, forbids other properties. */
    private Set<String> closed(Schema schema) {
        Schema form = spec.resolve(schema)
        if (form instanceof ArraySchema) {
            return closed(form.items())
        }
        ObjectSchema object = form instanceof ObjectSchema ? (ObjectSchema) form : null
        object?.additional() != null ? closed(object.additional()) : (object?.closed() ? ['closed'] : []) as Set<String>
    }

    /** True if some text is not a valid value. */
    private boolean hasFormat(Schema schema, String pointer) {
        Schema resolved = spec.resolve(schema)
        if (!(resolved instanceof Scalar)) {
            throw new IllegalArgumentException("#$pointer: only a single value is supported by the suite, and in a query a list of single values")
        }
        Scalar scalar = (Scalar) resolved
        scalar.type() != Scalar.Type.STRING || scalar.format() != null || !scalar.values().isEmpty()
    }
}
