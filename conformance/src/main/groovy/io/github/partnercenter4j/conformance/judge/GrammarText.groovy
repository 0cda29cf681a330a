package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.JsonNode
import groovy.xml.MarkupBuilder
import io.github.partnercenter4j.conformance.judge.RawDocument.Part

/**
 * Writes a schema as a RELAX NG grammar. An object is an interleave: its elements in any order, each once. Unknown elements may
 * stand between them unless the schema is closed. Reads the spec as it is written, so that it shares no fault with the model.
 */
class GrammarText {
    private static final String UUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
    private static final Map<String, String> INTEGERS = [int32: 'int', int64: 'long']
    /** The keywords that RELAX NG has nothing for: its patterns are those of XML Schema, and it knows no multiples. Only the tree is judged by them. */
    static final List<String> NOT_EXPRESSED = ['pattern', 'multipleOf']
    private static final Set<String> UNDERSTOOD = [
            'type', 'format', 'properties', 'required', 'additionalProperties', 'items', 'xml', 'enum', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', *NOT_EXPRESSED,
            'nullable', 'default', 'example', 'description', 'title', 'deprecated', 'readOnly', 'externalDocs'
    ] as Set

    private final RawDocument document
    private final StringWriter text = new StringWriter()
    private final MarkupBuilder xml = new MarkupBuilder(text)
    private final Map<String, Part> defined = [:]

    private GrammarText(RawDocument document) {
        this.document = document
        xml.doubleQuotes = true
    }

    /**
     * @param pointer the place of a schema
     * @throws IllegalArgumentException if the schema is not supported, with its place
     */
    static String of(RawDocument document, String pointer) {
        new GrammarText(document).grammar(document.at(pointer))
    }

    private String grammar(Part root) {
        if (root.text('type') != 'object') {
            throw new IllegalArgumentException("#${root.pointer}: only an object is supported as the root of XML")
        }
        xml.grammar(xmlns: 'http://relaxng.org/ns/structure/1.0', datatypeLibrary: 'http://www.w3.org/2001/XMLSchema-datatypes') {
            start { element(name: xmlName(root.node, root.name)) { object(root) } }
            for (int i = 0; i < defined.size(); i++) {
                define(defined.values()[i])
            }
            xml.define(name: 'anything') {
                zeroOrMore {
                    choice {
                        attribute { anyName() }
                        xml.text()
                        element { anyName(); ref(name: 'anything') }
                    }
                }
            }
        }
        text
    }

    private void object(Part schema) {
        defined[schema.pointer] = schema
        xml.ref(name: name(schema))
    }

    private static String name(Part schema) {
        schema.pointer.replaceAll('[^A-Za-z0-9.]', '_')
    }

    private void define(Part schema) {
        understand(schema)
        def properties = schema.node.path('properties').fieldNames().toList()
        def required = schema.node.path('required')*.asText()
        xml.define(name: name(schema)) {
            interleave {
                xml.empty()
                properties.each { property(schema, it, it in required) }
                if (schema.node.path('additionalProperties').asBoolean(true)) {
                    zeroOrMore {
                        element {
                            anyName { except { properties.collect { elementName(schema, it) }.each { xml.name(ns: '', it) } } }
                            ref(name: 'anything')
                        }
                    }
                }
            }
        }
    }

    private static String place(Part object, String property) {
        "$object.pointer/properties${RawDocument.escaped(property)}"
    }

    /** Returns the name of the element in the object: that of the property, or of the items if it is a list without a wrapper. */
    private String elementName(Part object, String property) {
        def form = document.at(place(object, property))
        isUnwrapped(form) ? itemName(form) : xmlName(object.node.at('/properties').get(property), property)
    }

    private static boolean isUnwrapped(Part form) {
        form.text('type') == 'array' && !form.node.at('/xml/wrapped').asBoolean()
    }

    private String itemName(Part array) {
        def items = array.node.get('items')
        xmlName(items.has('$ref') ? document.at(array.pointer + '/items').node : items, array.name)
    }

    private void property(Part object, String property, boolean required) {
        def form = document.at(place(object, property))
        if (isUnwrapped(form)) {
            understand(form)
            items(form)
        } else if (required) {
            xml.element(name: elementName(object, property)) { content(form) }
        } else {
            xml.optional { element(name: elementName(object, property)) { content(form) } }
        }
    }

    private void items(Part array) {
        xml.zeroOrMore { element(name: itemName(array)) { content(document.at(array.pointer + '/items')) } }
    }

    private void content(Part form) {
        understand(form)
        switch (form.text('type')) {
            case 'object': object(form); break
            case 'array': items(form); break
            default: scalar(form)
        }
    }

    private void scalar(Part form) {
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

    private static String xmlName(JsonNode schema, String otherwise) {
        schema.at('/xml/name').asText(otherwise)
    }

    private static void understand(Part schema) {
        def unknown = schema.node.fieldNames().find { !(it in UNDERSTOOD) && !it.startsWith('x-') }
        if (unknown != null) {
            throw new IllegalArgumentException("#$schema.pointer/$unknown: is not supported by the suite in XML")
        }
    }
}
