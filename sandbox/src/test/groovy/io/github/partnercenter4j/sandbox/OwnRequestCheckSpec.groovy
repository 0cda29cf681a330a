package io.github.partnercenter4j.sandbox

/** What requests with a wrong body or parameter get. */
class OwnRequestCheckSpec extends OwnOperationsSpecification {

    def "a POST with #what gets a 400 that says so"() {
        when:
        def response = sandbox.send('POST', sandbox.operationUrl('createOrder'), ['Content-Type': type], body)

        then:
        response.statusCode() == 400
        response.text() == "{\"code\":1,\"description\":\"$problem\",\"details\":[{\"key\":\"a\"}]}"

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
}
