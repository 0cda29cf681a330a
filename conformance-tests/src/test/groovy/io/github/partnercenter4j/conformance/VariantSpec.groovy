package io.github.partnercenter4j.conformance

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.testing.Literals

/** A change of the spec reaches callers after a regeneration, without a change of the client. */
class VariantSpec extends VariantSpecification {
    private static final String GIZMOS = '/customers/{customer_id}/gizmos/{gizmo_id}/state'

    @Override
    JsonNode changed(ObjectNode changed) {
        changed.at('/servers/0/variables/version').put('default', '2')
        changed.at('/components/schemas/OrderLineItemProvisioningStatus/properties')
                .set('activationDate', yaml('{type: string, format: date-time, description: When it was activated., xml: {name: activationDate}}'))
        changed.at('/components/schemas').set('GizmoState', yaml('''
            type: object
            description: How far a gizmo has come.
            xml: {name: GizmoState}
            properties:
              skuId: {type: string, description: The SKU., xml: {name: sku}}
              class: {type: string, description: A reserved word of Java., xml: {name: class}}
              hashCode: {type: integer, format: int64, description: A method of every object., xml: {name: hashCode}}
              builder: {type: boolean, description: A method of every record here., xml: {name: builder}}
              state: {type: string, enum: [success, failed], description: An enumeration that stays open., xml: {name: state}}
              tier: {$ref: '#/components/schemas/GizmoTier'}
              tags:
                type: array
                description: Some tags.
                xml: {name: tags, wrapped: true}
                items: {type: string, xml: {name: tag}}
              parent:
                description: Itself again.
                allOf: [{$ref: '#/components/schemas/GizmoState'}]
                xml: {name: parent}
            '''.stripIndent()))
        changed.at('/components/schemas').set('GizmoTier', yaml('{type: string, enum: [gold, silver], description: A tier.}'))
        changed.at('/components/schemas').set('Nothing', yaml('{type: object, description: Has no property.}'))
        changed.at('/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get/parameters')
                .add(yaml('{name: X-Feature, in: header, required: false, description: A feature to try., schema: {type: string}}'))
        ObjectNode operation = changed.at('/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get').deepCopy()
        operation.put('operationId', 'getGizmoState')
        operation.putArray('tags').add('Gizmos')
        operation.at('/parameters').set(1, yaml('{name: gizmo_id, in: path, required: true, description: The gizmo., schema: {type: string, format: uuid}}'))
        operation.at('/responses').remove('200')
        operation.at('/responses').set('202', yaml('''
            description: Accepted.
            content:
              application/json: {schema: {$ref: '#/components/schemas/GizmoState'}}
              application/xml: {schema: {$ref: '#/components/schemas/GizmoState'}}
            '''.stripIndent()))
        changed.at('/paths').putObject(GIZMOS).set('get', operation)
        ObjectNode sameResult = changed.at('/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get').deepCopy()
        sameResult.put('operationId', 'getHistory')
        sameResult.path('responses').set('202', sameResult.path('responses').remove('200'))
        changed.at('/paths').putObject('/customers/{customer_id}/orders/{order_id}/history').set('get', sameResult)
        changed
    }

    def 'a new property is read in #mediaType'() {
        given:
        server.respond(200, mediaType, body.bytes)

        when:
        def status = partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        status.items()[0].activationDate().toString() == '2026-11-21T12:00+01:00'
        status.items()[0].status() == 'fulfilled'

        where:
        mediaType         | body
        'application/json' | '{"items":[{"status":"fulfilled","activationDate":"2026-11-21T12:00:00+01:00"}]}'
        'application/xml' | '<OrderLineItemProvisioningStatusCollection><items><OrderLineItemProvisioningStatus><status>fulfilled</status>' +
                '<activationDate>2026-11-21T12:00:00+01:00</activationDate></OrderLineItemProvisioningStatus></items></OrderLineItemProvisioningStatusCollection>'
    }

    def 'a value that is not a date-time is refused: #value'() {
        given:
        server.respond(200, 'application/json', "{\"items\":[{\"activationDate\":$value}]}".bytes)

        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)

        then:
        def e = thrown(RuntimeException)
        e.class.simpleName == 'DecodingException'

        where:
        value << ['1763726400', '1.5', 'true', '""', '" "', '"yesterday"', '{}', '[2026,11,21]']
    }

    def 'a new optional header can be given or left out'() {
        given:
        server.respond(200, 'application/json', '{"items":[]}'.bytes)

        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER, 'on')
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER, null)
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER)
        partnerCenter.orders().getProvisioningStatusWithResponse(Literals.CUSTOMER, Literals.ORDER)

        then:
        server.requests*.getHeader('X-Feature') == ['on', null, null, null]
    }

    def 'a header value with a line break is refused'() {
        when:
        partnerCenter.orders().getProvisioningStatus(Literals.CUSTOMER, Literals.ORDER, 'on\r\nX-Evil: 1')

        then:
        thrown(IllegalArgumentException)
    }

    def 'a new operation with its own tag and status is called in #mediaType'() {
        given:
        server.respond(202, mediaType, body.bytes)
        def api = partnerCenter.api(variant.load('api.GizmosApi'))

        when:
        def response = api.getGizmoStateWithResponse(Literals.CUSTOMER, Literals.CUSTOMER)

        then:
        response.status() == 202
        with(response.value()) {
            skuId() == '0001'
            propertyClass() == 'c'
            hashCode_() == 5_000_000_000L
            builder_() == true
            state() == 'half done'
            tier().value() == 'platinum'
            tags() == ['a', 'b']
            parent().skuId() == '0002'
            parent().parent() == null
        }
        api.getGizmoState(Literals.CUSTOMER, Literals.CUSTOMER) == response.value()
        server.requests[0].url == "/v2/customers/$Literals.CUSTOMER/gizmos/$Literals.CUSTOMER/state"
        server.requests[0].getHeader('Accept') == 'application/json'

        where:
        mediaType         | body
        'application/json' | '{"skuId":"0001","class":"c","hashCode":5000000000,"builder":true,"state":"half done","tier":"platinum","tags":["a","b"],"parent":{"skuId":"0002"}}'
        'application/xml' | '<GizmoState><sku>0001</sku><class>c</class><hashCode>5000000000</hashCode><builder>true</builder>' +
                '<state>half done</state><tier>platinum</tier><tags><tag>a</tag><tag>b</tag></tags><parent><sku>0002</sku></parent></GizmoState>'
    }

    def 'a link to the result of the new operation is followed, with the new version'() {
        given:
        server.respond(202, 'application/json', '{"skuId":"0001"}'.bytes)
        def link = variant.load('model.Link').builder().uri(uri).build()

        expect:
        partnerCenter.follow(link, variant.load('model.GizmoState')).skuId() == '0001'
        server.requests[0].url == '/v2/customers/1'
        server.requests[0].getHeader('Accept') == 'application/json'

        where:
        uri << ['/customers/1', '/v2/customers/1']
    }

    def 'a link is read as the response of the operation at its path, if two return the same: #uri'() {
        given:
        server.respond(status, 'application/json', '{"totalCount":0,"items":[]}'.bytes)

        expect:
        partnerCenter.follow(variant.load('model.Link').builder().uri(uri).build(), variant.load('model.OrderLineItemProvisioningStatusCollection')).totalCount() == 0

        where:
        uri                                                    | status
        '/customers/1/orders/2/provisioningstatus?size=1'      | 200
        '/v2/customers/1/orders/2/provisioningstatus'          | 200
        '/customers/1/orders/2/history'                        | 202
        '/customers/1/orders/pages/2'                          | 200
        '/customers/1/orders/pages/2'                          | 202
    }

    def 'the success of the other operation is none at the path of a link, in any case of its letters: #uri'() {
        given:
        server.respond(status, 'application/json', '{"totalCount":0,"items":[]}'.bytes)

        when:
        partnerCenter.follow(variant.load('model.Link').builder().uri(uri).build(), variant.load('model.OrderLineItemProvisioningStatusCollection'))

        then:
        def e = thrown(RuntimeException)
        e.class.simpleName == 'UnexpectedStatusException'

        where:
        uri                                           | status
        '/customers/1/orders/2/provisioningstatus'    | 202
        '/Customers/1/Orders/2/ProvisioningStatus'    | 202
        '/customers/1/orders/2/history'               | 200
        '/customers/1/ORDERS/2/History'               | 200
    }

    def 'the status of another operation is not a success of this one'() {
        given:
        server.respond(200, 'application/json', '{"skuId":"0001"}'.bytes)

        when:
        partnerCenter.api(variant.load('api.GizmosApi')).getGizmoState(Literals.CUSTOMER, Literals.CUSTOMER)

        then:
        def e = thrown(RuntimeException)
        e.class.simpleName == 'UnexpectedStatusException'
        e.message.startsWith('The service returned 200, but GET /v2/customers/{customerId}/gizmos/{gizmoId}/state is documented to return 202')
    }
}
