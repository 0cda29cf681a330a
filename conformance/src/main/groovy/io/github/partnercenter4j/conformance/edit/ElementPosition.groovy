package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import org.w3c.dom.Element

/** A value that is an element. */
@CompileStatic
class ElementPosition implements XmlPosition {
    private final Element element
    private final Schema schema

    ElementPosition(Element element, Schema schema) {
        this.element = element
        this.schema = schema
    }

    @Override
    void drop() {
        element.parentNode.removeChild(element)
    }

    @Override
    void nothing() {
        XmlNodes.nil(element)
    }

    @Override
    void empty() {
        XmlNodes.clear(element)
        XmlNodes.attributes(element).each { element.removeAttributeNode(it) }
    }

    @Override
    void change() {
        List<Element> children = XmlNodes.children(element)
        if (schema instanceof Scalar) {
            element.textContent = XmlNodes.other(element.textContent)
        } else if (!children.empty) {
            element.removeChild(children.first())
        } else if (!XmlNodes.attributes(element).empty) {
            element.removeAttributeNode(XmlNodes.attributes(element).first())
        } else {
            drop()
        }
    }

    @Override
    void put(String type) {
        XmlNodes.put(element, type)
    }

    @Override
    void text(String value) {
        element.textContent = value
    }

    @Override
    void rename(String name) {
        XmlNodes.rename(element, name)
    }

    @Override
    void repeat() {
        element.parentNode.insertBefore(element.cloneNode(true), element)
    }

    @Override
    void move(String namespace) {
        element.ownerDocument.renameNode(element, namespace, element.localName)
    }
}
