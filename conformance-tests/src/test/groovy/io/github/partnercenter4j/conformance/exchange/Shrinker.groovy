package io.github.partnercenter4j.conformance.exchange

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Limits
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/** Shrinks a failing body for as long as it still fails. All its steps conform to the spec. */
@CompileStatic
class Shrinker {
    private final SpecModel spec
    private final Schema schema

    Shrinker(SpecModel spec, Schema schema) {
        this.spec = spec
        this.schema = schema
    }

    Map<String, Object> smallest(Map<String, Object> tree, Closure<Boolean> fails) {
        Map<String, Object> smallest = tree
        for (Map<String, Object> next = tree; next != null;) {
            smallest = next
            next = smaller(schema, smallest).find { fails.call(it) } as Map<String, Object>
        }
        smallest
    }

    /** Returns all bodies that are smaller by one step, the smallest first. */
    private List<Object> smaller(Schema schema, Object value) {
        Schema form = spec.resolve(schema)
        form instanceof ObjectSchema ? object(form, value as Map) : form instanceof ArraySchema ? list(form, value as List) : scalar(form as Scalar, value)
    }

    private List<Object> object(ObjectSchema form, Map object) {
        List<Object> smaller = []
        form.properties().findAll { !it.required() && object.containsKey(it.name()) && object.size() > 1 }.each { Property it ->
            smaller << object.findAll { Map.Entry entry -> entry.key != it.name() }
        }
        form.properties().findAll { object[it.name()] != null }.each { Property property ->
            this.smaller(property.schema(), object[property.name()]).each { Object it ->
                Map copy = new LinkedHashMap(object)
                copy[property.name()] = it
                smaller << copy
            }
        }
        smaller
    }

    private List<Object> list(ArraySchema form, List list) {
        List<Object> smaller = []
        list.indices.each { int i ->
            List copy = new ArrayList(list)
            copy.remove(i)
            smaller << copy
        }
        list.eachWithIndex { Object item, int i ->
            this.smaller(form.items(), item).each { Object it ->
                List copy = new ArrayList(list)
                copy[i] = it
                smaller << copy
            }
        }
        smaller
    }

    private static List<Object> scalar(Scalar form, Object value) {
        if (value instanceof String && form.format() == null && form.values().isEmpty() && value.codePointCount(0, value.length()) > Math.max(1, form.bounds().minLength() * 2)) {
            // Half of a character beyond U+FFFF cannot be written.
            int half = value.offsetByCodePoints(0, value.codePointCount(0, value.length()).intdiv(2) as int)
            return [value.substring(0, half), value.substring(half)] as List<Object>
        }
        if (value instanceof Number && value.longValue() != 0) {
            Number half = value.longValue().intdiv(2)
            return new Limits(form).allow(half as BigDecimal) ? [value instanceof Integer ? (Object) half.intValue() : (Object) half.longValue()] : []
        }
        []
    }
}
