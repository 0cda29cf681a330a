package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import groovy.transform.Immutable
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** The path from the root of a body to a place, by the names of both formats. A list is entered at its first item. */
@CompileStatic
class Route {
    /** A step into a property, or into an item if it has no name. */
    @Immutable(knownImmutableClasses = [Schema])
    static class Step {
        String name
        String xmlName
        /** The resolved schema of the value. */
        Schema schema

        boolean isItem() {
            name == null
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
            Property property = (at as ObjectSchema).properties().find { it.name() == name }
            at = spec.resolve(property.schema())
            if (at instanceof ArraySchema && !(at as ArraySchema).wrapped()) {
                throw new IllegalArgumentException("#${(at as Schema).pointer()}: a list without a wrapper in XML is not understood by the suite")
            }
            steps << new Step(name, property.xmlName(), at)
            part.count('[]').times {
                ArraySchema list = at as ArraySchema
                at = spec.resolve(list.items())
                steps << new Step(null, list.itemXmlName(), at)
            }
        }
        new Route(steps.asImmutable())
    }

    Step getLast() {
        steps.last()
    }
}
