package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Returns the names of the elements in an object: those of its properties, or of the items if a list has no wrapper. */
@CompileStatic
class XmlNames {
    static Set<String> of(SpecModel spec, ObjectSchema schema) {
        schema.properties().collect { Property it -> of(spec, it) } as Set<String>
    }

    static String of(SpecModel spec, Property property) {
        Schema form = spec.resolve(property.schema())
        form instanceof ArraySchema && !form.wrapped() ? form.itemXmlName() : property.xmlName()
    }
}
