package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Says what a tolerant reader can see of content that is written in XML. */
@CompileStatic
class XmlContent {
    private final SpecModel spec

    XmlContent(SpecModel spec) {
        this.spec = spec
    }

    /** True if a root element with nothing in it may be meant: a list in it may have no wrapper. */
    static boolean mayBeEmpty(SpecModel spec, Schema root) {
        new XmlContent(spec).isUnwrappedIn(spec.resolve(root) as ObjectSchema)
    }

    private boolean isUnwrappedIn(ObjectSchema object) {
        object.properties().any { isUnwrapped(it) }
    }

    private boolean isUnwrapped(Property property) {
        Schema form = spec.resolve(property.schema())
        form instanceof ArraySchema && !form.wrapped()
    }

    /** Leaves out the objects whose element has nothing in it: they are absent, unless they are items of a list. */
    Object seen(Schema schema, Object tree) {
        Schema form = spec.resolve(schema)
        if (form instanceof ArraySchema) {
            return (tree as List).collect { seen(form.items(), it) }
        }
        if (!(form instanceof ObjectSchema)) {
            return tree
        }
        Map<String, Object> object = [:]
        ((ObjectSchema) form).properties().each { Property property ->
            Object value = (tree as Map)[property.name()]
            if (value != null && !hasNothing(property.schema(), value)) {
                object[property.name()] = seen(property.schema(), value)
            }
        }
        object
    }

    private boolean hasNothing(Schema schema, Object tree) {
        Schema form = spec.resolve(schema)
        form instanceof ObjectSchema && ((ObjectSchema) form).properties().every { Property property ->
            Object value = (tree as Map)[property.name()]
            value == null || isUnwrapped(property) && (value as List).empty
        }
    }
}
