package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Requirement

/** The verdict on each requirement. If several runners test it, the worst verdict counts. */
@CompileStatic
class Ledger {
    private final List<SuiteRunner> runners
    private final Map<Requirement, Verdict> verdicts = [:]

    Ledger(List<SuiteRunner> runners) {
        this.runners = runners
    }

    Verdict verdict(Requirement requirement) {
        verdicts.computeIfAbsent(requirement) { without(null, requirement) }
    }

    /** Returns the verdict as if one check accepted everything. */
    Verdict without(Check disabled, Requirement requirement) {
        runners.findAll { it.runs(requirement) }.collect { SuiteRunner it -> it.verdict(requirement, disabled) }.max { Verdict it -> it.state.ordinal() }
    }
}
