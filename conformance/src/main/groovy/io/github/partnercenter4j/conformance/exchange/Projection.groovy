package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import java.lang.annotation.Annotation
import java.lang.reflect.RecordComponent
import java.time.LocalDate
import java.time.OffsetDateTime

/** Turns a record of the client into a tree, each component by its JSON name. ProjectionSpec compares it with literals. */
@CompileStatic
class Projection {
    /** Compared by name: a generated client has the annotation from another class loader. */
    private static final String JSON_PROPERTY = 'com.fasterxml.jackson.annotation.JsonProperty'
    private static final ClassValue<Map<RecordComponent, String>> JSON_NAMES = new ClassValue<Map<RecordComponent, String>>() {
        @Override
        protected Map<RecordComponent, String> computeValue(Class<?> type) {
            Map<RecordComponent, String> names = [:]
            type.recordComponents.each { RecordComponent it -> names[it] = jsonName(it) }
            names
        }
    }

    static Object of(Object value) {
        if (value instanceof Record) {
            return ofRecord(value)
        }
        if (value instanceof List) {
            return value.collect { of(it) }
        }
        if (value instanceof Map) {
            return value.collectEntries { key, content -> [key, of(content)] }
        }
        value instanceof OffsetDateTime ? value.toInstant().toString() : value instanceof LocalDate ? value.toString() : value
    }

    private static Object ofRecord(Record value) {
        Map<RecordComponent, String> names = JSON_NAMES.get(value.class)
        if (names.size() == 1 && names.values().first() == null) {
            // An open enumeration is a record of one text without a JSON name.
            return names.keySet().first().accessor.invoke(value)
        }
        Map<String, Object> tree = [:]
        names.each { RecordComponent component, String name ->
            Object content = of(component.accessor.invoke(value))
            if (content != null) {
                tree[name] = content
            }
        }
        tree
    }

    private static String jsonName(RecordComponent component) {
        Annotation annotation = (component.annotations.toList() + component.accessor.annotations.toList()).find { it.annotationType().name == JSON_PROPERTY }
        annotation == null ? null : annotation.annotationType().getMethod('value').invoke(annotation) as String
    }
}
