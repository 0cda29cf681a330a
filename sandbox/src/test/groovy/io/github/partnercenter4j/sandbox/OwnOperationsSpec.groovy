package io.github.partnercenter4j.sandbox

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.sandbox.internal.service.Behavior

/** What requests that are right get. */
class OwnOperationsSpec extends OwnOperationsSpecification {

    def "an operation responds with the example of the document, and what it requires"() {
        when:
        def response = get(sandbox.operationUrl('getSubscriptionProvisioningStatus'))

        then:
        response.statusCode() == 200
        response.text() == '{"skuId":"0001","status":"pending","quantity":3,"endDate":null}'
    }

    def "the same example is written in XML, with the attribute, the namespace and nil"() {
        expect:
        get(sandbox.operationUrl('getSubscriptionProvisioningStatus'), [Accept: 'application/xml']).text() ==
            '<st:Status xmlns:st="urn:example:status" skuId="0001"><status>pending</status><quantity>3</quantity>' +
            '<endDate xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></st:Status>'
    }

    def "a URL has the example of the document, a customer that the sandbox knows, or a value that fits the pattern"() {
        expect:
        sandbox.operationUrl('getSubscriptionProvisioningStatus') ==
            "/v1/customers/$CUSTOMER/subscriptions/6cc8caf8-f5a7-4d6b-8c7e-b5ac3a2a9c5d/provisioningstatus"
        sandbox.operationUrl('deleteCart') ==~ /.*\/carts\/cart-[0-9a-f]{6}/
        !sandbox.spec.operations().any(Behavior::isProvisioningStatus)
    }

    def "a POST with a JSON body that fits responds with 201, its header, and made-up values that fit"() {
        when:
        def response = post([name: 'First', lines: [[quantity: 5, price: 0.5], [quantity: 100]], note: null])
        def order = new ObjectMapper().readValue(response.body(), Map)

        then:
        response.statusCode() == 201
        response.headers().allValues('Location') == ['/customers/1/orders/2']
        order.keySet() as List == ['name', 'lines', 'note', 'id', 'tags']
        order.name ==~ /[A-Z][a-z]{2,8}/
        order.lines[0].quantity % 5 == 0 && order.lines[0].quantity <= 100
        order.lines[0].price > 0 && order.lines[0].price < 1
        order.tags == [key: 'value']
    }

    def "a required parameter of the query is in the URL, and without it the request gets a 400"() {
        given:
        def own = own(TEXT.replace('name: kind, in: query, ', 'name: kind, in: query, required: true, '))
        def url = own.operationUrl('getSubscriptionProvisioningStatus')

        expect:
        url.endsWith('/provisioningstatus?kind=trial')
        own.get(url).statusCode() == 200
        own.get(url.replaceFirst(/\?.*/, '')).statusCode() == 400
    }

    def "an example that is only there as XML is not taken for JSON: values are made up"() {
        given:
        def own = own(TEXT.replace('                pending: {value: {skuId: \'0001\', status: pending, quantity: 3, endDate: null}}', '                pending: {value: <Status/>}'))

        expect:
        own.get(own.operationUrl('getSubscriptionProvisioningStatus')).text().startsWith('{"skuId":"skuId","status":"success","quantity":1,')
    }

    def "a success without a body is empty"() {
        when:
        def response = sandbox.send('DELETE', sandbox.operationUrl('deleteCart'), ['Accept-Encoding': 'gzip'])

        then:
        response.statusCode() == 204
        response.body().length == 0
        response.headers().firstValue('Content-Type').empty
    }

    def "a path without a parameter wins over one with a parameter at its place, in any order: #paths"() {
        given:
        def own = own(TEXT.replace('paths:\n', 'paths:\n' + paths.collect { path, id ->
            """\
            |  $path:
            |    get:
            |      operationId: $id
            |      parameters: [${path.findAll(/\{(\w+)}/) { "{name: ${it[1]}, in: path, required: true, schema: {type: string}}" }.join(', ')}]
            |      responses: {'200': {description: Found., content: {application/json: {schema: {type: object, properties: {a: {type: string}}}, example: {a: $id}}}}}
            |""".stripMargin()
        }.join('')))

        expect:
        called(own, '/orders/search') == 'search'
        called(own, '/orders/7') == 'one'
        called(own, '/orders/search/lines') == 'concrete'
        called(own, '/orders/7/lines') == 'lines'
        called(own, '/orders/search/x') == 'found'

        where:
        paths << [
            ['/orders/{id}': 'one', '/orders/search': 'search', '/orders/{id}/lines': 'lines', '/orders/search/{x}': 'found', '/orders/search/lines': 'concrete'],
            ['/orders/search/lines': 'concrete', '/orders/search/{x}': 'found', '/orders/search': 'search', '/orders/{id}/lines': 'lines', '/orders/{id}': 'one'],
        ]
    }
}
