package io.github.partnercenter4j.conformance.exchange

import java.lang.reflect.RecordComponent
import java.time.LocalDate
import java.time.OffsetDateTime

/** Turns a record of the client into a tree, each component by its JSON name. ProjectionSpec compares it with literals. */
class Projection {
    /** Compared by name: a generated client has the annotation from another class loader. */
    private static final String JSON_PROPERTY = 'com.fasterxml.jackson.annotation.JsonProperty'

    static Object of(Object value) {
        if (value instanceof Record) {
            def components = value.class.recordComponents.toList()
            // An open enumeration is a record of one text without a JSON name.
            if (components.size() == 1 && jsonName(components[0]) == null) {
                return components[0].accessor.invoke(value)
            }
            return components.collectEntries { [jsonName(it), of(it.accessor.invoke(value))] }.findAll { it.value != null }
        }
        if (value instanceof List) {
            return value.collect { of(it) }
        }
        value instanceof OffsetDateTime ? value.toInstant().toString() : value instanceof LocalDate ? value.toString() : value
    }

    private static String jsonName(RecordComponent component) {
        def annotation = component.annotations.find { it.annotationType().name == JSON_PROPERTY }
                ?: component.accessor.annotations.find { it.annotationType().name == JSON_PROPERTY }
        annotation == null ? null : annotation.annotationType().getMethod('value').invoke(annotation)
    }
}
