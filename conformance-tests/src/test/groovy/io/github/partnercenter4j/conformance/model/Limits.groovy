package io.github.partnercenter4j.conformance.model

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar

/** Finds values at, within and beyond the bounds of a schema. Characters are code points, as in JSON Schema. */
@CompileStatic
class Limits {
    static final List<String> KEYWORDS = ['minLength', 'maxLength', 'minimum', 'maximum']
    /** The range of each integer format. Generated code uses an int if there is no format. */
    static final Map<String, List<BigDecimal>> INTEGERS = [int32: [-2147483648.0G, 2147483647.0G], int64: [-9223372036854775808.0G, 9223372036854775807.0G]]
    /** The distance from the one bound that a number has, or from 0, to the end of its range. */
    private static final BigDecimal FAR = 50_000.0G

    private final Scalar form
    private final Bounds bounds
    final BigDecimal lowest
    final BigDecimal highest

    Limits(Scalar form) {
        this.form = form
        bounds = form.bounds()
        lowest = bounds.minimum() != null ? bounds.minimum() : integer ? INTEGERS[format][0] : (bounds.maximum() ?: 0.0G) - FAR
        highest = bounds.maximum() != null ? bounds.maximum() : integer ? INTEGERS[format][1] : (bounds.minimum() ?: 0.0G) + FAR
    }

    private boolean isInteger() {
        form.type() == Scalar.Type.INTEGER
    }

    private String getFormat() {
        form.format() ?: 'int32'
    }

    /** True if the schema allows the number. */
    boolean allow(BigDecimal number) {
        (bounds.minimum() == null || number >= bounds.minimum()) && (bounds.maximum() == null || number <= bounds.maximum())
    }

    /** Returns the number if it is in range, and else another one that is. */
    Number within(BigDecimal number) {
        if (number >= lowest && number <= highest) {
            return typed(number)
        }
        BigDecimal span = highest - lowest + (integer ? 1 : 0)
        typed(span.signum() == 0 ? lowest : lowest + number.abs().remainder(span))
    }

    Number typed(BigDecimal number) {
        !integer ? (Number) number : format == 'int64' ? (Number) number.longValueExact() : (Number) number.intValueExact()
    }

    /** Returns the text, filled up or without its beginning, so that its length is allowed. */
    String fitted(String text) {
        String filled = text + 'x' * Math.max(0, bounds.minLength() - text.codePointCount(0, text.length()))
        Integer longest = bounds.maxLength()
        boolean fits = longest == null || filled.codePointCount(0, filled.length()) <= longest
        fits ? filled : filled.substring(filled.offsetByCodePoints(filled.length(), -longest))
    }

    /** Returns the last value that a keyword allows. */
    Object at(String keyword) {
        switch (keyword) {
            case 'minLength': return 'x' * bounds.minLength()
            case 'maxLength': return 'x' * bounds.maxLength()
            default: return typed(keyword == 'minimum' ? bounds.minimum() : bounds.maximum())
        }
    }

    /** Returns the first value that a keyword forbids. */
    Object beyond(String keyword) {
        switch (keyword) {
            case 'minLength': return 'x' * (bounds.minLength() - 1)
            case 'maxLength': return 'x' * (bounds.maxLength() + 1)
            case 'minimum': return bounds.minimum() - step(bounds.minimum())
            default: return bounds.maximum() + step(bounds.maximum())
        }
    }

    /** Returns 1 for integers, and else a step of one more digit than the bound has. */
    private BigDecimal step(BigDecimal bound) {
        integer ? 1.0G : bound.ulp().movePointLeft(1)
    }
}
