package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.SpecModel

/**
 * Gives a status to each response for every other status, so that it is tested: the first of these that the operation has no response for. Without
 * another success it is the success, with status 200.
 */
@CompileStatic
class DefaultResponses {
    private static final int OK = 200
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
        if (other == null || isNumbered(operation)) {
            return operation
        }
        if (!operation.responses().any { it.status() < 300 }) {
            // Then no error is documented by it.
            return changed(operation, [withStatus(other, OK)] + operation.responses(), null)
        }
        Integer status = STATUSES.find { int it -> !operation.responses().any { Response response -> response.status() == it } }
        status == null ? operation : changed(operation, operation.responses() + withStatus(other, status), other)
    }

    private static Response withStatus(Response other, int status) {
        new Response(status, other.headers(), other.contents(), other.pointer())
    }

    private static Operation changed(Operation operation, List<Response> responses, Response other) {
        new Operation(operation.id(), operation.method(), operation.path(), operation.secured(), operation.parameters(), operation.body(), responses, other, operation.pointer())
    }
}
