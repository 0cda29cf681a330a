package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Gives a status to each response for every other status, so that it is tested: the first of these that the operation has no response for. */
@CompileStatic
class DefaultResponses {
    private static final List<Integer> STATUSES = [500, 503, 502, 504, 501]

    static SpecModel numbered(SpecModel spec) {
        new SpecModel(spec.basePath(), spec.operations().collect { ofOperation(it) }, spec.schemas(), spec.source())
    }

    /** True if the operation has no response for every other status, or it has got a status. */
    static boolean isNumbered(Operation operation) {
        Response other = operation.defaultResponse()
        // Another response of the same component is read into other objects.
        other == null || operation.responses().any { it.contents().is(other.contents()) }
    }

    private static Operation ofOperation(Operation operation) {
        Response other = operation.defaultResponse()
        Integer status = STATUSES.find { int it -> !operation.responses().any { Response response -> response.status() == it } }
        other == null || status == null ? operation
                : new Operation(operation.id(), operation.method(), operation.path(), operation.secured(), operation.parameters(), operation.body(),
                        operation.responses() + new Response(status, other.headers(), other.contents(), other.pointer()), other, operation.pointer())
    }
}
