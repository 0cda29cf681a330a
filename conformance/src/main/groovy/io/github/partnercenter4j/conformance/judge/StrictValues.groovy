package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.JsonNode
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/**
 * Finds what the schema validator accepts: {@code 1.0} for an integer, int32 and int64 out of range, and text after a
 * date-time.
 */
@CompileStatic
class StrictValues {
    private static final Map<String, Integer> BITS = [int32: 31, int64: 63]

    private final SpecModel spec

    StrictValues(SpecModel spec) {
        this.spec = spec
    }

    List<Objection> objections(Schema schema, JsonNode tree) {
        List<Objection> objections = []
        collect('', schema, tree, objections)
        objections
    }

    private void collect(String place, Schema schema, JsonNode tree, List<Objection> objections) {
        Schema form = spec.resolve(schema)
        if (form instanceof ObjectSchema && tree.isObject()) {
            for (Property property : form.properties()) {
                JsonNode value = tree.get(property.name())
                if (value != null) {
                    collect(place.empty ? property.name() : place + '.' + property.name(), property.schema(), value, objections)
                }
            }
        } else if (form instanceof ArraySchema && tree.isArray()) {
            for (int i = 0; i < tree.size(); i++) {
                collect("$place[$i]", form.items(), tree.get(i), objections)
            }
        } else if (form instanceof Scalar) {
            Objection objection = objection(place, form, tree)
            if (objection != null) {
                objections << objection
            }
        }
    }

    private static Objection objection(String place, Scalar form, JsonNode value) {
        if (form.type() == Scalar.Type.INTEGER && value.isNumber()) {
            if (!value.isIntegralNumber()) {
                return new Objection(place, 'type', 'is a number with a fraction or an exponent')
            }
            boolean fits = form.format() == null || value.bigIntegerValue().bitLength() <= BITS[form.format()]
            return fits ? null : new Objection(place, 'format', "is beyond ${form.format()}")
        }
        if (form.format() == 'date' && value.isTextual() && !ScalarText.isDate(value.textValue())) {
            return new Objection(place, 'format', 'is not a date')
        }
        boolean isTime = form.format() != 'date-time' || !value.isTextual() || ScalarText.isDateTime(value.textValue())
        isTime ? null : new Objection(place, 'format', 'is not a date-time')
    }
}
