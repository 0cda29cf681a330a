package io.github.partnercenter4j.sandbox.internal.page

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.sandbox.OwnOperationsSpecification
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** What Swagger UI gets instead of the document itself. */
class PageDocumentSpec extends Specification {

    static final CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final STATUS = '/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus'

    def "the page waits for no value of a header that OpenAPI ignores, but for those of other headers"() {
        given:
        def document = json(OwnOperationsSpecification.TEXT.replace('{name: X-Page, in: header, ', '{name: X-Page, in: header, required: true, '))
        def required = document.at("$STATUS/get/parameters").collectEntries { [it.path('name').asText(), it.path('required').asBoolean()] }

        expect:
        required.subMap('Accept', 'X-Page', 'region') == [Accept: false, 'X-Page': true, region: false]
        document.at("$STATUS/parameters").every { it.path('required').asBoolean() }
    }

    def "a property with the name in is no parameter"() {
        given:
        def document = json(OwnOperationsSpecification.TEXT.replace('        key: {type: string}', '        key: {type: string}\n        in: {type: string}'))

        expect:
        document.at('/components/schemas/Detail').toString() == '{"type":"object","properties":{"key":{"type":"string"},"in":{"type":"string"}}}'
    }

    def "a customer without an example gets one that the sandbox knows: #example"(String example, String shown) {
        given:
        def document = json(OwnOperationsSpecification.TEXT.replaceAll(/(name: customer_id, in: path, required: true,)/, '$1' + example))

        expect:
        document.at("$STATUS/parameters/0/example").asText() == shown

        where:
        example                                             || shown
        ''                                                  || CUSTOMER
        " example: $OwnOperationsSpecification.UNKNOWN,"    || OwnOperationsSpecification.UNKNOWN
    }

    private static JsonNode json(String text) {
        new ObjectMapper().readTree(new PageDocument(SpecModel.read(text), CUSTOMER).json())
    }
}
