package io.github.partnercenter4j.conformance.mutate

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.check.ClientRunner
import io.github.partnercenter4j.conformance.check.SuiteRunner
import io.github.partnercenter4j.conformance.check.TestCase
import io.github.partnercenter4j.conformance.exchange.Harness
import io.github.partnercenter4j.conformance.exchange.Observation
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation.Expected

/** Applies a mutation between the sandbox and the client, and runs the checks of the requirements on the exchange. */
@CompileStatic
class MutationRunner {
    private final Map<Side, SuiteRunner> runners
    private final Harness harness
    private final List<Requirement> requirements
    private final Map<Side, Map<Scenario, List<TestCase>>> satisfied = [(Side.SERVER): [:], (Side.CLIENT): [:]] as Map<Side, Map<Scenario, List<TestCase>>>

    /**
     * How closely a requirement is related to a mutation, closest first. A mutation is reported under the closest requirements
     * whose check rejects it.
     */
    private enum Closeness {
        /** The mutation is one of the requirement's own counterexamples. */
        OWN_COUNTEREXAMPLE,
        /** Both are about the same place or the same header. */
        SAME_SUBJECT,
        /** The requirement is about the response as a whole: its status or its media type. */
        WHOLE_RESPONSE,
        /** The requirement is about another place or another header of the same response. */
        OTHER_SUBJECT

        static Closeness of(TestCase testCase, Mutation mutation) {
            if (mutation.scenario in testCase.violating) {
                return OWN_COUNTEREXAMPLE
            }
            if (testCase.requirement.subject == null) {
                return WHOLE_RESPONSE
            }
            testCase.requirement.subject == mutation.subject ? SAME_SUBJECT : OTHER_SUBJECT
        }
    }

    /** @param client a runner whose sandbox follows the spec: the mutations are made in its responses; null if no client is tested */
    MutationRunner(SuiteRunner server, ClientRunner client, List<Requirement> requirements) {
        runners = [(Side.SERVER): server, (Side.CLIENT): client] as Map<Side, SuiteRunner>
        harness = (client ?: server).harness as Harness
        this.requirements = requirements
    }

    MutationVerdict run(Mutation mutation) {
        Observation observation = harness.observe(mutation.scenario)
        Map<Side, Map<Requirement, List<String>>> bySide = [:]
        List<String> generalViolations = []
        Side.values().findAll { mutation.expected(it) != Expected.IGNORE }.each { Side side ->
            bySide[side] = violations(side, mutation, observation)
            if (mutation.expected(side) == Expected.ACCEPT) {
                generalViolations.addAll(runners[side].generalViolations(observation))
            }
        }
        new MutationVerdict(mutation, bySide, generalViolations)
    }

    /** Returns what the checks of the closest requirements find; empty if no check rejects the mutation. */
    private Map<Requirement, List<String>> violations(Side side, Mutation mutation, Observation observation) {
        Map<Closeness, List<TestCase>> byCloseness = satisfied(side, mutation.base).groupBy { Closeness.of(it, mutation) }
        for (Closeness closeness : Closeness.values()) {
            Map<Requirement, List<String>> found = [:]
            byCloseness.getOrDefault(closeness, []).each { TestCase testCase ->
                List<String> violations = testCase.check.violations(testCase, observation)
                if (!violations.empty) {
                    found[testCase.requirement] = violations
                }
            }
            if (!found.isEmpty()) {
                return found
            }
        }
        [:]
    }

    /** Returns the test cases whose check accepts the exchange without the mutation: only they can reject the mutation itself. */
    private List<TestCase> satisfied(Side side, Scenario base) {
        satisfied[side].computeIfAbsent(base) {
            Observation good = harness.observe(base)
            requirements.findAll { isAbout(it, side, base, good) }.collect { runners[side].testCase(it) }
                    .findAll { it.check.violations(it, good).empty }
        }
    }

    private static boolean isAbout(Requirement requirement, Side side, Scenario base, Observation good) {
        requirement.side == side && requirement.operation == base.operation.id() && requirement.status == good.exchange.response.status
                && requirement.mediaType in [null, base.mediaType]
    }
}
