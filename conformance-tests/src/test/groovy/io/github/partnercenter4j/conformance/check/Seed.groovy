package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic

/** From what the generated cases of a run are made: -Dconformance.seed=, or another each time. */
@CompileStatic
class Seed {
    static final long VALUE = Long.getLong('conformance.seed') ?: System.nanoTime()

    static {
        println "Generated cases are repeated by -Dconformance.seed=$VALUE"
    }
}
