package io.github.partnercenter4j.conformance.judge

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.JsonNodeFactory
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import org.w3c.dom.Element
import org.w3c.dom.Node

/** Reads XML, by the {@code xml} objects of the schemas, into the tree that the same content has in JSON. */
@CompileStatic
class XmlTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance
    private static final String DECLARATIONS = 'http://www.w3.org/2000/xmlns/'
    private static final String INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance'

    private final SpecModel spec

    XmlTree(SpecModel spec) {
        this.spec = spec
    }

    XmlReading read(Schema schema, Element root) {
        ObjectSchema form = (ObjectSchema) spec.resolve(schema)
        XmlReading reading = new XmlReading()
        if (root.namespaceURI != null || root.localName != form.xmlName()) {
            reading.object('', 'root', "is ${root.nodeName} and not ${form.xmlName()}")
        }
        reading.tree = value('', form, root, reading)
        reading
    }

    private JsonNode value(String place, Schema schema, Element element, XmlReading reading) {
        for (int i = 0; i < element.attributes.length; i++) {
            Node attribute = element.attributes.item(i)
            if (attribute.namespaceURI != DECLARATIONS) {
                boolean nil = attribute.namespaceURI == INSTANCE && attribute.localName == 'nil'
                reading.object(place, nil ? 'nil' : 'attribute', "has an attribute ${attribute.nodeName}")
            }
        }
        Schema form = spec.resolve(schema)
        if (form instanceof Scalar) {
            if (!elements(element).empty) {
                reading.object(place, 'type', 'has elements instead of a value')
            }
            return ScalarText.read(form, element.textContent)
        }
        if (texts(element).any { String it -> !(it ==~ /[ \t\r\n]*/) }) {
            reading.object(place, 'text', 'has text among its elements')
        }
        form instanceof ArraySchema ? list(place, form, elements(element), reading) : object(place, (ObjectSchema) form, element, reading)
    }

    private ArrayNode list(String place, ArraySchema form, List<Element> elements, XmlReading reading) {
        ArrayNode list = NODES.arrayNode()
        elements.eachWithIndex { Element item, int i ->
            if (!isNamed(item, form.itemXmlName())) {
                reading.object("$place[$i]", 'item', "is ${item.nodeName} and not ${form.itemXmlName()}")
            }
            list.add(value("$place[$i]", form.items(), item, reading))
        }
        list
    }

    private ObjectNode object(String place, ObjectSchema form, Element element, XmlReading reading) {
        ObjectNode tree = NODES.objectNode()
        List<Element> left = elements(element)
        for (Property property : form.properties()) {
            String path = place.empty ? property.name() : place + '.' + property.name()
            List<Element> named = left.findAll { Element it -> isNamed(it, XmlNames.of(spec, property)) }
            left.removeAll(named)
            Schema schema = spec.resolve(property.schema())
            if (schema instanceof ArraySchema && !schema.wrapped()) {
                // Without a wrapper, an empty list looks like an absent one.
                if (property.required() || !named.empty) {
                    tree.set(property.name(), list(path, schema, named, reading))
                }
            } else if (!named.empty) {
                if (named.size() > 1) {
                    reading.object(path, 'repeated', "is present ${named.size()} times")
                }
                tree.set(property.name(), value(path, schema, named[0], reading))
            }
        }
        for (Element unknown : left) {
            // In angle brackets, because another property may have this name in JSON.
            tree.put("<${unknown.nodeName}>".toString(), unknown.textContent)
            lookAlike(place, form, unknown, reading)
        }
        tree
    }

    private void lookAlike(String place, ObjectSchema form, Element unknown, XmlReading reading) {
        for (Property property : form.properties()) {
            Schema schema = spec.resolve(property.schema())
            if (unknown.localName.equalsIgnoreCase(XmlNames.of(spec, property))) {
                reading.lookAlikes << new Objection(place, 'name', "has ${unknown.nodeName}, which is not ${XmlNames.of(spec, property)}")
            } else if (schema instanceof ArraySchema && unknown.localName.equalsIgnoreCase(schema.itemXmlName())) {
                reading.lookAlikes << new Objection(place, 'wrapper', "has ${unknown.nodeName}, which belongs into ${property.xmlName()}")
            }
        }
    }

    private static boolean isNamed(Element element, String name) {
        element.namespaceURI == null && element.localName == name
    }

    private static List<Element> elements(Element parent) {
        children(parent).findAll { Node it -> it instanceof Element } as List<Element>
    }

    private static List<String> texts(Element parent) {
        children(parent).findAll { Node it -> it.nodeType == Node.TEXT_NODE || it.nodeType == Node.CDATA_SECTION_NODE }*.nodeValue
    }

    private static List<Node> children(Element parent) {
        List<Node> children = []
        for (Node child = parent.firstChild; child != null; child = child.nextSibling) {
            children << child
        }
        children
    }
}
