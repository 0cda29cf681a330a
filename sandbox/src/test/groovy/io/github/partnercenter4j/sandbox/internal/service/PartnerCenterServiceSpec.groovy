package io.github.partnercenter4j.sandbox.internal.service

import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.internal.http.LocalRequests
import io.github.partnercenter4j.sandbox.wire.WireFaults
import spock.lang.Specification

/** Which response a request gets, and what is written down of it. */
class PartnerCenterServiceSpec extends Specification {

    def sandbox = new InProcessSandbox()

    def "#method #target gets #status as #type, and the log says #reason"(String method, String target, int status, String type, String reason) {
        given:
        def response = sandbox.send(method, target)

        expect:
        response.statusCode() == status
        response.headers().allValues('Content-Type') == [type]
        log() == [[method, target, status, reason]]

        where:
        method   | target                || status | type                              | reason
        'GET'    | '/openapi.yaml'       || 200    | 'application/yaml'                | ''
        'GET'    | '/openapi.yaml?x'     || 200    | 'application/yaml'                | ''
        'GET'    | '/openapi.yml'        || 404    | 'application/json; charset=utf-8' | 'No HTTP resource was found that matches the request URI.'
        'DELETE' | sampleUrl()           || 405    | 'application/json; charset=utf-8' | 'The requested resource does not support this HTTP method.'
        'GET'    | sampleUrl()           || 200    | 'application/json; charset=utf-8' | ''
        'GET'    | sampleUrl() + '0'     || 404    | 'application/json; charset=utf-8' | 'No HTTP resource was found that matches the request URI.'
    }

    def "the document is served as it was read"() {
        expect:
        sandbox.get('/openapi.yaml').text() == sandbox.spec.source()
    }

    def "a request of another machine gets a refusal: #host"(String host, Map<String, String> headers) {
        given:
        def response = sandbox.get("http://$host/openapi.yaml", headers)

        expect:
        response.statusCode() == 403
        response.headers().allValues('Content-Type') == ['text/plain; charset=utf-8']
        response.text() == LocalRequests.REFUSAL
        log() == [['GET', '/openapi.yaml', 403, 'Host or Origin is not this machine.']]

        where:
        host           | headers
        'localhost'    | [Host: 'evil.example']
        'localhost'    | [Host: null]
        'localhost'    | [Origin: 'http://evil.example']
        'evil.example' | [:]
    }

    def "the log says what a script changed: #reason"(String reason, Closure<?> planned) {
        given:
        sandbox.script.then(planned())
        sandbox.get(sandbox.orderUrl())

        expect:
        log()*.last() == [reason]

        where:
        reason                                | planned
        'The connection is damaged by a script.' | { Responses.usual().wire(WireFaults.nothing()) }
        'The body is set by a script.'        | { Responses.notFound().body('a/b', new byte[0]) }
        '1: d'                                | { Responses.notFound().code('1').description('d') }
        ''                                    | { Responses.fulfilled() }
    }

    def "the media types are those of the document, the first one if none is accepted: #accept"(String accept, String type) {
        given:
        def own = new InProcessSandbox('''\
            openapi: 3.0.3
            info: {title: A, version: '1'}
            components: {schemas: {A: {type: object, properties: {a: {type: string}}}}}
            paths:
              /a: {get: {operationId: a, responses: {'200': {description: A., content: {text/xml: {schema: {$ref: "#/components/schemas/A"}}, application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}}
            '''.stripIndent())

        expect:
        own.get('/a', [Accept: accept]).headers().allValues('Content-Type') == ["$type; charset=utf-8"]

        where:
        accept             || type
        'application/json' || 'application/json'
        'text/xml'         || 'text/xml'
        'application/xml'  || 'text/xml'
        null               || 'text/xml'
    }

    def "a body is compressed if the request accepts it, but not an empty one, and not one that a script damages"() {
        given:
        def coding = { sandbox.get(sandbox.orderUrl(), ['Accept-Encoding': 'gzip']).headers().allValues('Content-Encoding') }

        expect:
        coding() == ['gzip']

        when:
        sandbox.script.then(Responses.usual().wire(WireFaults.cutBody())).then(Responses.usual().body('a/b', [1] as byte[]))

        then:
        [coding(), coding(), coding()] == [[], [], ['gzip']]
    }

    private static String sampleUrl() {
        "/v1/customers/$InProcessSandbox.CUSTOMER/orders/$InProcessSandbox.ORDER/provisioningstatus"
    }

    private List<List> log() {
        sandbox.log.latest().collect { [it.method(), it.target(), it.status(), it.reason()] }
    }
}
