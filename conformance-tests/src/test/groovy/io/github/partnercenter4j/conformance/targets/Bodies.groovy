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

/** Looks into bodies of any form, such as a target may send, for what a question asks. */
@CompileStatic
class Bodies {
    /** Null for what is no JSON. */
    static JsonNode json(ProbeResult asked) {
        try {
            return new ObjectMapper().readTree(StrictText.withoutMark(new String(asked.answer.content(), 'UTF-8')))
        } catch (JsonProcessingException ignored) {
            return null
        }
    }

    /** Null for what is no XML. */
    static Element root(ProbeResult asked) {
        try {
            return new XmlSource(asked.answer.content(), asked.mediaType?.charset).document().documentElement
        } catch (SAXException | IOException ignored) {
            return null
        }
    }

    /** The texts of every property or element of a name, compared without case, anywhere. */
    static List<String> values(ProbeResult asked, String name) {
        List<String> values = []
        if (asked.mediaType?.json) {
            collect(json(asked), name, values)
        } else if (asked.mediaType?.xml) {
            collect(root(asked), name, values)
        }
        values
    }

    /** The names at the top, or what else it is. */
    static String shape(ProbeResult asked) {
        if (asked.answer.body.length == 0) {
            return 'empty'
        }
        JsonNode tree = asked.mediaType?.json ? json(asked) : null
        Element root = asked.mediaType?.xml ? root(asked) : null
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
