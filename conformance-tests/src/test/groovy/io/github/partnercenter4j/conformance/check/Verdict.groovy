package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.model.Requirement

/** What became of an requirement. */
@CompileStatic
class Verdict {
    enum State {
        /** Kept, and the check refused what was planted. */
        COVERED,
        /** Kept, and nothing that was planted was refused. */
        EXERCISED,
        /** Not kept, or not even tried. */
        MISSING
    }

    final Requirement requirement
    final TestCase testCase
    final State state
    /** Why it was not kept. */
    final List<String> violations
    final Observation satisfying
    /** What the check had to say of each counterexample, by its name. */
    final Map<String, List<String>> counterexamples
    final List<String> notRefused

    Verdict(Requirement requirement, TestCase testCase, List<String> violations, Observation satisfying, Map<String, List<String>> counterexamples) {
        this.requirement = requirement
        this.testCase = testCase
        this.violations = violations
        this.satisfying = satisfying
        this.counterexamples = counterexamples
        notRefused = counterexamples.findAll { it.value.empty }.keySet() as List<String>
        state = !violations.empty ? State.MISSING : counterexamples.any { !it.value.empty } ? State.COVERED : State.EXERCISED
    }

    static Verdict notTried(Requirement requirement, Exception reason) {
        new Verdict(requirement, null, [reason.toString()], null, [:])
    }
}
