package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Operation
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Finds out whether the model, which the sandbox uses too, has the same bodies as the spec. The judges of a body read its schema in the spec. */
@CompileStatic
class ModelCheck {
    /** @throws IllegalStateException if a body is in one of the two only, or has another schema */
    static void check(SpecModel spec, RawDocument document) {
        Map<String, String> read = new TreeMap<>()
        spec.operations().each { Operation operation ->
            operation.responses().each { Operation.Response response ->
                response.contents().each { String mediaType, Operation.Content content ->
                    read["${operation.method()} ${operation.path()} ${response.status()} $mediaType".toString()] = spec.resolve(content.schema()).pointer()
                }
            }
        }
        Map<String, String> written = document.bodies()
        (written.keySet().findAll { !it.contains(' default ') } + read.keySet()).each { String body ->
            String expected = written[body] ?: written[body.replaceFirst(' [0-9]{3} ', ' default ')]
            if (expected != read[body]) {
                throw new IllegalStateException("The body of $body has the schema #$expected in the spec, and the sandbox takes #${read[body]}")
            }
        }
    }
}
