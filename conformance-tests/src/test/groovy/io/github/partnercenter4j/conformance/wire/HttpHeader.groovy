package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** A line of a head, its name in the case in which it was sent. */
@CompileStatic
@Immutable
class HttpHeader {
    String name
    String value

    boolean isNamed(String other) {
        name.equalsIgnoreCase(other)
    }

    /** A token must not reach a report or the message of a failed assertion. */
    @Override
    String toString() {
        isNamed('Authorization') ? "$name: (hidden)" : "$name: $value"
    }
}
