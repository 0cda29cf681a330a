package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import groovy.transform.Immutable

/** The result of a call of the client to the target. */
@CompileStatic
@Immutable
class ClientResult {
    String mediaType
    /** The status on the wire; 0 if there was no response. */
    int status
    String outcome
    boolean value

    String getName() {
        "the client in $mediaType"
    }

    /** True if the client could not read a success: either the client or the target has a fault. */
    boolean isRefused() {
        status == 200 && !value
    }
}
