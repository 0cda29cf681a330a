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
        XmlName name = XmlName.of(form)
        XmlReading reading = new XmlReading()
        if (!name.isOf(root)) {
            reading.object('', 'root', "is ${root.nodeName} and not $name")
        }
        reading.tree = value('', form, root, name.inside, reading)
        reading
    }

    /** @param around the namespace of names without a prefix in the element */
    private JsonNode value(String place, Schema schema, Element element, String around, XmlReading reading) {
        Schema form = spec.resolve(schema)
        undocumented(place, form, element, reading)
        if (form instanceof Scalar) {
            if (!elements(element).empty) {
                reading.object(place, 'type', 'has elements instead of a value')
            }
            return ScalarText.read(form, element.textContent)
        }
        if (texts(element).any { String it -> !(it ==~ /[ \t\r\n]*/) }) {
            reading.object(place, 'text', 'has text among its elements')
        }
        form instanceof ArraySchema ? list(place, form, elements(element), around, reading) : object(place, (ObjectSchema) form, element, around, reading)
    }

    /** Unknown elements are allowed, unknown attributes are not. */
    private static void undocumented(String place, Schema form, Element element, XmlReading reading) {
        List<XmlName> known = form instanceof ObjectSchema ? ((ObjectSchema) form).properties().findAll { it.xml().attribute() }.collect { Property it -> XmlName.of(it, null) } : [] as List<XmlName>
        attributes(element).findAll { Node attribute -> attribute.namespaceURI != DECLARATIONS && !known.any { it.isOf(attribute) } }.each { Node it ->
            boolean nil = it.namespaceURI == INSTANCE && it.localName == 'nil'
            reading.object(place, nil ? 'nil' : 'attribute', "has an attribute ${it.nodeName}")
        }
    }

    private ArrayNode list(String place, ArraySchema form, List<Element> elements, String around, XmlReading reading) {
        ArrayNode list = NODES.arrayNode()
        XmlName name = XmlName.ofItem(form, around)
        elements.eachWithIndex { Element item, int i ->
            if (!name.isOf(item)) {
                reading.object("$place[$i]", 'item', "is ${item.nodeName} and not $name")
            }
            list.add(value("$place[$i]", form.items(), item, name.inside, reading))
        }
        list
    }

    private ObjectNode object(String place, ObjectSchema form, Element element, String around, XmlReading reading) {
        ObjectNode tree = NODES.objectNode()
        List<Element> left = elements(element)
        for (Property property : form.properties()) {
            String path = place.empty ? property.name() : place + '.' + property.name()
            Schema schema = spec.resolve(property.schema())
            XmlName name = elementName(property, around)
            if (property.xml().attribute()) {
                Node attribute = attributes(element).find { Node it -> XmlName.of(property, null).isOf(it) }
                if (attribute != null) {
                    tree.set(property.name(), ScalarText.read((Scalar) schema, attribute.nodeValue))
                }
                continue
            }
            List<Element> named = left.findAll { Element it -> name.isOf(it) }
            left.removeAll(named)
            if (schema instanceof ArraySchema && !schema.wrapped()) {
                // Without a wrapper, an empty list looks like an absent one.
                if (property.required() || !named.empty) {
                    tree.set(property.name(), list(path, schema, named, around, reading))
                }
            } else if (!named.empty) {
                if (named.size() > 1) {
                    reading.object(path, 'repeated', "is present ${named.size()} times")
                }
                tree.set(property.name(), value(path, schema, named[0], name.inside, reading))
            }
        }
        for (Element unknown : left) {
            // In angle brackets, because another property may have this name in JSON.
            tree.put("<${unknown.nodeName}>".toString(), unknown.textContent)
            lookAlike(place, form, unknown, around, reading)
        }
        tree
    }

    /** Returns the name of the element of a property: that of the items if it is a list without a wrapper. */
    private XmlName elementName(Property property, String around) {
        Schema form = spec.resolve(property.schema())
        form instanceof ArraySchema && !form.wrapped() ? XmlName.ofItem(form, around) : XmlName.of(property, around)
    }

    private void lookAlike(String place, ObjectSchema form, Element unknown, String around, XmlReading reading) {
        for (Property property : form.properties()) {
            Schema schema = spec.resolve(property.schema())
            XmlName name = elementName(property, around)
            if (name.resembles(unknown)) {
                reading.lookAlikes << new Objection(place, 'name', "has ${unknown.nodeName}, which is not ${property.xml().attribute() ? 'the attribute ' : ''}$name")
            } else if (schema instanceof ArraySchema && (unknown.localName.equalsIgnoreCase(schema.itemXmlName()) || unknown.localName.equalsIgnoreCase(property.xmlName()))) {
                reading.lookAlikes << new Objection(place, 'wrapper', schema.wrapped() ? "has ${unknown.nodeName}, which belongs into ${property.xmlName()}" : "has ${unknown.nodeName}, a wrapper around ${schema.itemXmlName()}")
            }
        }
    }

    private static List<Node> attributes(Element element) {
        (0..<element.attributes.length).collect { int it -> element.attributes.item(it) }
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
