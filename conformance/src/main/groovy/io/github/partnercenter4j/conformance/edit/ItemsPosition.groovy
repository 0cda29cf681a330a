package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import org.w3c.dom.Element

/** A list without a wrapper: its items are directly in the element of the object. */
@CompileStatic
class ItemsPosition implements XmlPosition {
    private final List<Element> items

    ItemsPosition(List<Element> items) {
        this.items = items
    }

    @Override
    void drop() {
        items.each { it.parentNode.removeChild(it) }
    }

    @Override
    void nothing() {
        throw new UnsupportedOperationException('A list without a wrapper cannot be nil')
    }

    @Override
    void empty() {
        drop()
    }

    @Override
    void change() {
        items.first().parentNode.removeChild(items.first())
    }

    @Override
    void put(String type) {
        items.tail().each { it.parentNode.removeChild(it) }
        XmlNodes.put(items.first(), type)
    }

    @Override
    void text(String value) {
        throw new UnsupportedOperationException('A list is no text')
    }

    @Override
    void rename(String name) {
        items.each { XmlNodes.rename(it, name) }
    }

    @Override
    void repeat() {
        items.first().parentNode.insertBefore(items.first().cloneNode(true), items.first())
    }

    @Override
    void move(String namespace) {
        items.each { it.ownerDocument.renameNode(it, namespace, it.localName) }
    }

    /** Puts the items into an element. */
    void wrap(String name) {
        Element first = items.first()
        Element wrapper = first.ownerDocument.createElementNS(first.namespaceURI, name)
        first.parentNode.insertBefore(wrapper, first)
        items.each { wrapper.appendChild(it) }
    }
}
