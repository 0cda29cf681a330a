package io.github.partnercenter4j.sandbox

import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.util.regex.Matcher
import spock.lang.Specification

class OtherSpecsSpec extends Specification {

    static final CUSTOMER = '11111111-2222-3333-4444-555555555555'
    static final BUNDLED = SpecModel.bundled().source()
    static final SECOND = '''\
        paths:
          /customers/{customer_id}/gizmos/{gizmo_id}/state:
            get:
              operationId: getGizmoState
              tags: [Gizmos]
              parameters:
                - $ref: '#/components/parameters/customer_id'
                - {name: gizmo_id, in: path, required: true, schema: {type: string}}
              responses:
                '202':
                  description: Accepted.
                  content:
                    application/xml:
                      schema: {$ref: '#/components/schemas/GizmoState'}
                    application/json:
                      schema: {$ref: '#/components/schemas/GizmoState'}
                '400': {$ref: '#/components/responses/BadRequest'}
                '401': {$ref: '#/components/responses/Unauthorized'}
        '''.stripIndent()
    static final GIZMO = '''\
            GizmoState:
              type: object
              properties:
                skuId: {type: string, xml: {name: skuId}}
                since: {type: string, format: date-time}
                quantity: {type: integer, format: int32}
                done: {type: boolean}
                colour: {type: string, enum: [red, green]}
                parent: {allOf: [{$ref: '#/components/schemas/GizmoState'}]}
                parts:
                  type: array
                  items: {$ref: '#/components/schemas/GizmoPart'}
                  xml: {wrapped: true}
            GizmoPart:
              type: object
              xml: {name: GizmoPart}
              properties:
                name: {type: string}
                numbers: {type: array, items: {type: integer, xml: {name: number}}, xml: {wrapped: true}}
        '''.stripIndent()

    def "a property that is added to the spec is served, except in the sample of the documentation"() {
        given:
        def sandbox = start(withProperty('addedHere: {type: string, xml: {name: addedHere}}'))
        sandbox.add(SandboxOrder.of(CUSTOMER, 'o').with(LineItem.of(1, 'pending')))
        def uri = "/v1/customers/$CUSTOMER/orders/o/provisioningstatus"
        def sample = "/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus"

        expect:
        get(sandbox, uri, 'text/json').contains('"addedHere":"addedHere"')
        get(sandbox, uri, 'text/xml').contains('<addedHere>addedHere</addedHere>')
        get(sandbox, sample, 'text/json') == '200 ' + OtherSpecsSpec.getResource('sample.json').text
        get(sandbox, sample, 'text/xml') == '200 ' + OtherSpecsSpec.getResource('sample.xml').text

        cleanup:
        sandbox.close()
    }

    def "a property that the spec requires is served in the sample of the documentation too"() {
        given:
        def sandbox = start(withProperty('addedHere: {type: string, xml: {name: addedHere}}')
            .replace('        - lineItemNumber\n', '        - lineItemNumber\n        - addedHere\n'))
        def uri = "/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus"

        expect:
        get(sandbox, uri, 'text/json').contains('"addedHere":"addedHere"')

        cleanup:
        sandbox.close()
    }

    def "an operation that is added to the spec is served, with its own status"() {
        given:
        def sandbox = start(BUNDLED.replaceFirst(/(?m)^paths:\n/, Matcher.quoteReplacement(SECOND)).replaceFirst(/(?m)^  schemas:\n/, Matcher.quoteReplacement('  schemas:\n' + GIZMO)))
        def uri = "/v1/customers/${sandbox.customerId()}/gizmos/s/state"

        expect:
        get(sandbox, uri, 'application/json') == '202 {"skuId":"skuId","since":"2026-01-01T00:00:00Z","quantity":1,"done":true,"colour":"red",' +
            '"parts":[{"name":"name","numbers":[1]}]}'
        get(sandbox, uri, 'application/xml') == '202 <GizmoState><skuId>skuId</skuId><since>2026-01-01T00:00:00Z</since><quantity>1</quantity><done>true</done><colour>red</colour>' +
            '<parts><GizmoPart><name>name</name><numbers><number>1</number></numbers></GizmoPart></parts></GizmoState>'
        get(sandbox, uri, '*/*').startsWith('202 <')
        RawClient.get(sandbox.baseUrl() + uri, [:]).statusCode() == 401
        get(sandbox, uri.replace(sandbox.customerId(), 'contoso'), 'application/json').startsWith('400 {"code":"800002"')

        cleanup:
        sandbox.close()
    }

    def "a required header that is added to the spec is served, with the example of the spec or a generated value"() {
        given:
        def sandbox = start(BUNDLED.replace('line item of the order.\n      headers:\n', """\
            |line item of the order.
            |      headers:
            |        MS-Added: {required: true, schema: {type: string}, example: west}
            |        MS-AddedNumber: {required: true, schema: {type: integer}}
            |        MS-AddedHint: {schema: {type: string}}
            |""".stripMargin()))

        when:
        def headers = RawClient.get("${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus",
            [Authorization: 'Bearer ' + sandbox.token()]).headers()

        then:
        headers.allValues('MS-Added') == ['west']
        headers.allValues('MS-AddedNumber') == ['1']
        headers.allValues('MS-AddedHint') == []

        cleanup:
        sandbox.close()
    }

    def "generated values satisfy the bounds of the spec: {#declared} is #made"() {
        given:
        def sandbox = start(withProperty("addedName: {$declared, xml: {name: addedName}}"))
        sandbox.add(SandboxOrder.of(CUSTOMER, 'o').with(LineItem.of(1, 'pending')))

        expect:
        get(sandbox, "/v1/customers/$CUSTOMER/orders/o/provisioningstatus", 'text/json').contains("\"addedName\":$made,")

        cleanup:
        sandbox.close()

        where:
        declared                                       || made
        'type: integer, format: int32, minimum: 1'     || '1'
        'type: integer, format: int32, minimum: 7'     || '7'
        'type: integer, format: int64, maximum: -7'    || '-7'
        'type: number, minimum: 1.75, maximum: 2'      || '1.75'
        'type: number, maximum: 0'                     || '0'
        'type: string, minLength: 12'                  || '"addedNamexxx"'
        'type: string, maxLength: 5'                   || '"added"'
    }

    def "the sandbox serves its spec"() {
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

    /** The spec with another property of a line item. */
    private static String withProperty(String property) {
        BUNDLED.replaceFirst(/(\n    OrderLineItemProvisioningStatus:\n(?s:.*?)\n      properties:\n)/, '$1        ' + Matcher.quoteReplacement(property) + '\n')
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
