package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import org.w3c.dom.Attr
import org.w3c.dom.Element
import org.w3c.dom.Node

/** What the edits of XML do with nodes. */
@CompileStatic
class XmlNodes {
    static final String DECLARATIONS = 'http://www.w3.org/2000/xmlns/'
    private static final String INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance'
    private static final Map<String, String> WRONG = [string: 'one', fraction: '1.5']

    static List<Element> children(Element element) {
        List<Element> children = []
        for (Node node = element.firstChild; node != null; node = node.nextSibling) {
            if (node instanceof Element) {
                children << node
            }
        }
        children
    }

    /** Returns the attributes that are no declarations of namespaces. */
    static List<Attr> attributes(Element element) {
        (0..<element.attributes.length).collect { int it -> element.attributes.item(it) as Attr }.findAll { it.namespaceURI != DECLARATIONS }
    }

    static void clear(Element element) {
        while (element.firstChild != null) {
            element.removeChild(element.firstChild)
        }
    }

    static void nil(Element element) {
        clear(element)
        element.setAttributeNS(INSTANCE, 'i:nil', 'true')
    }

    static void put(Element element, String type) {
        clear(element)
        if (type == 'object') {
            append(element, 'x', '1')
        } else {
            element.textContent = WRONG[type]
        }
    }

    static Element append(Element parent, String name, String text) {
        Element child = parent.appendChild(parent.ownerDocument.createElementNS(parent.namespaceURI, name)) as Element
        child.textContent = text
        child
    }

    static Node rename(Node node, String name) {
        node.ownerDocument.renameNode(node, node.namespaceURI, node.prefix ? node.prefix + ':' + name : name)
    }

    /** Returns another value of the same type. */
    static String other(String text) {
        text ==~ /-?[0-9]+(\.[0-9]+)?/ ? (text.toBigDecimal() - 1).toString() : text == 'true' ? 'false' : text == 'false' ? 'true' : BodyEdits.other(text)
    }
}
