package io.github.partnercenter4j.conformance.judge

import groovy.xml.MarkupBuilder
import io.github.partnercenter4j.conformance.judge.RawDocument.Part

/** Writes the part of a RELAX NG grammar that describes a single value: the text of an element or the value of an attribute. */
class GrammarValues {
    private static final String UUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
    private static final Map<String, String> INTEGERS = [int32: 'int', int64: 'long']
    /** The keywords that RELAX NG has nothing for: its patterns are those of XML Schema, and it knows no multiples. Only the tree is judged by them. */
    static final List<String> NOT_EXPRESSED = ['pattern', 'multipleOf']

    private final MarkupBuilder xml

    GrammarValues(MarkupBuilder xml) {
        this.xml = xml
    }

    void scalar(Part form) {
        def values = form.node.path('enum')*.asText()
        switch (form.text('type')) {
            case 'integer': pattern(INTEGERS[form.text('format')] ?: 'integer', values ?: [ScalarText.INTEGER], form); break
            case 'number': pattern('double', values ?: [ScalarText.NUMBER], form); break
            case 'boolean': pattern('boolean', values ?: [ScalarText.BOOLEAN], form); break
            default: string(form, values)
        }
    }

    /** A double is less precise than the decimals of the tree: for a number that differs from its bound in the 17th digit, the judges disagree. */
    private void pattern(String type, List<String> alternatives, Part form) {
        xml.data(type: type) {
            param(name: 'pattern', alternatives.join('|'))
            bound('min', form.text('minimum'), form.node.path('exclusiveMinimum').asBoolean())
            bound('max', form.text('maximum'), form.node.path('exclusiveMaximum').asBoolean())
        }
    }

    private void bound(String side, String bound, boolean exclusive) {
        if (bound != null) {
            xml.param(name: side + (exclusive ? 'Exclusive' : 'Inclusive'), bound)
        }
    }

    private void string(Part form, List<String> values) {
        def format = form.text('format')
        if (values) {
            xml.choice { values.each { xml.value(type: 'string', it) } }
        } else if (format == 'date') {
            pattern('date', [ScalarText.DATE], form)
        } else if (format == 'date-time') {
            pattern('dateTime', [ScalarText.DATE_TIME], form)
        } else {
            xml.data(type: 'string') {
                ['minLength', 'maxLength'].findAll { form.node.has(it) }.each { param(name: it, form.text(it)) }
                if (format == 'uuid') {
                    param(name: 'pattern', UUID)
                }
            }
        }
    }
}
