package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.testing.Literals
import io.swagger.v3.core.util.Yaml

/** Names that are reserved in Java, a renamed schema and a new media type reach callers after a regeneration. */
class ReservedNamesSpec extends VariantSpecification {
    /** The types that the generated code itself uses. */
    private static final List<String> SPOKEN_OF = ['ApiResponse', 'Builder', 'Collections', 'Deprecated', 'Headers', 'JsonProperty', 'LinkedHashMap', 'List', 'Map',
                                                   'Nullable', 'Objects', 'Operation', 'Override', 'Param', 'ParameterFormat', 'RequestLine', 'Set', 'String', 'Void', 'XmlName']

    /** The methods that every object or every generated record has, in the naming styles of OpenAPI documents. */
    private static final Map<String, String> TAKEN = [builder: 'builder_', toString: 'toString_', Wait: 'wait_', get_class: 'getClass_', HashCode: 'hashCode_', 'true': 'true_']

    private static final String ODD = 'Ends */ "a" comment \\ <b>early</b> & {@link Nowhere} @param x 😀 é.'

    @Override
    JsonNode changed(ObjectNode document) {
        ObjectNode changed = Yaml.mapper().readTree(Yaml.mapper().writeValueAsString(document)
                .replaceAll(/\bOrderLineItemProvisioningStatus\b/, 'LineItem'))
        changed.findParents('description').findAll { it.path('description').textual }.each { it.put('description', ODD) }
        changed.findParents('summary').findAll { it.path('summary').textual }.each { it.put('summary', ODD) }
        ['default', 'import', 'record', 'int'].each {
            changed.at('/components/schemas/LineItem/properties').set(it, yaml("{type: string, description: A reserved word., xml: {name: $it}}"))
        }
        TAKEN.keySet().each {
            changed.at('/components/schemas/LineItem/properties').set(it, yaml("{type: string, deprecated: true, description: Taken., xml: {name: $it}}"))
        }
        SPOKEN_OF.each {
            changed.at('/components/schemas').set(it, yaml("""
                type: object
                description: Spoken of.
                deprecated: true
                properties:
                  text: {type: string, description: A text.}
                  texts: {type: array, description: A list., items: {type: string}}
                  words: {type: object, description: A map., additionalProperties: {type: string}}
                  set: {type: array, uniqueItems: true, description: A set., items: {type: string}}
                """.stripIndent()))
            changed.at('/components/schemas/LineItem/properties').set("a$it".toString(), yaml("{\$ref: '#/components/schemas/$it'}"))
        }
        changed.at('/components/responses/ProvisioningStatus/content')
                .set('application/vnd.partnercenter+json', changed.at('/components/responses/ProvisioningStatus/content/application~1json').deepCopy())
        ObjectNode operation = changed.at('/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get').deepCopy()
        operation.put('operationId', 'switch')
        operation.putArray('tags').add('native')
        operation.put('deprecated', true)
        operation.path('parameters').add(yaml('{name: class, in: header, required: false, description: A reserved word., schema: {type: string}}'))
        changed.at('/paths').putObject('/customers/{customer_id}/orders/{order_id}/switch').set('get', operation)
        changed
    }

    def 'a renamed schema with properties that are reserved words is read in #mediaType'() {
        given:
        server.respond(200, mediaType, body.bytes)

        when:
        def item = partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER).items()[0]

        then:
        item.class == variant.load('model.LineItem')
        [item.status(), item._default(), item._import(), item.record(), item._int()] == ['fulfilled', 'd', 'i', 'r', 'n']

        where:
        mediaType                            | body
        'application/json'                   | '{"items":[{"status":"fulfilled","default":"d","import":"i","record":"r","int":"n"}]}'
        'application/vnd.partnercenter+json' | '{"items":[{"status":"fulfilled","default":"d","import":"i","record":"r","int":"n"}]}'
        'application/xml'                    | '<OrderLineItemProvisioningStatusCollection><items><LineItem><status>fulfilled</status><default>d</default><import>i</import>' +
                '<record>r</record><int>n</int></LineItem></items></OrderLineItemProvisioningStatusCollection>'
    }

    def 'a schema may have the name of a type that the generated code uses: #name'() {
        given:
        server.respond(200, 'application/json', """{"items":[{"a$name":{"text":"t","texts":["u"],"words":{"a":"b"},"set":["s"]}}]}""".bytes)

        when:
        def value = partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER).items()[0]."a$name"()

        then:
        value.class == variant.load("model.Model$name")
        [value.text(), value.texts(), value.words(), value.set()] == ['t', ['u'], [a: 'b'], ['s'] as Set]

        where:
        name << SPOKEN_OF
    }

    def 'a property may have the name of a method that every record has: #property'() {
        given:
        server.respond(200, 'application/json', """{"items":[{"$property":"x"}]}""".bytes)

        expect:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER).items()[0]."$accessor"() == 'x'

        where:
        property << TAKEN.keySet()
        accessor = TAKEN[property]
    }

    def 'what the spec deprecates is deprecated in Java: #what'() {
        expect:
        annotated.isAnnotationPresent(Deprecated)

        where:
        what             | annotated
        'an operation'   | variant.load('api.NativeApi').getMethod('callSwitch', String, String, String)
        'its short form' | variant.load('api.NativeApi').getMethod('callSwitch', String, String)
        'with metadata'  | variant.load('api.NativeApi').getMethod('callSwitchWithResponse', String, String)
        'a property'     | variant.load('model.LineItem').getMethod('wait_')
        'its setting'    | variant.load('model.LineItem$Builder').getMethod('wait_', String)
        'a schema'       | variant.load('model.ModelMap')
    }

    def 'nothing else is deprecated'() {
        expect:
        !variant.load('model.LineItem').getMethod('status').isAnnotationPresent(Deprecated)
        !variant.load('api.OrdersApi').methods.any { it.isAnnotationPresent(Deprecated) }
    }

    def 'there is no class with the old name of the renamed schema'() {
        when:
        variant.load('model.OrderLineItemProvisioningStatus')

        then:
        thrown(ClassNotFoundException)
    }

    def 'an operation, a tag and a header may have reserved words as names'() {
        given:
        server.respond(200, 'application/json', '{"items":[]}'.bytes)

        when:
        partnerCenter.api(variant.load('api.NativeApi')).callSwitch(Literals.CUSTOMER, Literals.ORDER, 'c')

        then:
        server.requests[0].url == "/v1/customers/$Literals.CUSTOMER/orders/$Literals.ORDER/switch"
        server.requests[0].getHeader('class') == 'c'
    }

    def 'a new media type can be requested'() {
        given:
        server.respond(200, 'application/vnd.partnercenter+json', '{"items":[]}'.bytes)

        def asking = client { o -> o.accept('application/vnd.partnercenter+json') }

        when:
        asking.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        server.requests[0].getHeader('Accept') == 'application/vnd.partnercenter+json'

        cleanup:
        asking?.close()
    }

    def 'a description that looks like code becomes a comment that ends where it should'() {
        expect:
        variant.source(type).contains('😀 é.')
        !variant.source(type).contains(' */ "a"')

        where:
        type << ['api.OrdersApi', 'model.Link']
    }
}
