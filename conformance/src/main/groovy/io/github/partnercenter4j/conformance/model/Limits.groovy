package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import java.math.RoundingMode

/** Finds values at, within and beyond the bounds of a schema. Characters are code points, as in JSON Schema. */
@CompileStatic
class Limits {
    static final List<String> KEYWORDS = ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'multipleOf']
    /** The range of each integer format. Generated code uses an int if there is no format. */
    static final Map<String, List<BigDecimal>> INTEGERS = [int32: [-2147483648.0G, 2147483647.0G], int64: [-9223372036854775808.0G, 9223372036854775807.0G]]
    /** The distance from the one bound that a number has, or from 0, to the end of its range. */
    private static final BigDecimal FAR = 50_000.0G

    private final Scalar form
    private final Bounds bounds
    private final Texts texts
    final BigDecimal lowest
    final BigDecimal highest

    Limits(Scalar form) {
        this.form = form
        bounds = form.bounds()
        texts = new Texts(form)
        lowest = multiple(bounds.minimum() != null ? first(bounds.minimum(), bounds.exclusiveMinimum(), 1) : integer ? INTEGERS[format][0] : (bounds.maximum() ?: 0.0G) - FAR, RoundingMode.CEILING)
        highest = multiple(bounds.maximum() != null ? first(bounds.maximum(), bounds.exclusiveMaximum(), -1) : integer ? INTEGERS[format][1] : (bounds.minimum() ?: 0.0G) + FAR, RoundingMode.FLOOR)
    }

    private boolean isInteger() {
        form.type() == Scalar.Type.INTEGER
    }

    private String getFormat() {
        form.format() ?: 'int32'
    }

    /** Returns the bound itself, or the next number if it is exclusive. */
    private BigDecimal first(BigDecimal bound, boolean exclusive, int direction) {
        exclusive ? bound + step(bound) * direction : bound
    }

    private BigDecimal multiple(BigDecimal number, RoundingMode rounding) {
        bounds.multipleOf() == null ? number : number.divide(bounds.multipleOf(), 0, rounding) * bounds.multipleOf()
    }

    /** True if the schema allows the number. */
    boolean allow(BigDecimal number) {
        (bounds.minimum() == null || number >= bounds.minimum() && !(bounds.exclusiveMinimum() && number == bounds.minimum())) &&
                (bounds.maximum() == null || number <= bounds.maximum() && !(bounds.exclusiveMaximum() && number == bounds.maximum())) &&
                (bounds.multipleOf() == null || number.remainder(bounds.multipleOf()).signum() == 0)
    }

    /** Returns the number if the schema allows it, and else another one that is allowed. */
    Number within(BigDecimal number) {
        if (number >= lowest && number <= highest && (bounds.multipleOf() == null || allow(number))) {
            return typed(number)
        }
        BigDecimal span = highest - lowest + (integer ? 1 : 0)
        typed(span.signum() == 0 ? lowest : multiple(lowest + number.abs().remainder(span), RoundingMode.FLOOR))
    }

    Number typed(BigDecimal number) {
        !integer ? (Number) number : format == 'int64' ? (Number) number.longValueExact() : (Number) number.intValueExact()
    }

    /** Returns the text, or one that is made from it, so that its length and its form are allowed. */
    String fitted(String text) {
        texts.fitted(text)
    }

    /** Returns the last value that a keyword allows. */
    Object at(String keyword) {
        switch (keyword) {
            case ['minLength', 'maxLength', 'pattern']: return texts.at(keyword)
            case 'multipleOf': return within(bounds.multipleOf())
            default: return typed(keyword == 'minimum' ? lowest : highest)
        }
    }

    /** Returns the first value that a keyword forbids. */
    Object beyond(String keyword) {
        switch (keyword) {
            case ['minLength', 'maxLength', 'pattern']: return texts.beyond(keyword)
            case 'multipleOf': return new BigDecimal(at(keyword).toString()) + bounds.multipleOf() / 2
            case 'minimum': return bounds.exclusiveMinimum() ? bounds.minimum() : bounds.minimum() - step(bounds.minimum())
            default: return bounds.exclusiveMaximum() ? bounds.maximum() : bounds.maximum() + step(bounds.maximum())
        }
    }

    /** Returns 1 for integers, and else a step of one more digit than the bound has. */
    private BigDecimal step(BigDecimal bound) {
        integer ? 1.0G : bound.ulp().movePointLeft(1)
    }
}
