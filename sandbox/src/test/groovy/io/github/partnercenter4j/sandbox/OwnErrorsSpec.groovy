package io.github.partnercenter4j.sandbox

/** Who may call an operation, and the errors that the document describes. */
class OwnErrorsSpec extends OwnOperationsSpecification {

    def "an error has a code, a description and data only as its schema can have them: #properties"() {
        given:
        def own = own(TEXT.replace('code: {type: integer}\n        description: {type: string}\n', properties)
            .replace('example: {code: 1, description: Something., details: [{key: a}]}', "example: $example"))
        def url = own.operationUrl('getSubscriptionProvisioningStatus')

        expect:
        own.get(url, [Authorization: null]).text() == unauthorized
        own.get(url.replace(CUSTOMER, UNKNOWN)).text() == notFound
        own.get(url + '?kind=free').text() == badRequest

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
        get(url, [Authorization: null]).statusCode() == 401
        get(url, [Authorization: null]).text() == '{"code":1,"description":"Something.","details":[{"key":"a"}]}'
        get(url.replace(CUSTOMER, UNKNOWN)).statusCode() == 404
        get(url.replace(CUSTOMER, UNKNOWN)).text() == '{"code":60003,"description":"Tenant not found","details":[{"key":"a"}]}'
        get(url.replace(CUSTOMER, FORBIDDEN)).statusCode() == 403
        // This operation has neither 403 nor 404.
        post(GOOD_ORDER, sandbox.operationUrl('createOrder').replace(CUSTOMER, UNKNOWN)).statusCode() == 201
    }

    def "a customer that is the example of the document is known too"() {
        given:
        def own = own(TEXT.replace('- {name: customer_id, in: path, required: true, schema: {type: string, format: uuid}}\n      - {name: subs', "- {name: customer_id, in: path, required: true, schema: {type: string, format: uuid}, example: $UNKNOWN}\n      - {name: subs"))

        expect:
        own.operationUrl('getSubscriptionProvisioningStatus').contains(UNKNOWN)
        own.get(own.operationUrl('getSubscriptionProvisioningStatus')).statusCode() == 200
        own.get(own.operationUrl('getSubscriptionProvisioningStatus').replace(UNKNOWN, CUSTOMER)).statusCode() == 200
        own.get(own.operationUrl('getSubscriptionProvisioningStatus').replace(UNKNOWN, UNKNOWN.replace('5', '6'))).statusCode() == 404
    }

    def "after the quota it is 429 with Retry-After, also where the document says nothing of it"() {
        given:
        def small = new InProcessSandbox(PartnerCenterSandbox.builder().spec(DOCUMENT).quota(0))

        expect:
        ['getSubscriptionProvisioningStatus', 'createOrder', 'deleteCart'].every { id ->
            def method = small.spec.operation(id).method()
            def response = small.send(method, small.operationUrl(id))
            assert response.statusCode() == 429
            assert response.headers().firstValue('Retry-After').get() == '60'
            assert response.text() == (id == 'deleteCart' ? '{"Message":"The OpenAPI document has no response for status 429."}'
                : '{"code":1,"description":"Too many requests were made. Try again in 60 seconds.","details":[{"key":"a"}]}')
            true
        }
    }

    def "scripted errors come from the response for every other status"() {
        given:
        sandbox.script.then(Responses.serverError().code('7')).then(Responses.mfaRequired()).then(Responses.badRequest())

        expect:
        get(sandbox.operationUrl('getSubscriptionProvisioningStatus')).text() == '{"code":7,"description":"Something.","details":[{"key":"a"}]}'
        get(sandbox.operationUrl('getSubscriptionProvisioningStatus')).text() ==
            '{"code":900421,"description":"The access token lacks the proof of multifactor authentication.","details":[{"key":"a"}]}'
        sandbox.send('DELETE', sandbox.operationUrl('deleteCart')).text() ==
            '{"Message":"The OpenAPI document has no response for status 400."}'
    }

    def "with security #security a request without a token gets #status"() {
        given:
        def ofOperation = own(TEXT.replace('      operationId: getSubscriptionProvisioningStatus\n', "      operationId: getSubscriptionProvisioningStatus\n      security: $security\n"))
        def ofDocument = own(TEXT.replace('security:\n  - bearer: []\n', "security: $security\n"))

        expect:
        [ofOperation, ofDocument].every { it.get(it.operationUrl('getSubscriptionProvisioningStatus'), [Authorization: null]).statusCode() == status }

        where:
        security             || status
        '[]'                 || 200
        '[{}]'               || 200
        '[{bearer: []}, {}]' || 200
        '[{bearer: []}]'     || 401
    }

    def "a scripted #name for a response without that property is refused when it is planned"() {
        given:
        def own = own(TEXT.replace('code: {type: integer}\n        description: {type: string}\n', 'message: {type: string}\n')
            .replace('code: 1, description: Something.', 'message: Something.'))

        when:
        own.script.then(Responses.notFound()).then(2, planned)

        then:
        def e = thrown(IllegalStateException)
        e.message == "The response $status has no property $name"
        own.script.then(Responses.usual()).remaining() == 2

        where:
        planned                                   | status | name
        Responses.notFound().code('7')            | 404    | 'code'
        Responses.tooManyRequests().code('7')     | 429    | 'code'
        Responses.mfaRequired()                   | 401    | 'code'
        Responses.badRequest().description('why') | 400    | 'description'
    }
}
