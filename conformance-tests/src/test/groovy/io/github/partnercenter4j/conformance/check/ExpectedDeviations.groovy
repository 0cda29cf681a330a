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

/** What a server of a fidelity makes of what it is told to say, as far as a tolerant reader can tell. */
@CompileStatic
class ExpectedDeviations {
    private final SpecModel spec
    private final Set<Deviation> departures

    ExpectedDeviations(SpecModel spec, Fidelity fidelity) {
        this.spec = spec
        departures = fidelity.deviations()
    }

    Map<String, Object> success(Schema schema, Map<String, Object> tree, boolean json) {
        Object said = tree
        if (!json && Deviation.ZERO_FOR_ABSENT in departures) {
            said = zeroForAbsent(schema, tree)
        }
        Deviation.CAPITALIZED_STATUS in departures ? capitalised(said as Map<String, Object>) : said as Map<String, Object>
    }

    Map<String, Object> fault(int status, Map<String, Object> tree) {
        // 57 is what the spec's example of Retry-After says, and so what the sandbox sends.
        status == 429 && Deviation.GATEWAY_THROTTLING in departures
                ? [description: 'Rate limit is exceeded. Try again in 57 seconds.'] as Map<String, Object> : tree
    }

    private static Map<String, Object> capitalised(Map<String, Object> tree) {
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
