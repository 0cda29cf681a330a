package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation

/** Chooses what a build tests without the profile <i>faults</i>: each rule at least once. With the profile it tests everything. */
@CompileStatic
class Sample {
    static final boolean EVERYTHING = Boolean.getBoolean('conformance.faults')

    /** True for the successes and for the first error: all errors have the same schema, and 429 is the only one with Retry-After. */
    static boolean hasStatus(Operation operation, int status) {
        EVERYTHING || status < 400 || status == 429 || status == operation.responses()*.status().find { it >= 400 }
    }

    /** Returns every so many of a list, the first one included. */
    static <T> List<T> every(int step, List<T> all) {
        EVERYTHING ? all : all.indexed().findAll { it.key % step == 0 }.values().toList()
    }
}
