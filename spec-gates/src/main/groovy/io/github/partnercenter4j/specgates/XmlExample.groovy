package io.github.partnercenter4j.specgates

import com.fasterxml.jackson.databind.JsonNode
import groovy.xml.XmlParser
import org.xml.sax.SAXException
import org.xml.sax.helpers.DefaultHandler

/** Compares an example in XML with the one in JSON, by the xml objects of the schema. */
class XmlExample {
    private final SpecTree document
    private final JsonNode schema

    XmlExample(SpecTree document, JsonNode schema) {
        this.document = document
        this.schema = schema
    }

    /** Returns what is different; null if the two say the same. */
    String difference(String xml, JsonNode json) {
        def parser = new XmlParser(false, false)
        parser.errorHandler = new DefaultHandler()
        try {
            def root = parser.parseText(xml)
            def name = document.resolved(schema).at('/xml/name').asText()
            if (root.name() != name) {
                return "has the root ${root.name()} instead of $name"
            }
            firstDifference('', value(root, schema), plain(json))
        } catch (SAXException e) {
            return "is not well-formed XML: $e.message"
        }
    }

    private static String firstDifference(String place, Object xml, Object json) {
        if (xml instanceof Map && json instanceof Map) {
            return (xml.keySet() + json.keySet()).findResult { key -> firstDifference("$place/$key", xml[key], json[key]) }
        }
        if (xml instanceof List && json instanceof List && xml.size() == json.size()) {
            return xml.indices.findResult { index -> firstDifference("$place/$index", xml[index], json[index]) }
        }
        xml == json ? null : "says ${said(xml)} at ${place ?: 'its root'}, and the example in JSON says ${said(json)}"
    }

    private static String said(Object value) {
        value instanceof Map ? 'an object' : value instanceof List ? "a list of ${value.size()}" : value == null ? 'nothing' : value as String
    }

    private Object value(Node element, JsonNode declared) {
        def schema = declared.path('allOf').size() == 1 ? document.resolved(declared.path('allOf').get(0)) : document.resolved(declared)
        switch (schema.path('type').asText()) {
            case 'object':
                return element.children().findAll { it instanceof Node }.collectEntries { Node child ->
                    def property = schema.path('properties').properties().find { it.value.at('/xml/name').asText(it.key) == child.name() }
                    [property?.key ?: 'the unknown element ' + child.name(), property ? value(child, property.value) : 'something']
                }
            case 'array':
                def item = document.resolved(schema.path('items')).at('/xml/name').asText()
                return element.children().collect { it instanceof Node && it.name() == item ? value(it, schema.path('items')) : 'something other than ' + item }
            case ['integer', 'number']:
                return element.text().bigDecimal ? number(new BigDecimal(element.text())) : element.text()
            case 'boolean':
                return element.text() in ['true', 'false'] ? element.text() == 'true' : element.text()
            default:
                return element.text()
        }
    }

    private static Object plain(JsonNode json) {
        json.object ? json.properties().collectEntries { [it.key, plain(it.value)] } : json.array ? json.collect { plain(it) } :
                json.number ? number(json.decimalValue()) : json.boolean ? json.booleanValue() : json.asText()
    }

    private static BigDecimal number(BigDecimal value) {
        value.stripTrailingZeros()
    }
}
