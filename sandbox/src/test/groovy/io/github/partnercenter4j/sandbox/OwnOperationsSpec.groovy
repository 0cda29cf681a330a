package io.github.partnercenter4j.sandbox

import com.fasterxml.jackson.databind.ObjectMapper
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Serves an OpenAPI document of other operations, as a user brings it. */
class OwnOperationsSpec extends Specification {

    static final Path DOCUMENT = Path.of(OwnOperationsSpec.getResource('subscriptions.yaml').toURI())
    static final String TEXT = Files.readString(DOCUMENT)
    static final String UNKNOWN = '11111111-2222-3333-4444-555555555555'
    static final Map GOOD_ORDER = [name: 'First', lines: [[quantity: 5]]]

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().spec(DOCUMENT).forbiddenCustomer('99999999-2222-3333-4444-555555555555').start()

    @TempDir
    Path folder

    def setup() {
        sandbox.reset()
    }

    def "an operation responds with the example of the document, and what it requires"() {
        when:
        def response = get(sandbox.operationUrl('getSubscriptionProvisioningStatus'))

        then:
        response.statusCode() == 200
        text(response) == '{"skuId":"0001","status":"pending","quantity":3,"endDate":null}'
    }

    def "the same example is written in XML, with the attribute, the namespace and nil"() {
        expect:
        text(get(sandbox.operationUrl('getSubscriptionProvisioningStatus'), [Accept: 'application/xml'])) ==
            '<st:Status xmlns:st="urn:example:status" skuId="0001"><status>pending</status><quantity>3</quantity>' +
            '<endDate xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></st:Status>'
    }

    def "a URL has the example of the document, a customer that the sandbox knows, or a value that fits the pattern"() {
        expect:
        sandbox.operationUrl('getSubscriptionProvisioningStatus') ==
            "${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/subscriptions/6cc8caf8-f5a7-4d6b-8c7e-b5ac3a2a9c5d/provisioningstatus"
        sandbox.operationUrl('deleteCart') ==~ /.*\/carts\/cart-[0-9a-f]{6}/
        !sandbox.servesOrders()
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

    def "a POST with #what gets a 400 that says so"() {
        when:
        def response = send('POST', sandbox.operationUrl('createOrder'), ['Content-Type': type], body)

        then:
        response.statusCode() == 400
        text(response) == "{\"code\":1,\"description\":\"$problem\",\"details\":[{\"key\":\"a\"}]}"

        where:
        what                         | type                | body                                               || problem
        'no body'                    | 'application/json'  | ''                                                 || 'The request has no body.'
        'another Content-Type'       | 'text/plain'        | '{}'                                               || 'The Content-Type is not one of application/json.'
        'half a body'                | 'application/json'  | '{"name":'                                         || 'The body is not JSON.'
        'something after the body'   | 'application/json'  | '{"name":"Abc","lines":[]} x'                      || 'The body is not JSON.'
        'a name given twice'         | 'application/json'  | '{"name":"Abc","name":"Abc","lines":[]}'           || 'The body is not JSON.'
        'a list'                     | 'application/json'  | '[]'                                               || 'The body is not an object.'
        'nothing required'           | 'application/json'  | '{}'                                               || 'The body.name is missing.'
        'nothing required of a part' | 'application/json'  | '{"name":"Abc"}'                                   || 'The body.lines is missing.'
        'a wrong pattern'            | 'application/json'  | '{"name":"abc","lines":[]}'                        || 'The body.name is not a valid value.'
        'a number for a text'        | 'application/json'  | '{"name":7,"lines":[]}'                            || 'The body.name is not a valid value.'
        'null where it may not be'   | 'application/json'  | '{"name":null,"lines":[]}'                         || 'The body.name is not a valid value.'
        'an object for a list'       | 'application/json'  | '{"name":"Abc","lines":{}}'                        || 'The body.lines is not a list.'
        'no multiple of 5'           | 'application/json'  | '{"name":"Abc","lines":[{"quantity":6}]}'          || 'The body.lines[0].quantity is not a valid value.'
        'a fraction'                 | 'application/json'  | '{"name":"Abc","lines":[{"quantity":5.5}]}'        || 'The body.lines[0].quantity is not a valid value.'
        'a number without end'       | 'application/json'  | '{"name":"Abc","lines":[{"quantity":5,"price":1e400}]}' || 'The body.lines[0].price is not a valid value.'
        'a huge whole number'        | 'application/json'  | '{"name":"Abc","lines":[{"quantity":1e400}]}'      || 'The body.lines[0].quantity is not a valid value.'
        'more than the maximum'      | 'application/json'  | '{"name":"Abc","lines":[{"quantity":105}]}'        || 'The body.lines[0].quantity is not a valid value.'
        'the exclusive minimum'      | 'application/json'  | '{"name":"Abc","lines":[{"quantity":5,"price":0}]}' || 'The body.lines[0].price is not a valid value.'
        'the exclusive maximum'      | 'application/json'  | '{"name":"Abc","lines":[{"quantity":5,"price":1}]}' || 'The body.lines[0].price is not a valid value.'
        'a property too many'        | 'application/json'  | '{"name":"Abc","lines":[{"quantity":5,"x":1}]}'    || 'The body.lines[0] has a property that is not allowed.'
    }

    def "a parameter that does not fit gets the response for every other status: #query"() {
        expect:
        get(sandbox.operationUrl('getSubscriptionProvisioningStatus') + query).statusCode() == status

        where:
        query                             || status
        ''                                || 200
        '?region=FR'                      || 200
        '?region=fr'                      || 400
        '?states=success&states=pending'  || 200
        '?states=success&states=lost'     || 400
        '?ids=1,2'                        || 200
        '?ids=1,two'                      || 400
        '?ids=1&ids=2'                    || 200
        '?kind=trial&kind=free'           || 400
        '?id=6cc8caf8-f5a7-4d6b-8c7e-b5ac3a2a9c5d' || 200
        '?id=6cc8caf8'                    || 400
        '?since=2024-02-29'               || 200
        '?since=2026-02-29'               || 400
        '?at=2026-01-01T00:00:00Z'        || 200
        '?at=2026-01-01T00:00:00'         || 400
        '?short=2147483647'               || 200
        '?short=2147483648'               || 400
        '?long=-9223372036854775808'      || 200
        '?long=-9223372036854775809'      || 400
        '?kind=trial'                     || 200
        '?kind=free'                      || 400
        '?plan=basic'                     || 200
        '?plan=gold'                      || 400
        '?size=5'                         || 200
        '?size=-1'                        || 400
        '?size=abc'                       || 400
        '?size=1.5'                       || 400
        '?size='                          || 400
        '?size=1e400'                     || 400
        '?size=1e999999999'               || 400
        '?size=1e-999999999'              || 400
        '?share=0.5'                      || 200
        '?share=half'                     || 400
        '?share=1e400'                    || 400
        '?full=true'                      || 200
        '?full=yes'                       || 400
    }

    def "a parameter in a cookie or a header that does not fit is a 400 too: #headers"() {
        expect:
        get(sandbox.operationUrl('getSubscriptionProvisioningStatus'), headers).statusCode() == status

        where:
        headers                        || status
        [Cookie: 'page=2']             || 200
        [Cookie: 'page=two']           || 400
        [Cookie: 'a=two; page=2']      || 200
        ['X-Page': '2']                || 200
        ['X-Page': 'two']              || 400
        [Accept: 'text/plain;q=a']     || 200
    }

    def "an error has a code, a description and data only as its schema can have them: #properties"() {
        given:
        def own = own(TEXT.replace('code: {type: integer}\n        description: {type: string}\n', properties)
            .replace('example: {code: 1, description: Something., details: [{key: a}]}', "example: $example"))
        def url = own.operationUrl('getSubscriptionProvisioningStatus')
        def token = [Authorization: 'Bearer ' + own.token()]

        expect:
        text(RawClient.get(url, [:])) == unauthorized
        text(RawClient.get(url.replace(own.customerId(), UNKNOWN), token)) == notFound
        text(RawClient.get(url + '?kind=free', token)) == badRequest

        cleanup:
        own.close()

        where:
        properties | example || unauthorized | notFound | badRequest
        'code: {type: integer}\n        data: {type: object, properties: {at: {type: string}}}\n' | '{code: 1, data: {at: here}}' ||
            '{"code":1,"data":{"at":"here"}}' | '{"code":60003,"data":{"at":"here"}}' | '{"code":1,"data":{"at":"here"}}'
        'code: {type: string, enum: [bad, worse]}\n        data: {type: array, items: {type: string}}\n' | '{code: bad, data: [here]}' ||
            '{"code":"bad","data":[]}' | '{"code":"bad","data":[]}' | '{"code":"bad","data":[]}'
        'code: {type: integer, maximum: 9}\n        description: {type: object, properties: {en: {type: string}}}\n' | '{code: 1, description: {en: never}}' ||
            '{"code":1,"description":{"en":"never"}}' | '{"code":1,"description":{"en":"never"}}' | '{"code":1,"description":{"en":"never"}}'
        'code: {type: boolean}\n        description: {type: string, maxLength: 20}\n' | '{code: true, description: never}' ||
            '{"code":true,"description":"never"}' | '{"code":true,"description":"Tenant not found"}' | '{"code":true,"description":"never"}'
    }

    def "the token, the customer and the quota are checked as the document has a response for it"() {
        given:
        def url = sandbox.operationUrl('getSubscriptionProvisioningStatus')

        expect:
        send('GET', url, [:], '').statusCode() == 401
        text(send('GET', url, [:], '')) == '{"code":1,"description":"Something.","details":[{"key":"a"}]}'
        get(url.replace(sandbox.customerId(), UNKNOWN)).statusCode() == 404
        text(get(url.replace(sandbox.customerId(), UNKNOWN))) == '{"code":60003,"description":"Tenant not found","details":[{"key":"a"}]}'
        get(url.replace(sandbox.customerId(), sandbox.forbiddenCustomers()[0])).statusCode() == 403
        // This operation has neither 403 nor 404.
        post(GOOD_ORDER, sandbox.operationUrl('createOrder').replace(sandbox.customerId(), UNKNOWN)).statusCode() == 201
    }

    def "a customer that is the example of the document is known too"() {
        given:
        def own = own(TEXT.replace('- {name: customer_id, in: path, required: true, schema: {type: string, format: uuid}}\n      - {name: subs', "- {name: customer_id, in: path, required: true, schema: {type: string, format: uuid}, example: $UNKNOWN}\n      - {name: subs"))

        expect:
        own.operationUrl('getSubscriptionProvisioningStatus').contains(UNKNOWN)
        status(own, own.operationUrl('getSubscriptionProvisioningStatus')) == 200
        status(own, own.operationUrl('getSubscriptionProvisioningStatus').replace(UNKNOWN, own.customerId())) == 200
        status(own, own.operationUrl('getSubscriptionProvisioningStatus').replace(UNKNOWN, UNKNOWN.replace('5', '6'))) == 404

        cleanup:
        own.close()
    }

    def "a required parameter of the query is in the URL, and without it the request gets a 400"() {
        given:
        def own = own(TEXT.replace('name: kind, in: query, ', 'name: kind, in: query, required: true, '))
        def url = own.operationUrl('getSubscriptionProvisioningStatus')

        expect:
        url.endsWith('/provisioningstatus?kind=trial')
        status(own, url) == 200
        status(own, url.replaceFirst(/\?.*/, '')) == 400

        cleanup:
        own.close()
    }

    def "an example that is only there as XML is not taken for JSON: values are made up"() {
        given:
        def own = own(TEXT.replace('                pending: {value: {skuId: \'0001\', status: pending, quantity: 3, endDate: null}}', '                pending: {value: <Status/>}'))

        expect:
        new String(RawClient.get(own.operationUrl('getSubscriptionProvisioningStatus'), [Authorization: 'Bearer ' + own.token()]).body()).startsWith('{"skuId":"skuId","status":"success","quantity":1,')

        cleanup:
        own.close()
    }

    def "after the quota it is 429 with Retry-After, also where the document says nothing of it"() {
        given:
        def small = PartnerCenterSandbox.builder().spec(DOCUMENT).quota(0).start()

        expect:
        ['getSubscriptionProvisioningStatus', 'createOrder', 'deleteCart'].every { id ->
            def method = small.spec().operation(id).method()
            def response = send(method, small.operationUrl(id), [Authorization: 'Bearer ' + small.token()], '')
            assert response.statusCode() == 429
            assert response.headers().firstValue('Retry-After').get() == '60'
            assert text(response) == (id == 'deleteCart' ? '{"Message":"The OpenAPI document has no response for status 429."}'
                : '{"code":1,"description":"Too many requests were made. Try again in 60 seconds.","details":[{"key":"a"}]}')
            true
        }

        cleanup:
        small.close()
    }

    def "a success without a body is empty"() {
        when:
        def response = send('DELETE', sandbox.operationUrl('deleteCart'), [Authorization: 'Bearer ' + sandbox.token(), 'Accept-Encoding': 'gzip'], '')

        then:
        response.statusCode() == 204
        response.body().length == 0
        response.headers().firstValue('Content-Type').empty
    }

    def "scripted errors come from the response for every other status"() {
        given:
        sandbox.next(Responses.serverError().code('7')).then(Responses.mfaRequired()).then(Responses.badRequest())

        expect:
        text(get(sandbox.operationUrl('getSubscriptionProvisioningStatus'))) == '{"code":7,"description":"Something.","details":[{"key":"a"}]}'
        text(get(sandbox.operationUrl('getSubscriptionProvisioningStatus'))) ==
            '{"code":900421,"description":"The access token lacks the proof of multifactor authentication.","details":[{"key":"a"}]}'
        text(send('DELETE', sandbox.operationUrl('deleteCart'), [Authorization: 'Bearer ' + sandbox.token()], '')) ==
            '{"Message":"The OpenAPI document has no response for status 400."}'
    }

    def "with security #security a request without a token gets #status"() {
        given:
        def ofOperation = own(TEXT.replace('      operationId: getSubscriptionProvisioningStatus\n', "      operationId: getSubscriptionProvisioningStatus\n      security: $security\n"))
        def ofDocument = own(TEXT.replace('security:\n  - bearer: []\n', "security: $security\n"))

        expect:
        [ofOperation, ofDocument].every { RawClient.get(it.operationUrl('getSubscriptionProvisioningStatus'), [:]).statusCode() == status }

        cleanup:
        ofOperation?.close()
        ofDocument?.close()

        where:
        security             || status
        '[]'                 || 200
        '[{}]'               || 200
        '[{bearer: []}, {}]' || 200
        '[{bearer: []}]'     || 401
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

        cleanup:
        own.close()

        where:
        paths << [
            ['/orders/{id}': 'one', '/orders/search': 'search', '/orders/{id}/lines': 'lines', '/orders/search/{x}': 'found', '/orders/search/lines': 'concrete'],
            ['/orders/search/lines': 'concrete', '/orders/search/{x}': 'found', '/orders/search': 'search', '/orders/{id}/lines': 'lines', '/orders/{id}': 'one'],
        ]
    }

    def "a scripted #name for a response without that property is refused when it is planned"() {
        given:
        def own = own(TEXT.replace('code: {type: integer}\n        description: {type: string}\n', 'message: {type: string}\n')
            .replace('code: 1, description: Something.', 'message: Something.'))

        when:
        own.next(Responses.notFound()).then(2, planned)

        then:
        def e = thrown(IllegalStateException)
        e.message == "The response $status has no property $name"
        own.next(Responses.usual()).remaining() == 2

        cleanup:
        own.close()

        where:
        planned                                   | status | name
        Responses.notFound().code('7')            | 404    | 'code'
        Responses.tooManyRequests().code('7')     | 429    | 'code'
        Responses.mfaRequired()                   | 401    | 'code'
        Responses.badRequest().description('why') | 400    | 'description'
    }

    private PartnerCenterSandbox own(String text) {
        assert text != TEXT
        PartnerCenterSandbox.builder().spec(Files.writeString(folder.resolve('own.yaml'), text)).start()
    }

    private static String called(PartnerCenterSandbox target, String path) {
        text(RawClient.get(target.baseUrl() + '/v1' + path, [Authorization: 'Bearer ' + target.token()])).find(/"a":"(\w+)"/) { it[1] }
    }

    private static int status(PartnerCenterSandbox target, String url) {
        RawClient.get(url, [Authorization: 'Bearer ' + target.token()]).statusCode()
    }

    private HttpResponse<byte[]> get(String url, Map<String, String> headers = [:]) {
        send('GET', url, [Authorization: 'Bearer ' + sandbox.token()] + headers, '')
    }

    private HttpResponse<byte[]> post(Map body, String url = sandbox.operationUrl('createOrder')) {
        send('POST', url, ['Content-Type': 'application/json; charset=utf-8'], new ObjectMapper().writeValueAsString(body))
    }

    private HttpResponse<byte[]> send(String method, String url, Map<String, String> headers, String body) {
        def authorized = method == 'POST' && url.startsWith(sandbox.baseUrl() + '/') ? [Authorization: 'Bearer ' + sandbox.token()] + headers : headers
        RawClient.send(method, url, authorized, body)
    }

    private static String text(HttpResponse<byte[]> response) {
        new String(response.body(), 'UTF-8')
    }
}
