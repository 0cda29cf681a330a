package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.obligation.Fault.Say

/** What the witnesses had to say of a fault: a side sees what the check of an obligation of its own refuses. */
@CompileStatic
class Testimony {
    final Fault fault
    /** Why, by obligation; of a side that has nothing to say, none. */
    private final Map<Side, Map<Obligation, List<String>>> refusals
    /** The rules that something equivalent breaks and that are no obligation's alone. */
    private final List<String> broken

    Testimony(Fault fault, Map<Side, Map<Obligation, List<String>>> refusals, List<String> broken) {
        this.fault = fault
        this.refusals = refusals
        this.broken = broken
    }

    Map<Obligation, List<String>> refusals(Side side) {
        refusals.getOrDefault(side, [:])
    }

    /** Those of which the fault is a counterexample. */
    Map<Obligation, List<String>> getRefusals() {
        refusals(Side.SERVER) + refusals(Side.CLIENT)
    }

    boolean saw(Side side) {
        !refusals(side).isEmpty()
    }

    boolean isSurvivor() {
        Side.values().any { fault.say(it) == Say.RED && !saw(it) }
    }

    boolean isEquivalentTurnedRed() {
        !broken.empty || Side.values().any { fault.say(it) == Say.EQUAL && saw(it) }
    }

    @Override
    String toString() {
        "$fault: ${Side.values().collect { "$it must say ${fault.say(it)}: ${refusals(it)}" }.join(', ')} $broken"
    }
}
