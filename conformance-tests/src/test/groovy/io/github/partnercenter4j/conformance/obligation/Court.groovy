package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic

/** Where obligations of one side are tried. */
@CompileStatic
abstract class Court<S extends Stage> implements Closeable {
    final Side side
    final S stage
    private final Plan plan
    private final Map<Obligation, Trial> trials = [:]

    /** An obligation with all that was seen for it. */
    static class Trial {
        Claim claim
        Sight kept
        List<Sight> broken
    }

    protected Court(Side side, S stage, Plan plan) {
        this.side = side
        this.stage = stage
        this.plan = plan
    }

    /** What is wrong with something that was seen in good faith, whatever the obligation. */
    abstract List<String> groundRules(Sight sight)

    Claim claim(Obligation obligation) {
        plan.claim(obligation)
    }

    /** Whether the obligation can be tried here. */
    boolean hears(Obligation obligation) {
        obligation.side == side
    }

    Void hearAll(List<Obligation> obligations) {
        obligations.findAll { hears(it) }.each { verdict(it) }
        null
    }

    /** With a check disabled, what it had to refuse passes. */
    Verdict verdict(Obligation obligation, Check disabled = null) {
        Trial trial
        try {
            trial = tried(obligation)
        } catch (IllegalArgumentException e) {
            return Verdict.notTried(obligation, e)
        }
        Claim claim = trial.claim
        Closure<List<String>> judge = { Sight sight -> claim.check.is(disabled) ? [] as List<String> : claim.check.refusals(claim, sight) }
        Map<String, List<String>> counterexamples = trial.broken.collectEntries { [it.name, judge(it)] } as Map<String, List<String>>
        new Verdict(obligation, claim, groundRules(trial.kept) + judge(trial.kept), trial.kept, counterexamples)
    }

    private Trial tried(Obligation obligation) {
        Trial trial = trials[obligation]
        if (trial == null) {
            Claim claim = claim(obligation)
            trial = new Trial(claim: claim, kept: stage.see(claim.kept), broken: claim.broken.collect { stage.see(it) })
            trials[obligation] = trial
        }
        trial
    }

    @Override
    void close() {
        stage.close()
    }
}
