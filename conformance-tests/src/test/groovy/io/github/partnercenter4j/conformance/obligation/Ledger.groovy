package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic

/** The verdict on each obligation. Where several courts try one, the worst counts. */
@CompileStatic
class Ledger {
    private final List<Court> courts
    private final Map<Obligation, Verdict> verdicts = [:]

    Ledger(List<Court> courts) {
        this.courts = courts
    }

    Verdict verdict(Obligation obligation) {
        verdicts.computeIfAbsent(obligation) { without(null, obligation) }
    }

    /** The verdict with one check replaced by one that accepts everything. */
    Verdict without(Check disabled, Obligation obligation) {
        courts.findAll { it.hears(obligation) }.collect { Court court -> court.verdict(obligation, disabled) }.max { Verdict it -> it.state.ordinal() }
    }
}
