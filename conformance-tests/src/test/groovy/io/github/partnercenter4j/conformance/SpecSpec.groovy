package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.ObjectMapper
import com.networknt.schema.SchemaLocation
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.dialect.Dialects
import groovy.xml.XmlParser
import io.github.partnercenter4j.client.Cloud
import io.swagger.v3.oas.models.media.Schema
import spock.lang.Specification

class SpecSpec extends Specification {
    static final SpecDocument SPEC = SpecDocument.CURRENT

    def 'the document is valid, and the parser has nothing to say about it'() {
        expect:
        SPEC.messages == []
        SPEC.api.openapi == '3.0.3'
    }

    def 'the JSON example fits its schema: #answer'() {
        expect:
        problems(answer.schema, answer.body) == []

        where:
        answer << SPEC.answers('getProvisioningStatus').findAll { it.mediaType.endsWith('json') }
    }

    def 'the check of examples refuses what does not fit: #body'() {
        expect:
        problems(schema, body) != []

        where:
        schema                                      | body
        'OrderLineItemProvisioningStatusCollection' | '{"totalCount":"1","items":[]}'
        'OrderLineItemProvisioningStatusCollection' | '{"totalCount":1}'
        'OrderLineItemProvisioningStatusCollection' | '{"totalCount":1,"items":[{"lineItemNumber":0,"status":1}]}'
        'Fault'                                     | '{"code":20000,"description":"x"}'
    }

    def 'the XML example says the same as the JSON example beside it: #answer'() {
        given:
        def json = SPEC.answers('getProvisioningStatus').find {
            it.status == answer.status && it.example == answer.example && it.mediaType == 'application/json'
        }
        def root = new XmlParser(false, false).parseText(answer.body)

        expect:
        root.name() == SPEC.api.components.schemas[answer.schema].xml.name
        value(root, SPEC.api.components.schemas[answer.schema]) == new ObjectMapper().readValue(json.body, Map)

        where:
        answer << SPEC.answers('getProvisioningStatus').findAll { it.mediaType.endsWith('xml') }
    }

    def 'the sample is the one of the documentation, word for word'() {
        expect:
        SPEC.answers('getProvisioningStatus').find { it.status == 200 && it.example == 'sample' && it.mediaType == 'application/json' }.body ==
                '{"totalCount":1,"items":[{"orderLineItemId":0,"lineItemNumber":0,"status":"fulfilled",' +
                '"quantityProvisioningInformation":[{"quantity":1,"status":"fulfilled"}]}],"attributes":{"objectType":"Collection"}}'
    }

    def 'the clouds of the client are the servers of the document'() {
        expect:
        SPEC.api.servers.collect {
            [it.extensions['x-cloud'], it.url, it.extensions['x-token-authority'], it.extensions['x-scope']]
        } == Cloud.values().collect {
            [it.name().toLowerCase(Locale.ROOT).replace('_', '-'), it.baseUrl() as String + '/v{version}', it.tokenAuthority() as String, it.scope()]
        }
    }

    private static List<?> problems(String schema, String body) {
        def document = SPEC.tree.deepCopy()
        document.putArray('allOf').addObject().put('$ref', '#/components/schemas/' + schema)
        def validator = SchemaRegistry.withDialect(Dialects.openApi30).getSchema(SchemaLocation.of('mem:spec'), document)
        validator.validate(new ObjectMapper().readTree(body))
    }

    /** Reads an element by the xml objects of the document, apart from any decoder of ours. */
    private static Object value(Node element, Schema declared) {
        def schema = declared.allOf ? referred(declared.allOf[0]) : referred(declared)
        switch (schema.type) {
            case 'object':
                return element.children().collectEntries { Node child ->
                    def (name, property) = schema.properties.find { name, property -> property.xml?.name == child.name() }.with { [it.key, it.value] }
                    [name, value(child, property)]
                }
            case 'array':
                def item = schema.items.xml?.name ?: referred(schema.items).xml.name
                assert element.children().every { it.name() == item }
                return element.children().collect { value(it, schema.items) }
            case 'integer':
                return element.text() as Integer
            default:
                return element.text()
        }
    }

    private static Schema referred(Schema schema) {
        schema.$ref ? SPEC.api.components.schemas[schema.$ref.substring(schema.$ref.lastIndexOf('/') + 1)] : schema
    }
}
