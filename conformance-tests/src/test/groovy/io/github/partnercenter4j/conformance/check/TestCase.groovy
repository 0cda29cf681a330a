package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.exchange.Outcome
import io.github.partnercenter4j.conformance.exchange.Scenario
import io.github.partnercenter4j.conformance.model.Requirement

/** How an requirement is tried: the scenario on which it is kept, the check that sees it, and scenarios on which it is not. */
@CompileStatic
class TestCase {
    final Requirement requirement
    final Check check
    final Scenario satisfying
    final List<Scenario> violating
    /** The instance position of which the requirement is, such as {@code items[0].status}; null where it is of none. */
    final String position
    /** What a body must say, where the check compares. */
    final Map<String, Object> tree
    /** How a call must end, where the check compares. */
    final Outcome outcome
    /** The values of a header, where the check compares. */
    final List<String> values

    TestCase(Map<String, Object> fields) {
        requirement = fields.requirement as Requirement
        check = fields.check as Check
        satisfying = fields.satisfying as Scenario
        violating = fields.violating as List<Scenario>
        position = fields.position as String
        tree = fields.tree as Map<String, Object>
        outcome = fields.outcome as Outcome
        values = fields.values as List<String>
    }
}
