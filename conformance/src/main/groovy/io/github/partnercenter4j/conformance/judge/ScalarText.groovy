package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.BigIntegerNode
import com.fasterxml.jackson.databind.node.BooleanNode
import com.fasterxml.jackson.databind.node.DecimalNode
import com.fasterxml.jackson.databind.node.TextNode
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import java.time.DateTimeException
import java.time.LocalDate
import java.time.OffsetDateTime

/** Reads a value from the text of an XML element or a header. A text that is not such a value stays text. */
@CompileStatic
class ScalarText {
    static final String INTEGER = '-?(0|[1-9][0-9]*)'
    static final String NUMBER = '-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE](\\+|-)?[0-9]+)?'
    static final String BOOLEAN = 'true|false'
    /** What RFC 3339 and W3C's dateTime have in common: no leap second, only zones in use, no year below 1000. */
    static final String DATE_TIME = '[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3])(:[0-5][0-9]){2}(\\.[0-9]{1,9})?' +
            '(Z|\\+(0[0-9]|1[0-3]):[0-5][0-9]|-(0[0-9]|1[01]):[0-5][0-9])'

    /** The same, without a zone. */
    static final String DATE = '[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}'

    static boolean isDate(String text) {
        try {
            return text ==~ DATE && LocalDate.parse(text) != null
        } catch (DateTimeException ignored) {
            return false
        }
    }

    static boolean isDateTime(String text) {
        try {
            return text ==~ DATE_TIME && OffsetDateTime.parse(text) != null
        } catch (DateTimeException ignored) {
            return false
        }
    }

    static JsonNode read(Scalar form, String text) {
        String trimmed = text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/, '')
        if (form.type() == Scalar.Type.INTEGER && trimmed ==~ INTEGER) {
            return new BigIntegerNode(new BigInteger(trimmed))
        }
        if (form.type() == Scalar.Type.NUMBER && trimmed ==~ NUMBER) {
            return new DecimalNode(new BigDecimal(trimmed))
        }
        if (form.type() == Scalar.Type.BOOLEAN && trimmed ==~ BOOLEAN) {
            return BooleanNode.valueOf(trimmed == 'true')
        }
        new TextNode(form.format() in ['date', 'date-time'] ? trimmed : text)
    }
}
