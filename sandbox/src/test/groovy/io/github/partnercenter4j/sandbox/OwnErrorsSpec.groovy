package io.github.partnercenter4j.sandbox

/** Who may call an operation, and the errors that the document describes. */
class OwnErrorsSpec extends OwnOperationsSpecification {

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
}
