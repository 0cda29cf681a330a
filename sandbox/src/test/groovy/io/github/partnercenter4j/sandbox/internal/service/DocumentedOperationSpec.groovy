package io.github.partnercenter4j.sandbox.internal.service

import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.Responses
import spock.lang.Specification

/** Operations without a rule, with the responses that a document may describe. */
class DocumentedOperationSpec extends Specification {

    def "with the responses #responses a request gets #status #body"(String responses, int status, String body) {
        given:
        def response = sandbox(responses).get('/a')

        expect:
        [response.statusCode(), response.text()] == [status, body]

        where:
        responses                                                                        || status | body
        "{'200': {description: A.}}"                                                     || 200    | ''
        "{'404': {description: A.}, '202': {description: A.}, '200': {description: A.}}" || 202    | ''
        "{default: ${content('{type: string}', 'example: x')}}"                          || 200    | '"x"'
    }

    def "a list that a header requires is written with commas, and an optional header is not there"() {
        given:
        def headers = 'headers: {X-Ids: {required: true, schema: {type: array, items: {type: integer, minimum: 7, maximum: 7}}}, X-Day: {required: true, schema: {type: string}, example: today}, X-No: {schema: {type: string}}}'
        def response = sandbox("{'200': {description: A., $headers}}").get('/a')

        expect:
        response.headers().firstValue('X-Ids').get() ==~ /7(,7)*/
        response.headers().allValues('X-Day') == ['today']
        response.headers().allValues('X-No') == []
    }

    def "an error that cannot have its details left out stays as the document has it: #schema"(String schema, String example, String body) {
        given:
        def own = sandbox("{'200': {description: A.}, '401': ${content(schema, 'example: ' + example)}}", 'security: [{bearer: []}]')

        expect:
        own.get('/a', [Authorization: null]).with { [it.statusCode(), it.text()] } == [401, body]

        where:
        schema                                               | example     || body
        '{type: string}'                                     | 'never'     || '"never"'
        '{type: array, items: {type: string}}'               | '[a, b]'    || '["a","b"]'
        '{type: object, properties: {data: {type: string}}}' | '{data: a}' || '{"data":"a"}'
    }

    def "a scripted value is planned if the response of any operation has the property"() {
        given:
        def own = sandbox("{'200': {description: A.}, '404': {description: A.}}", '', """
              /b: {get: {operationId: b, responses: {'200': {description: B.}, '404': ${content('{type: object, properties: {code: {type: string}}}', 'example: {code: x}')}}}}""")

        when:
        own.script.then(Responses.notFound().code('7')).then(Responses.notFound().code('7'))

        then:
        own.get('/a').with { [it.statusCode(), it.text()] } == [404, '']
        own.get('/b').text() == '{"code":"7"}'
    }

    private static InProcessSandbox sandbox(String responses, String more = '', String paths = '') {
        new InProcessSandbox("""\
            openapi: 3.0.3
            info: {title: A, version: '1'}
            components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}
            paths:
              /a: {get: {operationId: a, ${more ? more + ', ' : ''}responses: $responses}}$paths
            """.stripIndent())
    }

    private static String content(String schema, String example) {
        "{description: A., content: {application/json: {schema: $schema, $example}}}"
    }
}
