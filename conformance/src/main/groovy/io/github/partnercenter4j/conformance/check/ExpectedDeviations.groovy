package io.github.partnercenter4j.conformance.check

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.Deviation
import io.github.partnercenter4j.sandbox.Fidelity
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Says what a sandbox of a fidelity makes of the content that it is told to respond with, as a tolerant reader sees it. */
@CompileStatic
class ExpectedDeviations {
    private final SpecModel spec
    private final Set<Deviation> deviations

    ExpectedDeviations(SpecModel spec, Fidelity fidelity) {
        this.spec = spec
        deviations = fidelity.deviations()
    }

    Map<String, Object> success(Schema schema, Map<String, Object> tree, boolean json) {
        Object sent = !json && Deviation.ZERO_FOR_ABSENT in deviations ? zeroForAbsent(schema, tree) : tree
        Deviation.CAPITALIZED_STATUS in deviations ? capitalized(sent as Map<String, Object>) : sent as Map<String, Object>
    }

    Map<String, Object> fault(int status, Map<String, Object> tree) {
        // 57 is the spec's example of Retry-After, and so the value that the sandbox sends.
        status == 429 && Deviation.GATEWAY_THROTTLING in deviations
                ? [description: 'Rate limit is exceeded. Try again in 57 seconds.'] as Map<String, Object> : tree
    }

    private static Map<String, Object> capitalized(Map<String, Object> tree) {
        if (!(tree.items instanceof List)) {
            return tree
        }
        tree + ([items: (tree.items as List).collect { Object item ->
            Map line = item as Map
            line.status instanceof String ? line + [status: (line.status as String).capitalize()] : line
        }] as Map<String, Object>)
    }

    private Object zeroForAbsent(Schema schema, Object tree) {
        Schema form = spec.resolve(schema)
        if (form instanceof ObjectSchema && tree instanceof Map) {
            Map<String, Object> object = [:]
            form.properties().each { Property property ->
                Object value = tree[property.name()]
                object[property.name()] = value == null ? zero(spec.resolve(property.schema())) : zeroForAbsent(property.schema(), value)
            }
            return object
        }
        form instanceof ArraySchema && tree instanceof List ? tree.collect { zeroForAbsent(form.items(), it) } : tree
    }

    private static Object zero(Schema form) {
        Scalar.Type type = form instanceof Scalar ? form.type() : null
        type in [Scalar.Type.INTEGER, Scalar.Type.NUMBER] ? 0 : type == Scalar.Type.BOOLEAN ? false : null
    }
}
