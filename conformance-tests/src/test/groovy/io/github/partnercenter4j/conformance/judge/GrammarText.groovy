package io.github.partnercenter4j.conformance.judge

import groovy.xml.MarkupBuilder
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel

/**
 * Writes a schema as a RELAX NG grammar. An object is an interleave: its elements in any order, each once. Unknown elements may
 * stand between them unless the schema is closed.
 */
class GrammarText {
    private static final String UUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
    private static final Map<String, String> INTEGERS = [int32: 'int', int64: 'long']

    private final SpecModel spec
    private final StringWriter text = new StringWriter()
    private final MarkupBuilder xml = new MarkupBuilder(text)
    private final Set<ObjectSchema> defined = new LinkedHashSet<>()

    private GrammarText(SpecModel spec) {
        this.spec = spec
        xml.doubleQuotes = true
    }

    static String of(SpecModel spec, Schema schema) {
        new GrammarText(spec).grammar(schema)
    }

    private String grammar(Schema schema) {
        def root = spec.resolve(schema)
        if (!(root instanceof ObjectSchema)) {
            throw new IllegalArgumentException("#${root.pointer()}: only an object is supported as the root of XML")
        }
        xml.grammar(xmlns: 'http://relaxng.org/ns/structure/1.0', datatypeLibrary: 'http://www.w3.org/2001/XMLSchema-datatypes') {
            start { element(name: root.xmlName()) { object(root) } }
            for (int i = 0; i < defined.size(); i++) {
                define(defined[i])
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

    private void object(ObjectSchema schema) {
        defined.add(schema)
        xml.ref(name: name(schema))
    }

    private static String name(ObjectSchema schema) {
        schema.pointer().replaceAll('[^A-Za-z0-9.]', '_')
    }

    private void define(ObjectSchema schema) {
        xml.define(name: name(schema)) {
            interleave {
                xml.empty()
                schema.properties().each { property(it) }
                if (!schema.closed()) {
                    zeroOrMore {
                        element {
                            anyName { except { XmlNames.of(spec, schema).each { xml.name(ns: '', it) } } }
                            ref(name: 'anything')
                        }
                    }
                }
            }
        }
    }

    private void property(Property property) {
        def form = spec.resolve(property.schema())
        if (form instanceof ArraySchema && !form.wrapped()) {
            items(form)
        } else if (property.required()) {
            xml.element(name: property.xmlName()) { content(form) }
        } else {
            xml.optional { element(name: property.xmlName()) { content(form) } }
        }
    }

    private void items(ArraySchema array) {
        xml.zeroOrMore { element(name: array.itemXmlName()) { content(spec.resolve(array.items())) } }
    }

    private void content(Schema form) {
        switch (form) {
            case ObjectSchema: object(form); break
            case ArraySchema: items(form); break
            default: scalar(form)
        }
    }

    private void scalar(Scalar form) {
        switch (form.type()) {
            case Scalar.Type.INTEGER: pattern(INTEGERS[form.format()] ?: 'integer', form.values() ?: [ScalarText.INTEGER], form.bounds()); break
            case Scalar.Type.NUMBER: pattern('double', form.values() ?: [ScalarText.NUMBER], form.bounds()); break
            case Scalar.Type.BOOLEAN: pattern('boolean', form.values() ?: [ScalarText.BOOLEAN]); break
            default: string(form)
        }
    }

    /** A double is less precise than the decimals of the tree: for a number that differs from its bound in the 17th digit, the judges disagree. */
    private void pattern(String type, List<String> alternatives, Bounds bounds = Bounds.NONE) {
        xml.data(type: type) {
            param(name: 'pattern', alternatives.join('|'))
            [minInclusive: bounds.minimum(), maxInclusive: bounds.maximum()].findAll { it.value != null }.each { param(name: it.key, it.value as String) }
        }
    }

    private void string(Scalar form) {
        if (form.values()) {
            xml.choice { form.values().each { xml.value(type: 'string', it) } }
        } else if (form.format() == 'date') {
            pattern('date', [ScalarText.DATE])
        } else if (form.format() == 'date-time') {
            pattern('dateTime', [ScalarText.DATE_TIME])
        } else {
            xml.data(type: 'string') {
                param(name: 'minLength', form.bounds().minLength())
                if (form.bounds().maxLength() != null) {
                    param(name: 'maxLength', form.bounds().maxLength())
                }
                if (form.format() == 'uuid') {
                    param(name: 'pattern', UUID)
                }
            }
        }
    }
}
