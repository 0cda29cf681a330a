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
 * Finds what the schema validator accepts: {@code 1.0} for an integer, int32 and int64 out of range, text after a
 * date-time, and null in a list or map that may be null.
 */
@CompileStatic
class StrictValues {
    private static final Map<String, Integer> BITS = [int32: 31, int64: 63]

    private final SpecModel spec
    private final RawDocument document

    StrictValues(SpecModel spec) {
        this.spec = spec
        document = new RawDocument(spec.source())
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
            if (form.additional() != null) {
                tree.fields().each { Map.Entry<String, JsonNode> entry -> inner(place.empty ? entry.key : place + '.' + entry.key, form.additional(), entry.value, objections) }
            }
        } else if (form instanceof ArraySchema && tree.isArray()) {
            for (int i = 0; i < tree.size(); i++) {
                inner("$place[$i]", form.items(), tree.get(i), objections)
            }
        } else if (form instanceof Scalar) {
            Objection objection = objection(place, form, tree)
            if (objection != null) {
                objections << objection
            }
        }
    }

    /** The validator allows null in a list or map that may itself be null. */
    private void inner(String place, Schema schema, JsonNode value, List<Objection> objections) {
        if (value.isNull() && ![schema.pointer(), spec.resolve(schema).pointer()].any { document.root.at(it + '/nullable').asBoolean() }) {
            objections << new Objection(place, 'type', 'is null')
        } else {
            collect(place, schema, value, objections)
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
