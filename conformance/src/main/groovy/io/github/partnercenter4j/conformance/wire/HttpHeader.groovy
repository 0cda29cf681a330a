package io.github.partnercenter4j.conformance.wire

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** A header line. The name keeps the case in which it was sent. */
@CompileStatic
@Immutable
class HttpHeader {
    String name
    String value

    boolean isNamed(String other) {
        name.equalsIgnoreCase(other)
    }

    /** Hides the token: reports and messages of failed assertions contain this text. */
    @Override
    String toString() {
        isNamed('Authorization') ? "$name: (hidden)" : "$name: $value"
    }
}
