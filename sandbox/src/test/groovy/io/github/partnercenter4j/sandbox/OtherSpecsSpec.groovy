package io.github.partnercenter4j.sandbox

import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

class OtherSpecsSpec extends Specification {

    static final BUNDLED = SpecModel.bundled().source()
    static final SECOND = '''\
        paths:
          /customers/{customer_id}/subscriptions/{subscription_id}/provisioningstatus:
            get:
              operationId: getSubscriptionStatus
              tags: [Subscriptions]
              parameters:
                - $ref: '#/components/parameters/customer_id'
                - {name: subscription_id, in: path, required: true, schema: {type: string}}
              responses:
                '202':
                  description: Accepted.
                  content:
                    application/xml:
                      schema: {$ref: '#/components/schemas/SubscriptionStatus'}
                    application/json:
                      schema: {$ref: '#/components/schemas/SubscriptionStatus'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
        '''.stripIndent()
    static final SUBSCRIPTION = '''\
            SubscriptionStatus:
              type: object
              properties:
                skuId: {type: string, xml: {name: skuId}}
                since: {type: string, format: date-time}
                quantity: {type: integer, format: int32}
                done: {type: boolean}
                colour: {type: string, enum: [red, green]}
                parent: {allOf: [{$ref: '#/components/schemas/SubscriptionStatus'}]}
                parts:
                  type: array
                  items: {$ref: '#/components/schemas/Link'}
                  xml: {wrapped: true}
        '''.stripIndent()

    def "a property that is added to the spec is served"() {
        given:
        def sandbox = start(BUNDLED.replace('        orderLineItemId:\n', '        offerId: {type: string, xml: {name: offerId}}\n        orderLineItemId:\n'))
        def uri = "/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus"

        expect:
        get(sandbox, uri, 'text/json').startsWith('200 {"totalCount":1,"items":[{"offerId":"offerId","orderLineItemId":0,')
        get(sandbox, uri, 'text/xml').contains('<OrderLineItemProvisioningStatus><offerId>offerId</offerId><orderLineItemId>0<')

        cleanup:
        sandbox.close()
    }

    def "an operation that is added to the spec is served, with its own status"() {
        given:
        def sandbox = start(BUNDLED.replaceFirst(/(?m)^paths:\n/, java.util.regex.Matcher.quoteReplacement(SECOND)).replaceFirst(/(?m)^  schemas:\n/, java.util.regex.Matcher.quoteReplacement('  schemas:\n' + SUBSCRIPTION)))
        def uri = "/v1/customers/${sandbox.customerId()}/subscriptions/s/provisioningstatus"

        expect:
        get(sandbox, uri, 'application/json') == '202 {"skuId":"skuId","since":"2026-01-01T00:00:00Z","quantity":1,"done":true,"colour":"red",' +
            '"parts":[{"uri":"uri","method":"method","headers":[{"key":"key","value":"value"}],"body":"body"}]}'
        get(sandbox, uri, 'application/xml') == '202 <SubscriptionStatus><skuId>skuId</skuId><since>2026-01-01T00:00:00Z</since><quantity>1</quantity><done>true</done><colour>red</colour>' +
            '<parts><Link><uri>uri</uri><method>method</method><headers><KeyValuePair><key>key</key><value>value</value></KeyValuePair></headers><body>body</body></Link></parts></SubscriptionStatus>'
        get(sandbox, uri, '*/*').startsWith('202 <')
        RawClient.get(sandbox.baseUrl() + uri, [:]).statusCode() == 401
        get(sandbox, uri.replace(sandbox.customerId(), 'contoso'), 'application/json').startsWith('400 {"code":"800002"')

        cleanup:
        sandbox.close()
    }

    def "a required header that is added to the spec is served, as the spec shows it or made up"() {
        given:
        def sandbox = start(BUNDLED.replace('line item of the order.\n      headers:\n', """\
            |line item of the order.
            |      headers:
            |        MS-Region: {required: true, schema: {type: string}, example: west}
            |        MS-Shard: {required: true, schema: {type: integer}}
            |        MS-Hint: {schema: {type: string}}
            |""".stripMargin()))

        when:
        def headers = RawClient.get("${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus",
            [Authorization: 'Bearer ' + sandbox.token()]).headers()

        then:
        headers.allValues('MS-Region') == ['west']
        headers.allValues('MS-Shard') == ['1']
        headers.allValues('MS-Hint') == []

        cleanup:
        sandbox.close()
    }

    def "the sandbox serves the spec that it goes by"() {
        given:
        def sandbox = PartnerCenterSandbox.start()

        when:
        def response = RawClient.get(sandbox.baseUrl() + '/openapi.yaml', [:])

        then:
        response.statusCode() == 200
        response.headers().allValues('Content-Type') == ['application/yaml']
        new String(response.body(), 'UTF-8') == OtherSpecsSpec.getResource('/partner-center-orders.yaml').getText('UTF-8')

        cleanup:
        sandbox.close()
    }

    private static PartnerCenterSandbox start(String spec) {
        assert spec != BUNDLED
        PartnerCenterSandbox.builder().spec(SpecModel.read(spec)).start()
    }

    private static String get(PartnerCenterSandbox sandbox, String path, String accept) {
        def response = RawClient.get(sandbox.baseUrl() + path, [Authorization: 'Bearer ' + sandbox.token(), Accept: accept])
        response.statusCode() + ' ' + new String(response.body(), 'UTF-8')
    }
}
