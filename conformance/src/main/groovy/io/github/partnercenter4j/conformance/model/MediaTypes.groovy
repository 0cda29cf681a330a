package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Response

/** Chooses what a request asks for where it does not matter. */
@CompileStatic
class MediaTypes {
    /** Returns the first media type of a response; if it has no body, the first of another response of the operation. */
    static String first(Operation operation, Response response) {
        ([response] + operation.responses()).collectMany { Response it -> it.contents().keySet() }.find() ?: 'application/json'
    }
}
