package io.github.partnercenter4j.conformance.gates

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import com.networknt.schema.Schema
import com.networknt.schema.SchemaLocation
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.dialect.Dialects
import groovy.xml.XmlParser

/** The gates for examples. They read the examples with their own rules and not with the client or the sandbox. */
class ExampleGates {
    static final String SAMPLE = '{"totalCount":1,"items":[{"orderLineItemId":0,"lineItemNumber":0,"status":"fulfilled",' +
            '"quantityProvisioningInformation":[{"quantity":1,"status":"fulfilled"}]}],"attributes":{"objectType":"Collection"}}'
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(Dialects.openApi30)

    static final List<Gate> ALL = [
            new Gate('the sample is the one of the documentation, word for word', { SpecTree it ->
                def sample = it.at('/components/examples/SampleJson/value')
                sample.toString() == SAMPLE ? [] : [sample]
            }),
            new Gate('every example in JSON fits its schema, and names no property that the schema lacks', { SpecTree it ->
                bodies(it).findAll { it.mediaType.endsWith('json') }.unique { [it.schema, it.body] }
                        .collectMany { body -> problems(it, body.schema, body.body).collect { "$body.place: $it" } }
            }),
            new Gate('every example in XML has the same content as the example in JSON of the same name', { SpecTree it ->
                def all = bodies(it)
                all.findAll { it.mediaType.endsWith('xml') }.unique { [it.schema, it.body, it.name] }.collectMany { xml ->
                    def json = all.find { [it.response, it.name, it.mediaType] == [xml.response, xml.name, 'application/json'] }
                    def read = read(it, xml.schema, xml.body.asText())
                    read == new ObjectMapper().convertValue(json?.body, Object) ? [] : ["$xml.place: $read"]
                }
            }),
            new Gate('the example of a parameter or a header fits it', { SpecTree it ->
                ['parameters', 'headers'].collectMany { kind ->
                    it.at("/components/$kind").properties().findAll { it.value.has('example') }.collectMany { entry ->
                        problems(it, entry.value.path('schema'), entry.value.path('example')).collect { "$entry.key: $it" }
                    }
                }
            })
    ]

    /** Returns each example of each response, with its schema. */
    private static List<Map> bodies(SpecTree document) {
        document.responses.collectMany { place, response ->
            response.path('content').properties().collectMany { content ->
                content.value.path('examples').properties().collect {
                    [place: "$place $content.key $it.key", response: place, mediaType: content.key, name: it.key, schema: content.value.path('schema'),
                     body: document.resolved(it.value).path('value')]
                }
            }
        }
    }

    static List<String> problems(SpecTree document, JsonNode schema, JsonNode body) {
        closed(document).with { root ->
            ObjectNode whole = root.deepCopy()
            whole.putArray('allOf').add(schema)
            Schema validator = REGISTRY.getSchema(SchemaLocation.of('mem:spec'), whole)
            validator.validate(body)*.toString()
        }
    }

    /** Returns a copy in which additional properties are forbidden, so that a property that the schema lacks is an error. */
    private static ObjectNode closed(SpecTree document) {
        ObjectNode components = document.at('/components').deepCopy()
        components.path('schemas').each { if (it instanceof ObjectNode && it.has('properties') && !it.has('additionalProperties')) it.put('additionalProperties', false) }
        def root = new ObjectMapper().createObjectNode()
        root.set('components', components)
        root
    }

    /** Reads XML into a tree, by the xml objects of the schemas. Returns null if the root has another name. */
    private static Object read(SpecTree document, JsonNode schema, String xml) {
        def root = new XmlParser(false, false).parseText(xml)
        root.name() == document.resolved(schema).at('/xml/name').asText() ? value(document, root, schema) : null
    }

    private static Object value(SpecTree document, Node element, JsonNode declared) {
        def schema = declared.path('allOf').size() == 1 ? document.resolved(declared.path('allOf').get(0)) : document.resolved(declared)
        switch (schema.path('type').asText()) {
            case 'object':
                return element.children().findAll { it instanceof Node }.collectEntries { Node child ->
                    def property = schema.path('properties').properties().find { it.value.at('/xml/name').asText(it.key) == child.name() }
                    [property?.key ?: '?' + child.name(), property ? value(document, child, property.value) : null]
                }
            case 'array':
                def item = document.resolved(schema.path('items')).at('/xml/name').asText()
                return element.children().collect { it instanceof Node && it.name() == item ? value(document, it, schema.path('items')) : '?' + it }
            case 'integer':
                return element.text() ==~ /-?\d+/ ? element.text() as int : '?' + element.text()
            case 'boolean':
                return element.text() as boolean
            default:
                return element.text()
        }
    }
}
