package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.sandbox.spec.Schema
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import java.nio.charset.StandardCharsets
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.transform.OutputKeys
import javax.xml.transform.Transformer
import javax.xml.transform.TransformerFactory
import javax.xml.transform.dom.DOMSource
import javax.xml.transform.stream.StreamResult
import org.w3c.dom.Attr
import org.w3c.dom.Document
import org.w3c.dom.Element

/** Edits XML. Elements are found by their local names ignoring case, so that the spec's XML and .NET's can be edited. */
@CompileStatic
class XmlEdit implements BodyEdit {
    // Created once: finding an implementation takes longer than parsing.
    private static final DocumentBuilderFactory FACTORY = DocumentBuilderFactory.newInstance()
    private static final TransformerFactory TRANSFORMERS = TransformerFactory.newInstance()

    static {
        FACTORY.namespaceAware = true
    }

    final Document document

    XmlEdit(byte[] body) {
        document = FACTORY.newDocumentBuilder().parse(new ByteArrayInputStream(body))
    }

    @Override
    byte[] drop(Route route) {
        edited(route) { XmlPosition it -> it.drop() }
    }

    @Override
    byte[] nothing(Route route) {
        edited(route) { XmlPosition it -> it.nothing() }
    }

    @Override
    byte[] empty(Route route) {
        edited(route) { XmlPosition it -> it.empty() }
    }

    @Override
    byte[] change(Route route) {
        edited(route) { XmlPosition it -> it.change() }
    }

    @Override
    byte[] put(Route route, String type) {
        edited(route) { XmlPosition it -> it.put(type) }
    }

    @Override
    byte[] text(Route route, Object value) {
        edited(route) { XmlPosition it -> it.text(value.toString()) }
    }

    @Override
    byte[] rename(Route route, String name) {
        edited(route) { XmlPosition it -> it.rename(name) }
    }

    @Override
    byte[] twice(Route route) {
        edited(route) { XmlPosition it -> it.repeat() }
    }

    /** Moves the name into another namespace. */
    byte[] move(Route route, String namespace) {
        edited(route) { XmlPosition it -> it.move(namespace) }
    }

    @Override
    byte[] renameItem(Route route, String name) {
        XmlNodes.rename(items(route).first(), name)
        bytes()
    }

    /** The new name contains neither "fault" nor "error", by which a client may recognize a fault. */
    @Override
    byte[] otherRoot() {
        XmlNodes.rename(document.documentElement, 'RenamedByTheSuite')
        bytes()
    }

    /** Moves the value into an attribute of the parent element. */
    byte[] toAttribute(Route route) {
        Element element = elements(parent(route), route.last).first()
        (element.parentNode as Element).setAttribute(element.localName, element.textContent)
        element.parentNode.removeChild(element)
        bytes()
    }

    /** Moves the value from an attribute into an element. */
    byte[] toElement(Route route) {
        edited(route) { XmlPosition it -> (it as AttributePosition).toElement() }
    }

    /** Replaces a list by its items. */
    byte[] unwrap(Route route) {
        Element element = elements(parent(route), route.last).first()
        XmlNodes.children(element).each { element.parentNode.insertBefore(it, element) }
        element.parentNode.removeChild(element)
        bytes()
    }

    /** Puts the items of a list into an element with the name of the property. */
    byte[] wrap(Route route) {
        edited(route) { XmlPosition it -> (it as ItemsPosition).wrap(route.last.xmlName) }
    }

    /** Reverses the properties of an object, or of each object in a list. The items of a list stay in order. */
    byte[] reverse(Route route) {
        if (route.last.innermost instanceof ObjectSchema) {
            innermost(route).each { Element object ->
                XmlNodes.children(object).groupBy { it.nodeName }.values().toList().reverse().each { List<Element> property -> property.each { object.appendChild(it) } }
            }
        }
        bytes()
    }

    /** Returns the element of an object, or those of the objects in a list. */
    private List<Element> innermost(Route route) {
        if (route.last.levels.empty) {
            return elements(parent(route), route.last)
        }
        List<Element> elements = items(route)
        (route.last.levels.size() - 1).times { elements = elements.collectMany { XmlNodes.children(it) } }
        elements
    }

    @Override
    byte[] nothingForItem(Route route) {
        XmlNodes.nil(items(route).first())
        bytes()
    }

    @Override
    byte[] wrongItem(Route route) {
        Schema items = route.last.levels.first()
        XmlNodes.put(this.items(route).first(), items instanceof Scalar ? 'object' : 'string')
        bytes()
    }

    @Override
    byte[] add(Route route) {
        XmlNodes.append(innermost(route).first(), UNKNOWN, 'x')
        bytes()
    }

    @Override
    byte[] addToRoot() {
        XmlNodes.append(document.documentElement, UNKNOWN, 'x')
        bytes()
    }

    private byte[] edited(Route route, Closure<?> change) {
        change.call(find(route))
        bytes()
    }

    private XmlPosition find(Route route) {
        Element parent = parent(route)
        Route.Step last = route.last
        if (last.attribute) {
            return new AttributePosition(XmlNodes.attributes(parent).find { Attr it -> it.localName == last.xmlName })
        }
        List<Element> elements = elements(parent, last)
        last.unwrapped ? new ItemsPosition(elements) : new ElementPosition(elements.first(), last.schema)
    }

    private Element parent(Route route) {
        Element at = document.documentElement
        Route.Step before = null
        route.steps.init().each { Route.Step step ->
            // The items of a list without a wrapper were found by the step of the list.
            at = step.item ? (before.unwrapped ? at : XmlNodes.children(at).first()) : elements(at, step).first()
            before = step
        }
        at
    }

    /** Returns the items of the list at a place. */
    private List<Element> items(Route route) {
        List<Element> elements = elements(parent(route), route.last)
        route.last.unwrapped ? elements : XmlNodes.children(elements.first())
    }

    /** Returns the elements of a property: one, or the items of a list without a wrapper. */
    private static List<Element> elements(Element parent, Route.Step step) {
        List<Element> named = XmlNodes.children(parent).findAll { it.localName.equalsIgnoreCase(step.elementName) || !step.unwrapped && it.localName.equalsIgnoreCase(step.name) }
        List<Element> exact = step.elementXml.namespace() == null ? [] as List<Element> : named.findAll { it.namespaceURI == step.elementXml.namespace() }
        exact ?: named
    }

    byte[] bytes() {
        Transformer transformer = TRANSFORMERS.newTransformer()
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, 'yes')
        StringWriter text = new StringWriter()
        transformer.transform(new DOMSource(document), new StreamResult(text))
        AttributePosition.repeated(text.toString()).getBytes(StandardCharsets.UTF_8)
    }
}
