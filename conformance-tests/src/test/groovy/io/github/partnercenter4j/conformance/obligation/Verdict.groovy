package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic

/** What became of an obligation. */
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

    final Obligation obligation
    final Claim claim
    final State state
    /** Why it was not kept. */
    final List<String> refusals
    final Sight kept
    /** What the check had to say of each counterexample, by its name. */
    final Map<String, List<String>> counterexamples
    final List<String> notRefused

    Verdict(Obligation obligation, Claim claim, List<String> refusals, Sight kept, Map<String, List<String>> counterexamples) {
        this.obligation = obligation
        this.claim = claim
        this.refusals = refusals
        this.kept = kept
        this.counterexamples = counterexamples
        notRefused = counterexamples.findAll { it.value.empty }.keySet() as List<String>
        state = !refusals.empty ? State.MISSING : counterexamples.any { !it.value.empty } ? State.COVERED : State.EXERCISED
    }

    static Verdict notTried(Obligation obligation, Exception reason) {
        new Verdict(obligation, null, [reason.toString()], null, [:])
    }
}
