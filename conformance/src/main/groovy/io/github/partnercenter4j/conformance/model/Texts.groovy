package io.github.partnercenter4j.conformance.model

import com.github.curiousoddman.rgxgen.RgxGen
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import java.util.regex.Pattern

/** Finds texts at, within and beyond the bounds of a schema. */
@CompileStatic
class Texts {
    private static final int TRIES = 1000
    private static final List<String> STRANGE = ['none of them', '', '?', 'A', '0', '\n', '-', 'zzzzzzzz', '99999999']

    private final Scalar form
    private final Bounds bounds

    Texts(Scalar form) {
        this.form = form
        bounds = form.bounds()
    }

    /** Returns the text, filled up or without its beginning, so that its length is allowed; with a pattern, a text that matches it. */
    String fitted(String text) {
        if (bounds.pattern() != null) {
            return matching()
        }
        String filled = text + 'x' * Math.max(0, bounds.minLength() - length(text))
        Integer longest = bounds.maxLength()
        boolean fits = longest == null || length(filled) <= longest
        fits ? filled : filled.substring(filled.offsetByCodePoints(filled.length(), -longest))
    }

    private static int length(String text) {
        text.codePointCount(0, text.length())
    }

    private String matching() {
        RgxGen generator = RgxGen.parse(bounds.pattern())
        String found = (0..<TRIES).collect { it as long }.stream().map { long seed -> generator.generate(new Random(seed)) }.filter { String it ->
            length(it) >= bounds.minLength() && (bounds.maxLength() == null || length(it) <= bounds.maxLength()) && Pattern.compile(bounds.pattern()).matcher(it).find()
        }.findFirst().orElse(null)
        if (found == null) {
            throw new IllegalArgumentException("#${form.pointer()}/pattern: no text was found that matches it and has an allowed length")
        }
        found
    }

    String at(String keyword) {
        // A text with a pattern cannot have any length.
        bounds.pattern() != null ? matching() : 'x' * (keyword == 'minLength' ? bounds.minLength() : bounds.maxLength())
    }

    String beyond(String keyword) {
        switch (keyword) {
            case 'minLength': return 'x' * (bounds.minLength() - 1)
            case 'maxLength': return 'x' * (bounds.maxLength() + 1)
        }
        String other = STRANGE.find { !Pattern.compile(bounds.pattern()).matcher(it).find() }
        if (other == null) {
            throw new IllegalArgumentException("#${form.pointer()}/pattern: no text was found that does not match it")
        }
        other
    }
}
