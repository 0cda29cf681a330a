package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/**
 * What is wrong with an answer: where, by which rule, in words. The place is an instance position such as
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
