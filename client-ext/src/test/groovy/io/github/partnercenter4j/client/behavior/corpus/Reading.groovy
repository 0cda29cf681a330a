package io.github.partnercenter4j.client.behavior.corpus

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** What came of one body. */
@CompileStatic
@Immutable
class Reading {
    enum Outcome {
        /** A value. */
        READ,
        /** An exception of the client's closed list. */
        REFUSED,
        /** Nothing within the deadline. */
        HANGS,
        /** An error for want of memory. */
        EXHAUSTS_MEMORY,
        /** Anything else that was thrown. */
        ESCAPES
    }

    Outcome outcome
    String message

    boolean isFailure() {
        outcome != Outcome.READ && outcome != Outcome.REFUSED
    }

    @Override
    String toString() {
        message == null ? outcome.toString() : "$outcome: $message"
    }
}
