package io.github.partnercenter4j.conformance.judge

import groovy.xml.MarkupBuilder
import io.github.partnercenter4j.conformance.judge.RawDocument.Part

/**
 * Writes a schema as a RELAX NG grammar. An object is an interleave: its elements in any order, each once. Unknown elements may
 * stand between them unless the schema is closed. Reads the spec as it is written, so that it shares no fault with the model.
 */
class GrammarText {
    private static final Set<String> UNDERSTOOD = [
            'type', 'format', 'properties', 'required', 'additionalProperties', 'allOf', 'items', 'xml', 'enum', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', *GrammarValues.NOT_EXPRESSED,
            'nullable', 'default', 'example', 'description', 'title', 'deprecated', 'readOnly', 'externalDocs'
    ] as Set

    private final RawDocument document
    private final StringWriter text = new StringWriter()
    private final MarkupBuilder xml = new MarkupBuilder(text)
    private final GrammarValues values = new GrammarValues(xml)
    /** The objects and the namespaces of names without a prefix around them, by the name of their definition. */
    private final Map<String, List> defined = [:]
    private final List<String> namespaces = ['']

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
        if (!isObject(root)) {
            throw new IllegalArgumentException("#${root.pointer}: only an object is supported as the root of XML")
        }
        xml.grammar(xmlns: 'http://relaxng.org/ns/structure/1.0', datatypeLibrary: 'http://www.w3.org/2001/XMLSchema-datatypes') {
            start { element(root.pointer, xmlName(root.pointer, root.name), '') }
            for (int i = 0; i < defined.size(); i++) {
                define(defined.keySet()[i], *defined.values()[i])
            }
            xml.define(name: 'anything') {
                zeroOrMore {
                    choice {
                        attribute { anyName() }
                        xml.text()
                        xml.element { anyName(); ref(name: 'anything') }
                    }
                }
            }
        }
        text
    }

    private static boolean isObject(Part form) {
        form.text('type') == 'object' || form.text('type') == null && (form.node.has('properties') || form.node.has('allOf'))
    }

    private void object(Part schema, String around) {
        def name = schema.pointer.replaceAll('[^A-Za-z0-9.]', '_') + (around.empty ? '' : '.' + number(around))
        defined[name] = [schema, around]
        xml.ref(name: name)
    }

    private int number(String namespace) {
        if (!(namespace in namespaces)) {
            namespaces << namespace
        }
        namespaces.indexOf(namespace)
    }

    private void define(String definition, Part schema, String around) {
        def parts = document.parts(schema)
        parts.each { understand(it) }
        def properties = document.properties(schema)
        def required = document.required(schema)
        def elements = properties.findAll { !isAttribute(it) }.collect { elementName(it, around) }
        xml.define(name: definition) {
            interleave {
                xml.empty()
                properties.each { property(it, around, name(it) in required) }
                if (parts.every { it.node.path('additionalProperties').asBoolean(true) }) {
                    zeroOrMore {
                        xml.element {
                            anyName { if (elements) { except { elements.each { namespace, local -> xml.name(ns: namespace, local) } } } }
                            ref(name: 'anything')
                        }
                    }
                }
            }
        }
    }

    /** Returns the name of the property at a place. */
    private static String name(String place) {
        RawDocument.lastKey(place)
    }

    private boolean isAttribute(String place) {
        document.xml(place).path('attribute').asBoolean()
    }

    /** Returns namespace and name of the element of a property: those of the items if it is a list without a wrapper. */
    private List<String> elementName(String place, String around) {
        def form = document.at(place)
        isUnwrapped(form) ? [namespace(form.pointer + '/items', around), itemName(form)] : [namespace(place, around), xmlName(place, name(place))]
    }

    private static boolean isUnwrapped(Part form) {
        form.text('type') == 'array' && !form.node.at('/xml/wrapped').asBoolean()
    }

    private String itemName(Part array) {
        def items = array.pointer + '/items'
        xmlName(document.root.at(items).has('$ref') ? document.at(items).pointer : items, array.name)
    }

    private String xmlName(String place, String otherwise) {
        document.root.at(place).at('/xml/name').asText(otherwise)
    }

    private String namespace(String place, String around) {
        document.xml(place).path('namespace').asText(around)
    }

    private void property(String place, String around, boolean required) {
        def form = document.at(place)
        if (isUnwrapped(form)) {
            understand(form)
            items(form, around)
        } else if (required) {
            value(place, form, around)
        } else {
            xml.optional { value(place, form, around) }
        }
    }

    private void value(String place, Part form, String around) {
        if (isAttribute(place)) {
            understand(form)
            xml.attribute(name: xmlName(place, name(place)), ns: namespace(place, '')) { values.scalar(form) }
        } else {
            element(place, xmlName(place, name(place)), around)
        }
    }

    /** A namespace without a prefix is that of the names inside too. */
    private void element(String place, String name, String around) {
        def namespace = namespace(place, around)
        xml.element(name: name, ns: namespace) { content(document.at(place), document.xml(place).has('prefix') ? around : namespace) }
    }

    private void items(Part array, String around) {
        xml.zeroOrMore { element(array.pointer + '/items', itemName(array), around) }
    }

    private void content(Part form, String around) {
        understand(form)
        if (isObject(form)) {
            object(form, around)
        } else if (form.text('type') == 'array') {
            items(form, around)
        } else {
            values.scalar(form)
        }
    }

    private static void understand(Part schema) {
        def unknown = schema.node.fieldNames().find { !(it in UNDERSTOOD) && !it.startsWith('x-') }
        if (unknown != null) {
            throw new IllegalArgumentException("#$schema.pointer/$unknown: is not supported by the suite in XML")
        }
    }
}
