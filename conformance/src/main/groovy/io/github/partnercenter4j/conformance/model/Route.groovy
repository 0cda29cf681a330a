package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import groovy.transform.Immutable
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.XmlForm
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** The path from the root of a body to a place, by the names of both formats. A list is entered at its first item, a map at its first key. */
@CompileStatic
class Route {
    /** A step into a property, into a value of a map, or into an item if it has no name. */
    @Immutable(knownImmutableClasses = [Schema, XmlForm])
    static class Step {
        String name
        String xmlName
        XmlForm xml
        /** The resolved schema of the value. */
        Schema schema
        /** The resolved schemas of what a list or a map has: of its items, of the items of these, and so on. */
        List<Schema> levels

        boolean isItem() {
            name == null
        }

        /** True if it is an attribute in XML. */
        boolean isAttribute() {
            xml.attribute()
        }

        /** True if it is a property whose items are directly in the element of the object in XML. */
        boolean isUnwrapped() {
            !item && schema instanceof ArraySchema && !((ArraySchema) schema).wrapped()
        }

        /** Returns the name of the first element that the value has in XML. */
        String getElementName() {
            unwrapped ? ((ArraySchema) schema).itemXmlName() : xmlName
        }

        /** Returns how that element, or the attribute, is written. */
        XmlForm getElementXml() {
            unwrapped ? ((ArraySchema) schema).itemXml() : xml
        }

        /** Returns the schema of the value; that of the innermost items if it is a list or a map. */
        Schema getInnermost() {
            levels.empty ? schema : levels.last()
        }
    }

    final List<Step> steps

    private Route(List<Step> steps) {
        this.steps = steps
    }

    static Route to(SpecModel spec, Schema root, String path) {
        List<Step> steps = []
        Schema at = spec.resolve(root)
        path.tokenize('.').each { String part ->
            String name = part.replace('[]', '')
            ObjectSchema object = at as ObjectSchema
            if (name == Places.ANY_KEY && object.additional() != null) {
                at = spec.resolve(object.additional())
                steps << step(spec, Places.KEYS[0], null, XmlForm.NONE, at)
            } else {
                Property property = object.properties().find { it.name() == name }
                at = spec.resolve(property.schema())
                steps << step(spec, name, property.xmlName(), property.xml(), at)
            }
            part.count('[]').times {
                ArraySchema list = at as ArraySchema
                at = spec.resolve(list.items())
                steps << step(spec, null, list.itemXmlName(), list.itemXml(), at)
            }
        }
        new Route(steps.asImmutable())
    }

    private static Step step(SpecModel spec, String name, String xmlName, XmlForm xml, Schema schema) {
        List<Schema> levels = []
        for (Schema level = inner(spec, schema); level != null && !(level in levels); level = inner(spec, level)) {
            levels << level
        }
        new Step(name, xmlName, xml, schema, levels)
    }

    private static Schema inner(SpecModel spec, Schema schema) {
        Schema inner = schema instanceof ArraySchema ? ((ArraySchema) schema).items() : schema instanceof ObjectSchema ? ((ObjectSchema) schema).additional() : null
        inner == null ? null : spec.resolve(inner)
    }

    Step getLast() {
        steps.last()
    }
}
