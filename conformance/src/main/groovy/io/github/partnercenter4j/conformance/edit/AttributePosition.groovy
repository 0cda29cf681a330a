package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import org.w3c.dom.Attr
import org.w3c.dom.Element

/** A value that is an attribute. */
@CompileStatic
class AttributePosition implements XmlPosition {
    private static final String REPEATED = 'suite-given-twice'
    /** In a marked name, because no namespace is declared for the mark. */
    private static final String COLON = 'suite-colon'

    private final Attr attribute

    AttributePosition(Attr attribute) {
        this.attribute = attribute
    }

    /** Repeats the attributes in written XML that were marked, because a tree cannot hold an attribute twice. */
    static String repeated(String xml) {
        xml.replaceAll(" $REPEATED\\.([^=]*)=") { List<String> it -> " ${it[1].replace(COLON, ':')}=" }
    }

    @Override
    void drop() {
        attribute.ownerElement.removeAttributeNode(attribute)
    }

    @Override
    void nothing() {
        throw new UnsupportedOperationException('An attribute cannot be nil')
    }

    @Override
    void empty() {
        attribute.value = ''
    }

    @Override
    void change() {
        attribute.value = XmlNodes.other(attribute.value)
    }

    @Override
    void put(String type) {
        attribute.value = type == 'fraction' ? '1.5' : 'one'
    }

    @Override
    void text(String value) {
        attribute.value = value
    }

    @Override
    void rename(String name) {
        XmlNodes.rename(attribute, name)
    }

    @Override
    void repeat() {
        attribute.ownerElement.setAttribute("$REPEATED.${attribute.nodeName.replace(':', COLON)}", attribute.value)
    }

    @Override
    void move(String namespace) {
        attribute.ownerDocument.renameNode(attribute, namespace, namespace == null ? attribute.localName : 'moved:' + attribute.localName)
    }

    /** Writes the value as an element. */
    void toElement() {
        Element owner = attribute.ownerElement
        drop()
        Element element = owner.ownerDocument.createElementNS(attribute.namespaceURI ?: owner.namespaceURI, attribute.localName)
        element.textContent = attribute.value
        owner.insertBefore(element, owner.firstChild)
    }
}
