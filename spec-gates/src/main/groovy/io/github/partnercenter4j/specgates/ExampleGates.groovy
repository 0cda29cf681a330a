package io.github.partnercenter4j.specgates

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.node.ObjectNode
import com.networknt.schema.Schema
import com.networknt.schema.SchemaLocation
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.dialect.Dialects

/** The gates for examples. They read the examples with their own rules and not with the client or the sandbox. */
class ExampleGates {
    static final String SAMPLE = '{"totalCount":1,"items":[{"orderLineItemId":0,"lineItemNumber":0,"status":"fulfilled",' +
            '"quantityProvisioningInformation":[{"quantity":1,"status":"fulfilled"}]}],"attributes":{"objectType":"Collection"}}'
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(Dialects.openApi30)

    static final List<Gate> ALL = [
            new Gate('the sample is the one of the documentation, word for word', { SpecTree it ->
                def sample = it.at('/components/examples/SampleJson/value')
                sample.toString() == SAMPLE ? [] : [new Objection('/components/examples/SampleJson/value', 'is not the sample of the documentation', 'Restore it, and put other values into another example.')]
            }),
            new Gate('every example in JSON fits its schema, and names no property that the schema lacks', { SpecTree it ->
                def fits = validator(it)
                bodies(it).findAll { body -> body.mediaType.endsWith('json') }.unique { body -> [body.schema, body.place] }.collectMany { body -> fits(body.schema, body.place) }
            }),
            new Gate('every example in XML has the same content as the example in JSON of the same name', { SpecTree it ->
                def all = bodies(it)
                all.findAll { it.mediaType.endsWith('xml') }.unique { [it.schema, it.place, it.name] }.collectMany { xml ->
                    def json = all.find { [it.response, it.name, it.mediaType] == [xml.response, xml.name, 'application/json'] }
                    if (json == null) {
                        return [new Objection(xml.place, "has no example in JSON of the same name: $xml.name", 'Add one under application/json.')]
                    }
                    def problem = new XmlExample(it, xml.schema).difference(it.at(xml.place).asText(), it.at(json.place))
                    problem ? [new Objection(xml.place, problem, "Write what the example in JSON says: #$json.place.")] : []
                }
            }),
            new Gate('the example of a parameter or a header fits it', { SpecTree it ->
                def fits = validator(it)
                def inPlace = it.operationPlaces.values().collectMany { operation -> it.parameterPlaces(operation) }
                def inComponents = ['parameters', 'headers'].collectMany { kind -> it.at("/components/$kind").fieldNames().collect { "/components/$kind/${SpecTree.escaped(it)}" as String } }
                (inComponents + inPlace).unique().findAll { place -> it.at(place).has('example') }.collectMany { place -> fits(it.at(place + '/schema'), place + '/example') }
            }),
            new Gate('an example or a default within a schema fits it', { SpecTree it ->
                def fits = validator(it)
                SpecRules.schemas(it).collectMany { pointer, schema -> ['example', 'default'].findAll { key -> schema.has(key) }.collectMany { key -> fits(schema, "$pointer/$key" as String) } }
            })
    ]

    /** Returns each example of each response, with its schema. */
    private static List<Map> bodies(SpecTree document) {
        document.responsePlaces.collectMany { operation, status, response ->
            document.at(response + '/content').properties().collectMany { content ->
                content.value.path('examples').fieldNames().collect {
                    def place = "$response/content/${SpecTree.escaped(content.key)}/examples/${SpecTree.escaped(it)}" as String
                    [response: response, name: it, mediaType: content.key, schema: content.value.path('schema'), place: document.resolved(place) + '/value']
                }
            }
        }
    }

    /** Returns a closure that compares the value at a place with a schema. */
    private static Closure<List<Objection>> validator(SpecTree document) {
        ObjectNode components = closed(document)
        Map<JsonNode, Schema> compiled = [:]
        return { JsonNode schema, String place ->
            compiled.computeIfAbsent(schema) {
                def whole = new ObjectMapper().createObjectNode()
                whole.set('components', components)
                whole.putArray('allOf').add(schema)
                REGISTRY.getSchema(SchemaLocation.of('mem:spec'), whole)
            }.validate(document.at(place))
                    .collect { new Objection(place + it.instanceLocation, "does not fit its schema: $it.message", 'Correct the example or the schema.') }
        }
    }

    /** Returns a copy of the components in which additional properties are forbidden, so that a property that the schema lacks is an error. */
    private static ObjectNode closed(SpecTree document) {
        ObjectNode components = document.at('/components').deepCopy()
        components.path('schemas').each { if (it instanceof ObjectNode && it.has('properties') && !it.has('additionalProperties')) it.put('additionalProperties', false) }
        components
    }
}
