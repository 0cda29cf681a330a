package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.XmlForm
import org.w3c.dom.Node

/** The name of an element or attribute with its namespace. */
@CompileStatic
class XmlName {
    final String local
    /** Null for none. */
    final String namespace
    /** The namespace of names without a prefix inside the element. */
    final String inside

    /** @param around the namespace of names without a prefix around the element; null for none */
    private XmlName(String local, XmlForm form, String around) {
        this.local = local
        namespace = form.namespace() ?: (form.attribute() ? null : around)
        inside = form.namespace() != null && form.prefix() == null ? form.namespace() : around
    }

    static XmlName of(ObjectSchema root) {
        new XmlName(root.xmlName(), root.xml(), null)
    }

    static XmlName of(Property property, String around) {
        new XmlName(property.xmlName(), property.xml(), around)
    }

    static XmlName ofItem(ArraySchema list, String around) {
        new XmlName(list.itemXmlName(), list.itemXml(), around)
    }

    boolean isOf(Node node) {
        node.namespaceURI == namespace && node.localName == local
    }

    boolean resembles(Node node) {
        local.equalsIgnoreCase(node.localName)
    }

    @Override
    String toString() {
        namespace == null ? local : "$local of $namespace"
    }
}
