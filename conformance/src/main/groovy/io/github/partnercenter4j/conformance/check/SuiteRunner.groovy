package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Harness
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.judge.JudgesDisagree
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side

/** Runs the test cases of one side in one harness. */
@CompileStatic
abstract class SuiteRunner<H extends Harness> implements Closeable {
    final Side side
    final H harness
    private final TestCases testCases
    private final Map<Requirement, TestCase> cache = [:]

    protected SuiteRunner(Side side, H harness, TestCases testCases) {
        this.side = side
        this.harness = harness
        this.testCases = testCases
    }

    /** Returns what is wrong with an observation whatever the requirement is. */
    abstract List<String> generalViolations(Observation observation)

    /** True if the requirement can be tested here. */
    boolean runs(Requirement requirement) {
        requirement.side == side
    }

    /** Returns why the requirement does not apply, although it can be tested here; null if it applies. */
    String reasonToSkip(Requirement requirement) {
        null
    }

    TestCase testCase(Requirement requirement) {
        cache.computeIfAbsent(requirement) { testCases.of(requirement) }
    }

    Void runAll(List<Requirement> requirements) {
        requirements.findAll { runs(it) }.each { verdict(it) }
        null
    }

    /** @param disabled a check that is replaced by one that accepts everything; null for none */
    Verdict verdict(Requirement requirement, Check disabled = null) {
        try {
            return run(testCase(requirement), disabled)
        } catch (IllegalArgumentException | NoSuchElementException | JudgesDisagree | UncheckedIOException e) {
            return Verdict.notTried(requirement, e)
        }
    }

    private Verdict run(TestCase testCase, Check disabled) {
        Closure<List<String>> violations = { Observation it -> testCase.check.is(disabled) ? [] as List<String> : testCase.check.violations(testCase, it) }
        Observation satisfying = harness.observe(testCase.satisfying)
        Map<String, List<String>> counterexamples = counterexamples(testCase, violations)
        new Verdict(testCase.requirement, testCase, satisfying, generalViolations(satisfying) + violations(satisfying), counterexamples)
    }

    /** Returns what the check finds in each counterexample, by its description. */
    protected Map<String, List<String>> counterexamples(TestCase testCase, Closure<List<String>> violations) {
        Map<String, List<String>> found = [:]
        testCase.violating.each { Scenario it -> found[it.toString()] = violations(harness.observe(it)) }
        found
    }

    @Override
    void close() {
        harness.close()
    }
}
