package io.github.partnercenter4j.conformance.edit

import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** What a client with a fault would have sent: each fault alone, and nothing else. */
class RequestEditsSpec extends Specification {
    private static final SpecModel SPEC = SpecModel.read('''
openapi: 3.0.3
info: {title: Things, version: 1.0.0}
servers: [{url: 'https://example.com/v1'}]
paths:
  /owners/{owner}/things/{thing}/{part}:
    get:
      operationId: getPart
      parameters:
        - {name: owner, in: path, required: true, schema: {type: string}}
        - {name: thing, in: path, required: true, schema: {type: string}}
        - {name: part, in: path, required: true, schema: {type: string}}
        - {name: states, in: query, schema: {type: array, items: {type: string}}}
        - {name: X-One, in: header, schema: {type: string}}
      responses: {'204': {description: Nothing.}}
  /owners/{owner}:
    get:
      operationId: getOwner
      parameters:
        - {name: owner, in: path, required: true, schema: {type: string}}
      responses: {'204': {description: Nothing.}}
''')
    private static final OPERATION = SPEC.operation('getPart')
    private static final HEADERS = [new HttpHeader('Accept', 'a/b'), new HttpHeader('Authorization', 'Bearer s3cret'), new HttpHeader('X-One', '1')]

    private static String edited(RequestEdit edit, String target, String method = 'GET') {
        edit.edit(new HttpRequest(method, target, HEADERS, '{"a":7}'.bytes)).with { "$it.method $it.target ${it.headers.collect { "$it.name=$it.value" } - ['Accept=a/b', 'Authorization=Bearer s3cret']} ${new String(it.body)}" }
    }

    def 'a fault of an operation: #fault'() {
        expect:
        edited(RequestEdits.ofOperation(OPERATION)[fault], '/v1/owners/o/things/t/p', method) == "$result {\"a\":7}"

        where:
        fault                         | method | result
        'another method'              | 'GET'  | 'POST /v1/owners/o/things/t/p [X-One=1]'
        'another method'              | 'POST' | 'GET /v1/owners/o/things/t/p [X-One=1]'
        'the end of the path missing' | 'GET'  | 'GET /v1/owners/o/things/t [X-One=1]'
        'another version'             | 'GET'  | 'GET /v99/owners/o/things/t/p [X-One=1]'
        'ids swapped'                 | 'GET'  | 'GET /v1/owners/t/things/o/p [X-One=1]'
    }

    def 'one id cannot be swapped'() {
        expect:
        !RequestEdits.ofOperation(SPEC.operation('getOwner')).containsKey('ids swapped')
    }

    def 'a fault of the body: #fault'() {
        expect:
        edited(RequestEdits.ofBody()[fault], '/v1') == result

        where:
        fault              | result
        'half of the body' | 'GET /v1 [X-One=1] {"a'
        'no body'          | 'GET /v1 [X-One=1] '
    }

    def 'a fault of the token: #fault'() {
        given:
        def sent = RequestEdits.ofToken()[fault].edit(new HttpRequest('GET', '/v1', HEADERS))

        expect:
        sent.headers.findAll { it.name == 'Authorization' }*.value == values

        where:
        fault                 | values
        'Authorization twice' | ['Bearer s3cret', 'Bearer s3cret']
        'another scheme'      | ['Basic s3cret']
    }

    def 'a fault of the parameter #name with the value #value: #fault'() {
        given:
        def edits = RequestEdits.of(OPERATION.parameters().find { it.name() == name }, value)

        expect:
        edited(edits.find { it.key.toString() == fault }.value, target) == "GET $result {\"a\":7}"

        where:
        name     | value | fault                    | target               || result
        'states' | null  | 'states sent all the same' | '/v1'              || '/v1?states=x [X-One=1]'
        'states' | null  | 'states sent all the same' | '/v1?a=b'          || '/v1?a=b&states=x [X-One=1]'
        'states' | 'a,b' | 'another value'          | '/v1?s=a&s=b'        || '/v1?s=other&s=b [X-One=1]'
        'thing'  | 'a,b' | 'another value'          | '/v1/a%2Cb'          || '/v1/other [X-One=1]'
        'thing'  | 'a,b' | 'encoded twice'          | '/v1/a%2Cb'          || '/v1/a%252Cb%25 [X-One=1]'
        'thing'  | 'a,b' | 'not encoded'            | '/v1/a%2Cb'          || '/v1/a,b [X-One=1]'
        'thing'  | 'ab'  | 'not encoded'            | '/v1/ab'             || '/v1/ab/ [X-One=1]'
        'X-One'  | '1'   | 'X-One misspelled'       | '/v1'                || '/v1 [X-One-=1]'
        'X-One'  | '1'   | 'X-One twice'            | '/v1'                || '/v1 [X-One=1, X-One=1]'
        'X-One'  | null  | 'X-One sent all the same' | '/v1'               || '/v1 [X-One=1, X-One=x]'
    }

    def 'another valid value of a header than #value is #other'() {
        expect:
        RequestEdits.other(value) == other

        where:
        value  || other
        '30'   || '301'
        'abc'  || 'bbc'
        'bbc'  || 'cbc'
    }
}
