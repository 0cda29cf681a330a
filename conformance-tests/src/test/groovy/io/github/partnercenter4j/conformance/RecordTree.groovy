package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.annotation.JsonProperty

/** Turns a record into a tree of maps and lists, so that it can be compared with an example of the spec. */
class RecordTree {
    static Object of(Object value) {
        if (value instanceof Record) {
            return value.class.recordComponents
                    .collectEntries { [it.accessor.getAnnotation(JsonProperty).value(), of(it.accessor.invoke(value))] }.findAll { !absent(it.value) }
        }
        value instanceof List ? value.collect { of(it) } : value
    }

    /** Returns a tree without what a record cannot distinguish from an absent value. */
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
