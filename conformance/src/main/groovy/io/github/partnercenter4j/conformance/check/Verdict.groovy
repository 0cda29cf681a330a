package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.model.Requirement

/** The result of one test case. */
@CompileStatic
class Verdict {
    enum State {
        /** The requirement is satisfied, and the check rejects at least one counterexample. */
        COVERED,
        /** The requirement is satisfied, and the check rejects no counterexample. */
        EXERCISED,
        /** The requirement is violated, or could not be tested. */
        MISSING
    }

    final Requirement requirement
    /** Null if there is no test case. */
    final TestCase testCase
    final State state
    /** What was observed of the satisfying scenario; null if there is no test case. */
    final Observation observation
    /** Why the requirement is violated. */
    final List<String> violations
    /** The violations that the check found in each counterexample, by its description. */
    final Map<String, List<String>> counterexamples

    Verdict(Requirement requirement, TestCase testCase, Observation observation, List<String> violations, Map<String, List<String>> counterexamples) {
        this.requirement = requirement
        this.testCase = testCase
        this.observation = observation
        this.violations = violations
        this.counterexamples = counterexamples
        state = !violations.empty ? State.MISSING : counterexamples.any { !it.value.empty } ? State.COVERED : State.EXERCISED
    }

    static Verdict notTried(Requirement requirement, Exception reason) {
        new Verdict(requirement, null, null, [reason.toString()], [:])
    }

    /** Returns the counterexamples that the check accepts. */
    Set<String> getNotRejected() {
        counterexamples.findAll { it.value.empty }.keySet()
    }
}
