package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/**
 * What is wrong with a response: the place, the rule, and a message. The place is a position in the body such as
 * {@code items[0].status} (empty for the root), or {@code request}, {@code status}, {@code media type}, {@code body} or {@code header NAME}.
 */
@CompileStatic
@Immutable
class Objection {
    String place
    String rule
    String message

    @Override
    String toString() {
        "${place ?: 'the root'}: $rule: $message"
    }
}
