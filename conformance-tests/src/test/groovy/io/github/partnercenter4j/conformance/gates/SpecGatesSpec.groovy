package io.github.partnercenter4j.conformance.gates

import static io.github.partnercenter4j.conformance.gates.SpecMutation.removed
import static io.github.partnercenter4j.conformance.gates.SpecMutation.set

import io.github.partnercenter4j.testing.SpecDocument
import spock.lang.Specification

/** The spec passes every gate, and every gate rejects a violation of its rule. */
class SpecGatesSpec extends Specification {
    private static final SpecTree SPEC = new SpecTree(SpecDocument.CURRENT.tree)
    private static final String GET = '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get'
    private static final String NEW = '/components/schemas/Fault/properties/added'

    private static final List<Gate> TABLE = []

    def 'the spec passes: #gate'() {
        expect:
        gate.check(SPEC) == []

        where:
        gate << Gates.ALL
    }

    def 'the gate rejects a violation and accepts what is allowed: #name'(String name, SpecMutation caught, SpecMutation passed) {
        given:
        def gate = (Gates.ALL + Gates.callersOf(SPEC)).find { it.name.startsWith(name) }

        TABLE << gate

        expect:
        gate.check(caught.in(SPEC)) != []
        gate.check(passed.in(SPEC)) == []

        where:
        name                                                | caught                                                                  | passed
        'every reference has'                               | set('', GET + '/responses/404/$ref', "'#/components/responses/No'")     | set('', GET + '/responses/404/$ref', "'#/components/responses/Forbidden'")
        'every array is wrapped'                            | set('', NEW, '{type: array, items: {type: string}, xml: {wrapped: true}}') | set('', NEW, '{type: array, items: {type: string, xml: {name: x}}, xml: {wrapped: true}}')
        'every schema and property has its name in XML'     | set('', NEW, '{type: string, xml: {name: code}}')                       | set('', NEW, '{type: string, xml: {name: Code}}')
        'every operation has its own id'                    | set('', GET + '/tags', '[Others]')                                      | set('', GET + '/operationId', 'readProvisioningStatus')
        'every operation has a success'                     | removed('', GET + '/responses/200')                                     | set('', GET + '/responses/503', '{$ref: "#/components/responses/NotFound"}')
        'every operation is secured'                        | set('', GET + '/security', '[{}]')                                      | set('', GET + '/security', '[{bearer: []}]')
        'every response has the four media types'           | removed('', '/components/responses/NotFound/content/text~1xml/examples') | set('', '/components/responses/NotFound/content/text~1xml/examples/notFound/$ref', "'#/components/examples/ForbiddenXml'")
        'every media type of a response has'                | set('', '/components/responses/ProvisioningStatus/content/text~1xml/schema/$ref', "'#/components/schemas/Link'") | set('', '/components/responses/NotFound/description', 'Gone.')
        'every response has the headers'                    | set('', '/components/headers/Retry-After/required', 'false')            | set('', '/components/headers/Date/required', 'true')
        'a response header has the schema'                  | set('', '/components/headers/MS-CV/schema/minLength', '1')              | set('', '/components/headers/MS-ServerId/schema/minLength', '1')
        'a request header is optional'                      | set('', '/components/parameters/ValidateMfa/required', 'true')          | set('', '/components/parameters/ValidateMfa/example', 'false')
        'everything has a description'                      | set('', '/components/schemas/Fault/description', "'{@link Fault}'")     | set('', '/components/schemas/Fault/description', "What went wrong, and 'why'; 100 % of it (in words).")
        'an object may have'                                | set('', '/components/schemas/Link/additionalProperties', 'false')       | set('', NEW, '{type: string}')
        'an absent value is left out'                       | set('', NEW, '{type: string, nullable: true}')                          | set('', NEW, '{type: string}')
        'an integer has a format'                           | set('', NEW, '{type: integer}')                                         | set('', NEW, '{type: integer, format: int64}')
        'the operation is the one of the source pages'      | set('', '/components/parameters/MS-CV/schema/type', 'integer')          | set('', '/components/parameters/ValidateMfa/schema/type', 'string')
        'the responses are those of the source pages'       | removed('', '/components/responses/NotFound/headers/MS-ServerId')       | removed('', '/components/responses/NotFound/headers/Request-Context')
        'the seven definitions are those'                   | set('', '/components/schemas/Link/properties/uri/format', 'uri')        | set('', '/components/schemas/Link/properties/added', '{type: string}')
        'what the source pages do not say'                  | set('', '/components/schemas/Link/properties/added', '{type: string}')  | set('', '/components/schemas/Link/properties/added', '{type: string, x-source: inferred}')
        'the sample is the one of the documentation'        | set('', '/components/examples/SampleJson/value/totalCount', '2')        | set('', '/components/examples/EverythingJson/value/totalCount', '3')
        'every example in JSON fits'                        | set('', '/components/examples/NotFoundJson/value/reason', 'x')          | set('', '/components/examples/NotFoundJson/value/source', 'x')
        'every example in XML has the same content'          | set('', '/components/examples/NotFoundXml/value', '<Fault><code>20000</code></Fault>') | set('', '/components/examples/NotFoundXml/summary', 'None.')
        'the example of a parameter or a header'            | set('', '/components/parameters/ValidateMfa/example', "'yes'")          | set('', '/components/parameters/ValidateMfa/example', 'false')
        'the servers are the clouds'                        | set('', '/servers', '[{url: https://api.partnercenter.microsoft.com, x-cloud: public}]') | set('', '/externalDocs/url', 'https://example.org')
        'the headers that the client sends by itself'        | removed('', '/components/parameters/X-Locale/name')                     | removed('', '/components/parameters/X-Locale/example')
        'the OpenAPI parser'                                | set('', '/components/parameters/order_id/in', 'body')                   | set('', '/components/parameters/X-Locale/example', 'de-DE')
        'the sandbox supports'                              | set('', NEW, '{type: string, pattern: a}')                              | set('', NEW, '{type: string, minLength: 1}')
        'callers of the released spec'                      | set('', GET + '/operationId', 'readProvisioningStatus')                 | set('', NEW, '{type: string}')
    }

    def 'every gate is in the table above'() {
        expect:
        Gates.ALL - TABLE == []
    }
}
