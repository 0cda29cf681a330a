package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation

/** Sees whether an requirement was kept. */
@CompileStatic
interface Check {
    /** For reports. */
    String getName()

    /** Why what was seen does not keep the requirement; empty where it does. */
    List<String> violations(TestCase testCase, Observation observation)
}
