package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import groovy.transform.Immutable
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.model.Places
import io.github.partnercenter4j.conformance.model.Requirement

/** How a requirement is tested: a check, a scenario that it must accept, and counterexamples that it must reject. */
@CompileStatic
@Immutable(knownImmutableClasses = [Requirement, Check, Scenario, Outcome, Map, List])
class TestCase {
    Requirement requirement
    Check check
    /** The scenario that satisfies the requirement. */
    Scenario satisfying
    /** The scenarios that violate it. */
    List<Scenario> violating
    /** The content that the body must have, if the check compares it. */
    Map<String, Object> tree
    /** How the call must end, if the check compares it. */
    Outcome outcome
    /** The values that a header must have, if the check compares them. */
    List<String> values

    /** Returns the position in a body that the requirement is about, such as {@code items[0].status}. */
    String getPosition() {
        Places.first(requirement.subject)
    }
}
