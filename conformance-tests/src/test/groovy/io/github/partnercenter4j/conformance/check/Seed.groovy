package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic

/** The seed of the generated cases of this run: the value of -Dconformance.seed, or a new one. */
@CompileStatic
class Seed {
    static final long VALUE = Long.getLong('conformance.seed') ?: System.nanoTime()

    static {
        println "Repeat the generated cases with -Dconformance.seed=$VALUE"
    }
}
