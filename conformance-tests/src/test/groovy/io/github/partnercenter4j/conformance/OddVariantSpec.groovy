package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.swagger.v3.core.util.Yaml

/** Names and words that Java would read as its own, another schema name and another media type reach callers by a regeneration too. */
class OddVariantSpec extends VariantSpecification {
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
        changed.at('/components/responses/ProvisioningStatus/content')
                .set('application/vnd.partnercenter+json', changed.at('/components/responses/ProvisioningStatus/content/application~1json').deepCopy())
        ObjectNode operation = changed.at('/paths').elements().next().path('get').deepCopy()
        operation.put('operationId', 'switch')
        operation.putArray('tags').add('native')
        operation.path('parameters').add(yaml('{name: class, in: header, required: false, description: A reserved word., schema: {type: string}}'))
        changed.at('/paths').putObject('/customers/{customer_id}/orders/{order_id}/switch').set('get', operation)
        changed
    }

    def 'a schema under another name, and properties that are reserved words, are read in #mediaType'() {
        given:
        server.answers(200, mediaType, body.bytes)

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

    def 'the class of the schema that was renamed is gone'() {
        when:
        variant.load('model.OrderLineItemProvisioningStatus')

        then:
        thrown(ClassNotFoundException)
    }

    def 'an operation, a tag and a header that are reserved words are called'() {
        given:
        server.answers(200, 'application/json', '{"items":[]}'.bytes)

        when:
        partnerCenter.api(variant.load('api.NativeApi')).callSwitch(Literals.CUSTOMER, Literals.ORDER, 'c')

        then:
        server.requests[0].url == "/v1/customers/$Literals.CUSTOMER/orders/$Literals.ORDER/switch"
        server.requests[0].getHeader('class') == 'c'
    }

    def 'a new media type can be asked for'() {
        given:
        server.answers(200, 'application/vnd.partnercenter+json', '{"items":[]}'.bytes)

        def asking = client { o -> o.accept('application/vnd.partnercenter+json') }

        when:
        asking.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        server.requests[0].getHeader('Accept') == 'application/vnd.partnercenter+json'

        cleanup:
        asking?.close()
    }

    def 'an odd description becomes a comment that ends where it should, and keeps its letters'() {
        expect:
        variant.source(type).contains('😀 é.')
        !variant.source(type).contains(' */ "a"')

        where:
        type << ['api.OrdersApi', 'model.Link']
    }
}
