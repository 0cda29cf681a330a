package io.github.partnercenter4j.conformance.targets

import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.judge.StrictText
import io.github.partnercenter4j.conformance.judge.XmlSource
import org.w3c.dom.Element
import org.w3c.dom.Node
import org.xml.sax.SAXException

/** Looks for values in bodies of any format, such as a target may send. */
@CompileStatic
class Bodies {
    /** Returns null if the body is not JSON. */
    static JsonNode json(ProbeResult result) {
        try {
            return new ObjectMapper().readTree(StrictText.withoutMark(new String(result.response.content(), 'UTF-8')))
        } catch (JsonProcessingException ignored) {
            return null
        }
    }

    /** Returns null if the body is not XML. */
    static Element root(ProbeResult result) {
        try {
            return new XmlSource(result.response.content(), result.mediaType?.charset).document().documentElement
        } catch (SAXException | IOException ignored) {
            return null
        }
    }

    /** Returns the text of every property or element with this name, at any depth. Case is ignored. */
    static List<String> values(ProbeResult result, String name) {
        List<String> values = []
        if (result.mediaType?.json) {
            collect(json(result), name, values)
        } else if (result.mediaType?.xml) {
            collect(root(result), name, values)
        }
        values
    }

    /** Describes a body by the names at its top. */
    static String shape(ProbeResult result) {
        if (result.response.body.length == 0) {
            return 'empty'
        }
        JsonNode tree = result.mediaType?.json ? json(result) : null
        Element root = result.mediaType?.xml ? root(result) : null
        tree != null ? tree.fieldNames().collect { "$it (${tree.get(it).nodeType.name().toLowerCase(Locale.ROOT)})" }.join(', ')
                : root != null ? "${root.localName} with ${children(root)*.localName.join(', ')}" : 'neither JSON nor XML'
    }

    static List<Element> children(Element element) {
        List<Element> children = []
        for (Node child = element.firstChild; child != null; child = child.nextSibling) {
            if (child instanceof Element) {
                children << child
            }
        }
        children
    }

    private static void collect(JsonNode tree, String name, List<String> values) {
        if (tree?.isObject()) {
            tree.fieldNames().each { String key ->
                if (key.equalsIgnoreCase(name) && tree.get(key).isValueNode()) {
                    values << tree.get(key).asText()
                }
            }
        }
        tree?.each { JsonNode child -> collect(child, name, values) }
    }

    private static void collect(Element element, String name, List<String> values) {
        if (element == null) {
            return
        }
        if (element.localName.equalsIgnoreCase(name) && children(element).empty) {
            values << element.textContent
        }
        children(element).each { collect(it, name, values) }
    }
}
