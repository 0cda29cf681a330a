package io.github.partnercenter4j.client.behavior.corpus

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** The outcome of decoding one body. */
@CompileStatic
@Immutable
class Reading {
    enum Outcome {
        /** The decoder returned a value. */
        READ,
        /** The decoder threw one of the client's exceptions. */
        REFUSED,
        /** The decoder did not return within the deadline. */
        HANGS,
        /** The decoder ran out of memory. */
        EXHAUSTS_MEMORY,
        /** The decoder threw anything else. */
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
