package io.github.partnercenter4j.conformance.obligation

import groovy.transform.CompileStatic

/** How an obligation is tried: the occasion on which it is kept, the check that sees it, and occasions on which it is not. */
@CompileStatic
class Claim {
    final Obligation obligation
    final Check check
    final Occasion kept
    final List<Occasion> broken
    /** The instance position of which the obligation is, such as {@code items[0].status}; null where it is of none. */
    final String position
    /** What a body must say, where the check compares. */
    final Map<String, Object> tree
    /** How a call must end, where the check compares. */
    final Outcome outcome
    /** The values of a header, where the check compares. */
    final List<String> values

    Claim(Map<String, Object> fields) {
        obligation = fields.obligation as Obligation
        check = fields.check as Check
        kept = fields.kept as Occasion
        broken = fields.broken as List<Occasion>
        position = fields.position as String
        tree = fields.tree as Map<String, Object>
        outcome = fields.outcome as Outcome
        values = fields.values as List<String>
    }
}
