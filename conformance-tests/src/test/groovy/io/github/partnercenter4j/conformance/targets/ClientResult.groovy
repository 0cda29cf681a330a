package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** What the client made of an answer of the target. */
@CompileStatic
@Immutable
class ClientResult {
    String mediaType
    /** As it was on the wire; 0 where no answer came. */
    int status
    String outcome
    boolean value

    String getName() {
        "the client in $mediaType"
    }

    /** A success that the client could not read: its fault or the target's, and someone's in any case. */
    boolean isRefused() {
        status == 200 && !value
    }
}
