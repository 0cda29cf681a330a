package io.github.partnercenter4j.conformance.edit

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.model.Route
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import java.nio.charset.StandardCharsets
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.transform.OutputKeys
import javax.xml.transform.Transformer
import javax.xml.transform.TransformerFactory
import javax.xml.transform.dom.DOMSource
import javax.xml.transform.stream.StreamResult
import org.w3c.dom.Document
import org.w3c.dom.Element
import org.w3c.dom.Node

/** Edits XML. Elements are found by their local names ignoring case, so that the spec's XML and .NET's can be edited. */
@CompileStatic
class XmlEdit implements BodyEdit {
    private static final String INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance'
    private static final Map<String, String> WRONG = [string: 'one', fraction: '1.5']

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
        Element element = find(route)
        element.parentNode.removeChild(element)
        bytes()
    }

    @Override
    byte[] nothing(Route route) {
        nil(find(route))
        bytes()
    }

    @Override
    byte[] empty(Route route) {
        clear(find(route))
        bytes()
    }

    @Override
    byte[] change(Route route) {
        Element element = find(route)
        String text = element.textContent
        if (children(element)) {
            element.removeChild(children(element).first())
        } else if (text ==~ /-?[0-9]+(\.[0-9]+)?/) {
            element.textContent = (text.toBigDecimal() - 1).toString()
        } else {
            element.textContent = text == 'true' ? 'false' : text == 'false' ? 'true' : BodyEdits.other(text)
        }
        bytes()
    }

    @Override
    byte[] put(Route route, String type) {
        Element element = find(route)
        clear(element)
        if (type == 'object') {
            element.appendChild(document.createElementNS(element.namespaceURI, 'x')).textContent = '1'
        } else {
            element.textContent = WRONG[type]
        }
        bytes()
    }

    @Override
    byte[] text(Route route, Object value) {
        Element element = find(route)
        clear(element)
        element.textContent = value.toString()
        bytes()
    }

    @Override
    byte[] rename(Route route, String name) {
        call(find(route), name)
        bytes()
    }

    @Override
    byte[] renameItem(Route route, String name) {
        call(children(find(route)).first(), name)
        bytes()
    }

    /** The new name contains neither "fault" nor "error", by which a client may recognize a fault. */
    @Override
    byte[] otherRoot() {
        call(document.documentElement, 'RenamedByTheSuite')
        bytes()
    }

    /** Moves the value into an attribute of the parent element. */
    byte[] attribute(Route route) {
        Element element = find(route)
        (element.parentNode as Element).setAttribute(element.localName, element.textContent)
        element.parentNode.removeChild(element)
        bytes()
    }

    /** Replaces a list by its items. */
    byte[] unwrap(Route route) {
        Element element = find(route)
        children(element).each { element.parentNode.insertBefore(it, element) }
        element.parentNode.removeChild(element)
        bytes()
    }

    /** Reverses the properties of an object, or of each item of a list. The items stay in order. */
    byte[] reverse(Route route) {
        Element element = find(route)
        (route.last.schema instanceof ArraySchema ? children(element) : [element]).each { Element each ->
            children(each).reverse().each { Element child -> each.appendChild(child) }
        }
        bytes()
    }

    /** Adds an unknown element to every object. */
    byte[] widened() {
        widen(document.documentElement)
        bytes()
    }

    /** An element whose children have different names is an object. A list with one item looks the same, so objects of one property are left out. */
    private void widen(Element element) {
        List<Element> children = children(element)
        children.each { widen(it) }
        if (children*.localName.unique().size() > 1) {
            Element unknown = element.appendChild(document.createElementNS(element.namespaceURI, 'unknownToAnySpec')) as Element
            unknown.setAttribute('a', 'b')
            unknown.appendChild(document.createElementNS(element.namespaceURI, 'more')).textContent = '1'
        }
    }

    private void call(Element element, String name) {
        document.renameNode(element, element.namespaceURI, element.prefix ? element.prefix + ':' + name : name)
    }

    @Override
    byte[] twice(Route route) {
        Element element = find(route)
        element.parentNode.insertBefore(element.cloneNode(true), element)
        bytes()
    }

    @Override
    byte[] nothingForItem(Route route) {
        nil(children(find(route)).first())
        bytes()
    }

    @Override
    byte[] wrongItem(Route route) {
        Element item = children(find(route)).first()
        boolean object = !children(item).empty
        clear(item)
        if (object) {
            item.textContent = 'text'
        } else {
            item.appendChild(document.createElementNS(item.namespaceURI, 'x')).textContent = '1'
        }
        bytes()
    }

    @Override
    byte[] add(Route route) {
        Element element = find(route)
        element.appendChild(document.createElementNS(element.namespaceURI, 'unknownToAnySpec')).textContent = 'x'
        bytes()
    }

    Element find(Route route) {
        Element at = document.documentElement
        route.steps.each { Route.Step step ->
            at = step.item ? children(at).first()
                    : children(at).find { it.localName.equalsIgnoreCase(step.xmlName) || it.localName.equalsIgnoreCase(step.name) }
        }
        at
    }

    static List<Element> children(Element element) {
        List<Element> children = []
        for (Node node = element.firstChild; node != null; node = node.nextSibling) {
            if (node instanceof Element) {
                children << node
            }
        }
        children
    }

    private static void nil(Element element) {
        clear(element)
        element.setAttributeNS(INSTANCE, 'i:nil', 'true')
    }

    private static void clear(Element element) {
        while (element.firstChild != null) {
            element.removeChild(element.firstChild)
        }
    }

    byte[] bytes() {
        Transformer transformer = TRANSFORMERS.newTransformer()
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, 'yes')
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()
        transformer.transform(new DOMSource(document), new StreamResult(new OutputStreamWriter(bytes, StandardCharsets.UTF_8)))
        bytes.toByteArray()
    }
}
