package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.BigIntegerNode
import com.fasterxml.jackson.databind.node.BooleanNode
import com.fasterxml.jackson.databind.node.TextNode
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar

/** The value that a text stands for where everything is text: in an element and in a header. What is no such value stays text. */
@CompileStatic
class ScalarText {
    static final String INTEGER = '-?(0|[1-9][0-9]*)'
    static final String BOOLEAN = 'true|false'

    static JsonNode read(Scalar form, String text) {
        String trimmed = text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/, '')
        if (form.type() == Scalar.Type.INTEGER && trimmed ==~ INTEGER) {
            return new BigIntegerNode(new BigInteger(trimmed))
        }
        if (form.type() == Scalar.Type.BOOLEAN && trimmed ==~ BOOLEAN) {
            return BooleanNode.valueOf(trimmed == 'true')
        }
        new TextNode(text)
    }
}
