package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation

/** Finds out whether an observation satisfies a requirement. */
@CompileStatic
interface Check {
    /** Says what the check looks at, for reports. */
    String getName()

    /** Returns why the observation violates the requirement of the test case; empty if it satisfies it. */
    List<String> violations(TestCase testCase, Observation observation)
}
