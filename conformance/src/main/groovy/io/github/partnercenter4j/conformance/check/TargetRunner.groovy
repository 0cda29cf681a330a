package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Scenarios
import io.github.partnercenter4j.conformance.exchange.Target
import io.github.partnercenter4j.conformance.exchange.TargetHarness
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Tests a server that cannot be told what to respond with. A requirement applies only if a response shows the part of the spec that it is about. */
@CompileStatic
class TargetRunner extends SuiteRunner<TargetHarness> {
    private final SpecModel spec
    private final Scenarios scenarios
    private final Map<Requirement, String> reasons = [:]

    TargetRunner(SpecModel spec, Target target) {
        super(Side.SERVER, new TargetHarness(spec, target), new ServerTestCases(spec))
        this.spec = spec
        scenarios = new Scenarios(spec)
    }

    /** Returns nothing: each objection is found by the check of its own requirement, and a response of a target may have several. */
    @Override
    List<String> generalViolations(Observation observation) {
        []
    }

    @Override
    boolean runs(Requirement requirement) {
        super.runs(requirement) && reasonToSkip(requirement) == null
    }

    @Override
    String reasonToSkip(Requirement requirement) {
        reasons.computeIfAbsent(requirement) { reason(requirement) ?: '' } ?: null
    }

    private String reason(Requirement requirement) {
        Operation operation = spec.operation(requirement.operation)
        if (!TargetHarness.isSafe(operation)) {
            return "${operation.method()} may change something at the target, so it is not sent"
        }
        TestCase testCase
        try {
            testCase = this.testCase(requirement)
        } catch (IllegalArgumentException ignored) {
            // The verdict says so.
            return null
        }
        if (requirement.aspect == 'encoded') {
            return 'the target has nothing with such an id'
        }
        if (testCase.check == ServerCheck.BODY || testCase.satisfying.alteration != null || isTold(requirement, testCase)) {
            return 'the target cannot be told what to respond with'
        }
        try {
            Observation observation = harness.observe(testCase.satisfying)
            return observation.exchange == null ? 'the target responded with 429, so no more requests were sent' : shown(requirement, testCase, observation)
        } catch (UncheckedIOException ignored) {
            return null
        }
    }

    /** True if the sandbox is told a content that is not the full one. */
    private boolean isTold(Requirement requirement, TestCase testCase) {
        requirement.status != 0 && testCase.satisfying.tree != scenarios.full(testCase.satisfying.operation, requirement.status).tree
    }

    private static String shown(Requirement requirement, TestCase testCase, Observation observation) {
        int status = observation.exchange.response.status
        String mediaType = observation.exchange.response.header('Content-Type')?.replaceAll(/\s*;.*/, '')
        if (requirement.status != 0 && requirement.status != status) {
            return "no response had the status $requirement.status"
        }
        if (requirement.kind == 'place' && mediaType != requirement.mediaType) {
            return "the response was not in $requirement.mediaType"
        }
        if (requirement.kind == 'header' && requirement.aspect != 'required' && observation.exchange.response.header(requirement.subject) == null) {
            return 'the response had no such header'
        }
        requirement.kind == 'place' ? valueShown(requirement, value(observation.reading.tree, testCase.position.replace('[0]', '.0').tokenize('.'))) : null
    }

    private static String valueShown(Requirement requirement, Object value) {
        if (value == null) {
            return requirement.aspect == 'required' ? null : 'the response had no value there'
        }
        requirement.aspect in ['null-item', 'wrong-item'] && isEmpty(value) ? 'it was empty' : null
    }

    private static boolean isEmpty(Object value) {
        value instanceof Map ? ((Map) value).isEmpty() : (value as List).empty
    }

    private static Object value(Object tree, List<String> path) {
        if (path.empty) {
            return tree
        }
        Object below = tree instanceof Map ? tree[path[0]] : tree instanceof List && path[0] == '0' ? (tree as List)[0] : null
        below == null ? null : value(below, path.tail())
    }

    @Override
    protected Map<String, List<String>> counterexamples(TestCase testCase, Closure<List<String>> violations) {
        // A place that is missing cannot be changed: its absence is the violation.
        !violations(harness.observe(testCase.satisfying)).empty ? [:] as Map<String, List<String>> : super.counterexamples(testCase, violations)
    }
}
