package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.annotation.JsonProperty

/** A record as a tree of maps and lists, by its components alone, so that it can be compared with an example of the document. */
class RecordTree {
    static Object of(Object value) {
        if (value instanceof Record) {
            return value.class.recordComponents
                    .collectEntries { [it.accessor.getAnnotation(JsonProperty).value(), of(it.accessor.invoke(value))] }.findAll { !absent(it.value) }
        }
        value instanceof List ? value.collect { of(it) } : value
    }

    /** A tree without what a record cannot tell from nothing. */
    static Object withoutNothing(Object tree) {
        if (tree instanceof Map) {
            return tree.collectEntries { [it.key, withoutNothing(it.value)] }.findAll { !absent(it.value) }
        }
        tree instanceof List ? tree.collect { withoutNothing(it) } : tree
    }

    private static boolean absent(Object value) {
        value == null || value == []
    }
}
