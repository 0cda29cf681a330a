package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.SpecModel
import org.w3c.dom.Attr
import org.w3c.dom.Element
import org.w3c.dom.Node

/** Edits XML as a whole, by the schema of its root. */
@CompileStatic
class XmlWhole {
    private final SpecModel spec
    private final Schema schema
    private final XmlEdit edit
    private final Element root

    XmlWhole(SpecModel spec, Schema schema, byte[] body) {
        this.spec = spec
        this.schema = schema
        edit = new XmlEdit(body)
        root = edit.document.documentElement
    }

    /** Adds an unknown element to every object that may have one. */
    byte[] widened() {
        widen(root, schema)
        edit.bytes()
    }

    private void widen(Element element, Schema schema) {
        Schema form = spec.resolve(schema)
        if (form instanceof ArraySchema) {
            XmlNodes.children(element).each { widen(it, form.items()) }
        } else if (form instanceof ObjectSchema) {
            ObjectSchema object = (ObjectSchema) form
            XmlNodes.children(element).each { Element child ->
                Property property = object.properties().find { Property it -> !it.xml().attribute() && name(it) == child.localName }
                Schema value = spec.resolve(property.schema())
                widen(child, value instanceof ArraySchema && !value.wrapped() ? value.items() : value)
            }
            if (!object.closed()) {
                Element unknown = XmlNodes.append(element, BodyEdit.UNKNOWN, '')
                unknown.setAttribute('a', 'b')
                XmlNodes.append(unknown, 'more', '1')
            }
        }
    }

    private String name(Property property) {
        Schema form = spec.resolve(property.schema())
        form instanceof ArraySchema && !form.wrapped() ? form.itemXmlName() : property.xmlName()
    }

    /** Moves all elements, and the attributes that have a namespace, into another namespace; null for none. */
    byte[] moved(String namespace) {
        rewritten { namespace }
    }

    /** Writes the same names with other prefixes. */
    byte[] prefixed() {
        rewritten { Node it -> it.namespaceURI }
    }

    private byte[] rewritten(Closure<String> namespace) {
        List<Node> names = all()
        List<String> namespaces = names.collect { namespace.call(it) }
        declarations(root)
        names.eachWithIndex { Node node, int i ->
            String prefix = namespaces[i] == null ? '' : node instanceof Attr ? 'a:' : node.is(root) ? 'r:' : ''
            edit.document.renameNode(node, namespaces[i], prefix + node.localName)
        }
        edit.bytes()
    }

    private List<Node> all() {
        List<Node> names = []
        collect(root, names)
        names
    }

    private static void collect(Element element, List<Node> names) {
        names << element
        names.addAll(XmlNodes.attributes(element).findAll { it.namespaceURI != null })
        XmlNodes.children(element).each { collect(it, names) }
    }

    /** Removes the declarations of namespaces: those that are needed are written anew. */
    private static void declarations(Element element) {
        (0..<element.attributes.length).collect { int it -> element.attributes.item(it) as Attr }.findAll { it.namespaceURI == XmlNodes.DECLARATIONS }
                .each { element.removeAttributeNode(it) }
        XmlNodes.children(element).each { declarations(it) }
    }
}
