package io.github.partnercenter4j.sandbox

import static io.github.partnercenter4j.sandbox.InProcessSandbox.CUSTOMER
import static io.github.partnercenter4j.sandbox.InProcessSandbox.ORDER
import static io.github.partnercenter4j.sandbox.Responses.bytes
import static io.github.partnercenter4j.sandbox.Responses.response
import static io.github.partnercenter4j.sandbox.Responses.serverError
import static io.github.partnercenter4j.sandbox.Responses.usual

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.sandbox.wire.WireFaults
import java.time.Duration
import spock.lang.Shared
import spock.lang.Specification

/** What a planned response changes. ScriptSpec sends some of them over HTTP. */
class ScriptedResponseSpec extends Specification {

    @Shared
    InProcessSandbox sandbox = new InProcessSandbox()

    @Shared
    InProcessSandbox own = new InProcessSandbox(OwnOperationsSpecification.TEXT)

    def setup() {
        [sandbox, own]*.script*.clear()
        sandbox.orders.setStatus(CUSTOMER, ORDER, 0, 'fulfilled')
    }

    def "#name is #status with code #code and a description"(String name, Closure<ScriptedResponse> planned, int status, String code) {
        given:
        sandbox.script.then(planned())

        when:
        def response = sandbox.get(sandbox.orderUrl())

        then:
        response.statusCode() == status
        json(response).code == code
        json(response).description
        response.headers().allValues('Retry-After') == (status == 429 ? ['57'] : [])

        where:
        name              | planned                         || status | code
        'badRequest'      | { Responses.badRequest() }      || 400    | '800002'
        'unauthorized'    | { Responses.unauthorized() }    || 401    | '800001'
        'mfaRequired'     | { Responses.mfaRequired() }     || 401    | '900421'
        'forbidden'       | { Responses.forbidden() }       || 403    | '20002'
        'notFound'        | { Responses.notFound() }        || 404    | '20000'
        'tooManyRequests' | { Responses.tooManyRequests() } || 429    | '429'
        'serverError'     | { serverError() }               || 500    | '800003'
        'another code'    | { serverError().code('1') }     || 500    | '1'
    }

    def "#name changes the order to #state, and the order stays so"(String name, Closure<ScriptedResponse> planned, String state) {
        given:
        sandbox.script.then(planned())

        expect:
        (1..2).collect { json(sandbox.get(sandbox.orderUrl())).items*.status } == [[state], [state]]

        when: 'the request is for an order that is not there'
        sandbox.script.then(planned())

        then:
        sandbox.get(sandbox.orderUrl(CUSTOMER, 'x')).statusCode() == 404

        where:
        name          | planned                   || state
        'fulfilled'   | { Responses.fulfilled() }   || 'fulfilled'
        'pending'     | { Responses.pending() }     || 'PrefulfillmentPending'
        'unfulfilled' | { Responses.unfulfilled() } || 'Unfulfilled'
    }

    def "a wait of #millis ms is Retry-After #seconds"(int millis, String seconds) {
        given:
        sandbox.script.then(serverError().retryAfter(Duration.ofMillis(millis)))

        expect:
        sandbox.get(sandbox.orderUrl()).headers().allValues('Retry-After') == [seconds]

        where:
        millis || seconds
        0      || '0'
        1      || '1'
        1000   || '1'
        1001   || '2'
    }

    def "headers are added, replaced and left out in any case of their names"() {
        given:
        sandbox.script.then(serverError().header('X-A', 'a').header('ms-serverid', '1').withoutHeader('ms-cv').withoutHeader('Date'))

        when:
        def headers = sandbox.get(sandbox.orderUrl()).headers()

        then:
        ['X-A', 'MS-ServerId', 'MS-CV', 'Date'].collect { headers.allValues(it) } == [['a'], ['1'], [], []]
    }

    def "content is written as the document describes the body of the status, and a status without a body has none"() {
        given:
        sandbox.script.then(response(200, [totalCount: 0, items: []])).then(response(404, [code: 'x', data: ['a', 'b']]))
        own.script.then(response(204, [code: 'x']))

        expect:
        sandbox.get(sandbox.orderUrl()).text() == '{"totalCount":0,"items":[]}'
        sandbox.get(sandbox.orderUrl(), [Accept: 'text/xml']).text() == '<Fault><code>x</code><data><string>a</string><string>b</string></data></Fault>'
        own.send('DELETE', own.operationUrl('deleteCart')).with { [it.statusCode(), it.text()] } == [204, '']
    }

    def "bytes are sent as they were planned, with any status, and never compressed"() {
        given:
        def body = '<p>no'.bytes
        sandbox.script.then(bytes(418, 'text/html', body)).then(usual().body('', body))
        body[0] = 0

        expect:
        [['text/html'], []].every { type ->
            def response = sandbox.get(sandbox.orderUrl(), ['Accept-Encoding': 'gzip'])
            assert response.statusCode() == (type ? 418 : 200)
            assert response.headers().allValues('Content-Type') == type
            assert response.headers().allValues('Content-Encoding') == []
            assert response.text() == '<p>no'
            true
        }
    }

    def "the relay is told of a delay and of a fault, and of nothing else"() {
        given:
        def fault = WireFaults.nothing()
        sandbox.script.then(usual().delay(Duration.ofMillis(5))).then(usual().wire(fault)).then(usual().header('X-A', 'a'))

        when:
        def plans = (1..3).collect {
            def name = sandbox.get(sandbox.orderUrl(), ['Accept-Encoding': 'gzip']).headers().firstValue('Sandbox-Wire-Plan')
            name.present ? sandbox.service.wirePlans().take(name.get()) : null
        }

        then:
        plans*.delay() == [Duration.ofMillis(5), Duration.ZERO, null]
        plans*.fault() == [null, fault, null]
    }

    def "a response is immutable: what is added to it is in a copy"() {
        given:
        def response = serverError()
        response.code('1').description('d').header('X-A', 'a').withoutHeader('Date').body('a/b', [1] as byte[]).wire(WireFaults.nothing()).delay(Duration.ofDays(1))
        sandbox.script.then(response).then(response.description('d'))

        when:
        def first = sandbox.get(sandbox.orderUrl())

        then:
        json(first).code == '800003'
        ['X-A', 'Sandbox-Wire-Plan'].every { first.headers().allValues(it) == [] }
        first.headers().allValues('Date').size() == 1
        json(sandbox.get(sandbox.orderUrl())).description == 'd'
    }

    def "changes add up in any order"() {
        given:
        sandbox.script.then(serverError().delay(Duration.ofMillis(5)).code('1').header('A', 'a').description('d').withoutHeader('Date').header('B', 'b'))

        when:
        def response = sandbox.get(sandbox.orderUrl())

        then:
        json(response).subMap('code', 'description') == [code: '1', description: 'd']
        ['A', 'B', 'Date'].collect { response.headers().allValues(it) } == [['a'], ['b'], []]
        response.headers().firstValue('Sandbox-Wire-Plan').present
    }

    def "a plan of several responses counts what is left, and only requests for an operation use it"() {
        given:
        def script = sandbox.script.then(2, serverError()).then(Responses.notFound())

        expect:
        script.remaining() == 3
        sandbox.get('/nowhere').statusCode() == 404
        script.remaining() == 3
        (1..4).collect { sandbox.get(sandbox.orderUrl()).statusCode() } == [500, 500, 404, 200]
        script.remaining() == 0
        script.then(0, serverError()).remaining() == 0
    }

    def "no response can be planned for a property that no operation has, and then nothing is planned"() {
        when:
        (times ? own.script.then(times, planned()) : own.script.then(planned()))

        then:
        def e = thrown(IllegalStateException)
        e.message == 'The response 404 has no property source'
        own.script.remaining() == 0

        when: 'the status depends on the request'
        own.script.then(usual().code('1'))

        then:
        own.script.remaining() == 1

        where:
        times | planned
        0     | { new ScriptedResponse(404, Responses.notFound().plan.withValue('source', 'x')) }
        2     | { new ScriptedResponse(404, Responses.notFound().plan.withValue('source', 'x')) }
    }

    private static Map json(InProcessSandbox.Answer response) {
        new ObjectMapper().readValue(response.body(), Map)
    }
}
