package io.github.partnercenter4j.conformance.mutate

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Requirement
import io.github.partnercenter4j.conformance.model.Side
import io.github.partnercenter4j.conformance.mutate.Mutation.Expected

/** Which checks rejected a mutation, and whether they were the ones that had to. */
@CompileStatic
class MutationVerdict {
    final Mutation mutation
    private final Map<Side, Map<Requirement, List<String>>> bySide
    private final List<String> generalViolations

    /**
     * @param bySide the violations that the checks of a side found, by requirement; a side that is not judged has no entry
     * @param generalViolations the violations that no single requirement is about, in a mutation that must be accepted
     */
    MutationVerdict(Mutation mutation, Map<Side, Map<Requirement, List<String>>> bySide, List<String> generalViolations) {
        this.mutation = mutation
        this.bySide = bySide
        this.generalViolations = generalViolations
    }

    /** Returns the violations that the checks of one side found, by requirement. */
    Map<Requirement, List<String>> violations(Side side) {
        bySide.getOrDefault(side, [:])
    }

    /** Returns the violations of both sides. The mutation is a counterexample of each of these requirements. */
    Map<Requirement, List<String>> getViolations() {
        violations(Side.SERVER) + violations(Side.CLIENT)
    }

    boolean isRejected(Side side) {
        !violations(side).isEmpty()
    }

    /** True if a side that must reject the mutation accepted it. */
    boolean isSurvivor() {
        Side.values().any { mutation.expected(it) == Expected.REJECT && !isRejected(it) }
    }

    /** True if a side that must accept the mutation rejected it. */
    boolean isEquivalentTurnedRed() {
        !generalViolations.empty || Side.values().any { mutation.expected(it) == Expected.ACCEPT && isRejected(it) }
    }

    @Override
    String toString() {
        "$mutation: ${Side.values().collect { "$it must ${mutation.expected(it)}: ${violations(it)}" }.join(', ')} $generalViolations"
    }
}
