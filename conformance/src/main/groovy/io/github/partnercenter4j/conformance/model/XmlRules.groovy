package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Refuses bodies in XML that a reader could not tell from others, or that the client does not read. */
@CompileStatic
class XmlRules {
    private final SpecModel spec
    private final Set<Schema> seen = [] as Set<Schema>

    XmlRules(SpecModel spec) {
        this.spec = spec
    }

    void check(Schema schema) {
        Schema form = spec.resolve(schema)
        if (!seen.add(form)) {
            return
        }
        if (form instanceof ArraySchema) {
            Schema items = spec.resolve(form.items())
            Unsupported.require(!(items instanceof ArraySchema) || ((ArraySchema) items).wrapped(), form.items().pointer(), 'a list within a list without a wrapper in XML')
            check(form.items())
        } else if (form instanceof ObjectSchema) {
            Unsupported.require(form.additional() == null, form.additional()?.pointer(), 'a map in XML')
            names((ObjectSchema) form)
            form.properties().each { Property it -> check(it.schema()) }
        }
    }

    /** Readers look for names without regard to case and namespace. */
    private void names(ObjectSchema object) {
        Set<String> names = [] as Set<String>
        object.properties().each { Property property ->
            Schema form = spec.resolve(property.schema())
            String name = form instanceof ArraySchema && !form.wrapped() ? form.itemXmlName() : property.xmlName()
            String kind = property.xml().attribute() ? 'attribute' : 'element'
            Unsupported.require(names.add("$kind ${name.toLowerCase(Locale.ROOT)}".toString()), property.pointer(), "a second $kind $name in one object")
        }
    }

    /** The client reads the properties of an error from elements. */
    void checkError(Schema schema) {
        ObjectSchema object = spec.resolve(schema) as ObjectSchema
        object.properties().findAll { it.name() in Requirements.FAULT_PROPERTIES }.each { Property property ->
            Schema form = spec.resolve(property.schema())
            Unsupported.require(!property.xml().attribute(), property.pointer(), "an attribute for the property ${property.name()} of an error in XML")
            Unsupported.require(!(form instanceof ArraySchema) || ((ArraySchema) form).wrapped(), property.pointer(), "a list without a wrapper for the property ${property.name()} of an error in XML")
        }
    }
}
