package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Harness
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side

/** Where requirements of one side are tried. */
@CompileStatic
abstract class SuiteRunner<S extends Harness> implements Closeable {
    final Side side
    final S harness
    private final TestCases plan
    private final Map<Requirement, Trial> trials = [:]

    /** An requirement with all that was seen for it. */
    static class Trial {
        TestCase testCase
        Observation satisfying
        List<Observation> violating
    }

    protected SuiteRunner(Side side, S harness, TestCases plan) {
        this.side = side
        this.harness = harness
        this.plan = plan
    }

    /** What is wrong with something that was seen in good faith, whatever the requirement. */
    abstract List<String> generalViolations(Observation observation)

    TestCase testCase(Requirement requirement) {
        plan.testCase(requirement)
    }

    /** Whether the requirement can be tried here. */
    boolean runs(Requirement requirement) {
        requirement.side == side
    }

    Void runAll(List<Requirement> requirements) {
        requirements.findAll { runs(it) }.each { verdict(it) }
        null
    }

    /** With a check disabled, what it had to refuse passes. */
    Verdict verdict(Requirement requirement, Check disabled = null) {
        Trial trial
        try {
            trial = tried(requirement)
        } catch (IllegalArgumentException e) {
            return Verdict.notTried(requirement, e)
        }
        TestCase testCase = trial.testCase
        Closure<List<String>> judge = { Observation observation -> testCase.check.is(disabled) ? [] as List<String> : testCase.check.violations(testCase, observation) }
        Map<String, List<String>> counterexamples = trial.violating.collectEntries { [it.name, judge(it)] } as Map<String, List<String>>
        new Verdict(requirement, testCase, generalViolations(trial.satisfying) + judge(trial.satisfying), trial.satisfying, counterexamples)
    }

    private Trial tried(Requirement requirement) {
        Trial trial = trials[requirement]
        if (trial == null) {
            TestCase testCase = testCase(requirement)
            trial = new Trial(testCase: testCase, satisfying: harness.observe(testCase.satisfying), violating: testCase.violating.collect { harness.observe(it) })
            trials[requirement] = trial
        }
        trial
    }

    @Override
    void close() {
        harness.close()
    }
}
