package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.time.LocalDate

/** Makes the content of bodies: maps by JSON names, lists, strings, numbers and booleans. */
@CompileStatic
class Trees {
    private final SpecModel spec

    Trees(SpecModel spec) {
        this.spec = spec
    }

    /** Returns a body with a different value at every place, two items in every list, and two values in every map. */
    Map<String, Object> full(Schema schema) {
        int[] counter = [0] as int[]
        value('', schema, [] as Set<Schema>, counter) as Map<String, Object>
    }

    private Object value(String name, Schema schema, Set<Schema> within, int[] counter) {
        Schema form = spec.resolve(schema)
        if (form instanceof ObjectSchema) {
            Map<String, Object> object = [:]
            form.properties().each { Property property ->
                // A recursive object would never end.
                if (!(Places.entered(spec, property.schema()) in within)) {
                    object[property.name()] = value(property.name(), property.schema(), within + ([form] as Set<Schema>), counter)
                }
            }
            if (form.additional() != null && !(Places.entered(spec, form.additional()) in within)) {
                Places.KEYS.each { object[it] = value(it, form.additional(), within + ([form] as Set<Schema>), counter) }
            }
            return object
        }
        if (form instanceof ArraySchema) {
            return [value(name, form.items(), within, counter), value(name, form.items(), within, counter)]
        }
        scalar(name, form as Scalar, ++counter[0])
    }

    private static Object scalar(String name, Scalar scalar, int number) {
        Limits limits = new Limits(scalar)
        if (scalar.type() in [Scalar.Type.INTEGER, Scalar.Type.NUMBER]) {
            // Avoids 0, which .NET writes in XML for an absent value.
            return limits.within(scalar.type() == Scalar.Type.INTEGER ? number as BigDecimal : number + 0.5G) ?: limits.typed(limits.highest)
        }
        if (scalar.type() == Scalar.Type.BOOLEAN) {
            // Not false, which .NET writes in XML for an absent value.
            return true
        }
        if (!scalar.values().isEmpty()) {
            return scalar.values().first()
        }
        switch (scalar.format()) {
            case 'uuid':
                return String.format('11111111-1111-1111-1111-%012d', number)
            case 'date':
                return LocalDate.of(2026, 1, 1).plusDays(number).toString()
            case 'date-time':
                return String.format('2026-11-21T12:%02d:%02dZ', number.intdiv(60) % 60, number % 60)
            default:
                return limits.fitted("$name $number")
        }
    }

    /** Returns a copy without a place. A list is entered at its first item. */
    static Map<String, Object> without(Map<String, Object> tree, Route route) {
        Map<String, Object> copy = copy(tree) as Map<String, Object>
        (parent(copy, route) as Map).remove(route.last.name)
        copy
    }

    /** Returns a copy with another value at a place. A list is entered at its first item. */
    static Map<String, Object> with(Map<String, Object> tree, Route route, Object value) {
        Map<String, Object> copy = copy(tree) as Map<String, Object>
        (parent(copy, route) as Map)[route.last.name] = value
        copy
    }

    /** Returns a copy with an empty list or map at a place. */
    static Map<String, Object> emptied(Map<String, Object> tree, Route route) {
        with(tree, route, route.last.schema instanceof ArraySchema ? [] : [:])
    }

    static Object at(Map<String, Object> tree, Route route) {
        (parent(tree, route) as Map)[route.last.name]
    }

    /** True if the object around the place has no other property. */
    static boolean isAlone(Map<String, Object> tree, Route route) {
        (parent(tree, route) as Map).keySet() == [route.last.name] as Set
    }

    private static Object parent(Object tree, Route route) {
        Object at = tree
        route.steps.init().each { Route.Step step -> at = step.item ? (at as List).first() : (at as Map)[step.name] }
        at
    }

    static Object copy(Object tree) {
        if (tree instanceof Map) {
            Map<String, Object> copy = [:]
            tree.each { key, value -> copy[key as String] = this.copy(value) }
            return copy
        }
        tree instanceof List ? tree.collect { copy(it) } : tree
    }
}
