package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.StandardFields
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Place
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Describes a part of the spec in the words of the column <i>of</i> in docs/conformance.md. */
@CompileStatic
class Attributes {
    private final SpecModel spec

    Attributes(SpecModel spec) {
        this.spec = spec
    }

    Set<String> of(Place place) {
        Set<String> attributes = ['any'] as Set<String>
        attributes << (place.property().required() ? 'required' : 'optional')
        attributes << (place.property().nullable() ? 'nullable' : 'not nullable')
        attributes + form(place.property().schema())
    }

    Set<String> of(Parameter parameter) {
        Set<String> attributes = ['any', parameter.in()] as Set<String>
        attributes << (parameter.required() ? 'required' : 'optional')
        attributes << (hasFormat(parameter.schema()) ? parameter.in() + ' with a format' : parameter.in() + ' without a format')
        attributes
    }

    Set<String> of(Header header) {
        Set<String> attributes = ['any', header.required() ? 'required' : 'optional'] as Set<String>
        if (hasFormat(header.schema())) {
            attributes << 'with a format'
        } else if (StandardFields.haveForm(header.name())) {
            attributes << 'with a form of RFC 9110'
        }
        attributes
    }

    private Set<String> form(Schema schema) {
        Schema resolved = spec.resolve(schema)
        if (resolved instanceof ObjectSchema) {
            return (resolved.closed() ? ['object', 'closed'] : ['object']) as Set<String>
        }
        if (resolved instanceof ArraySchema) {
            return ['list'] as Set<String>
        }
        Scalar scalar = resolved as Scalar
        List<String> attributes = [scalar.type().name().toLowerCase(Locale.ROOT)]
        if (scalar.format() != null) {
            attributes << scalar.format()
        }
        Map<String, Object> bounds = [minLength: scalar.bounds().minLength() ?: null, maxLength: scalar.bounds().maxLength(),
                                      minimum: scalar.bounds().minimum(), maximum: scalar.bounds().maximum()] as Map<String, Object>
        bounds.each { String keyword, Object bound ->
            if (bound != null) {
                attributes << keyword
            }
            attributes << "${scalar.format()} ${bound == null ? 'without' : 'with'} a $keyword".toString()
        }
        if (!scalar.values().isEmpty()) {
            attributes << 'enum'
        }
        attributes as Set<String>
    }

    /** True if some text is not a valid value. */
    private boolean hasFormat(Schema schema) {
        Scalar scalar = spec.resolve(schema) as Scalar
        scalar.type() != Scalar.Type.STRING || scalar.format() != null || !scalar.values().isEmpty()
    }
}
