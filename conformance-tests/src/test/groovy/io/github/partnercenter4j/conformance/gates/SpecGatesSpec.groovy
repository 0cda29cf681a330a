package io.github.partnercenter4j.conformance.gates

import static io.github.partnercenter4j.conformance.gates.SpecMutation.removed
import static io.github.partnercenter4j.conformance.gates.SpecMutation.set

import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.specdiff.Comparison
import io.github.partnercenter4j.specgates.Gate
import io.github.partnercenter4j.specgates.Gates
import io.github.partnercenter4j.specgates.SpecTree
import io.github.partnercenter4j.testing.SpecDocument
import java.nio.file.Files
import spock.lang.Specification

/** The spec passes every gate, and every gate rejects a violation of its rule. */
class SpecGatesSpec extends Specification {
    private static final SpecTree SPEC = new SpecTree(SpecDocument.CURRENT.tree)
    private static final String GET = '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get'
    private static final String ORDER = '/components/parameters/order_id'
    private static final String GONE = '/components/responses/NotFound'
    private static final String XML = '/components/examples/NotFoundXml/value'
    private static final String SERVERS = '[{url: a, variables: {v: {default: "2"}}}, {url: b, variables: {v: {default: "2"}}}]'
    private static final String NEW = '/components/schemas/Fault/properties/added'

    private static final List<Gate> ALL = new Gates(ProjectFolder.REPOSITORY).all
    private static final List<Gate> OTHERS = [SecondOpinions.PARSER, SecondOpinions.SANDBOX]

    /** The name of a gate, or how it begins; a change that it rejects, and one that it accepts. */
    private static final List<List<Object>> TABLE = [
            ['the spec uses only what',                           set('', GET + '/responses/404/$ref', "'#/components/responses/No'"),      set('', GET + '/responses/404/$ref', "'#/components/responses/Forbidden'")],
            ['every array is wrapped',                            set('', NEW, '{type: array, items: {type: string}, xml: {wrapped: true}}'), set('', NEW, '{type: array, items: {type: string, xml: {name: x}}, xml: {wrapped: true}}')],
            ['every schema and property has its name in XML',     set('', NEW, '{type: string, xml: {name: code}}'),                        set('', NEW, '{type: string, xml: {name: Code}}')],
            ['every operation has its own id',                    set('', GET + '/tags', '[Others]'),                                       set('', GET + '/operationId', 'readProvisioningStatus')],
            ['no two operations have the same path',              set('', '/paths/~1customers~1{id}~1orders~1{order}~1provisioningstatus', '{}'), set('', '/paths/~1customers~1{id}~1orders', '{}')],
            ['every operation has a success',                     removed('', GET + '/responses/200'),                                      set('', GET + '/responses/503', '{$ref: "#/components/responses/NotFound"}')],
            ['every operation is secured',                        set('', GET + '/security', '[{}]'),                                       set('', GET + '/security', '[{bearer: []}]')],
            ['the bearer token is',                               removed('', '/components/securitySchemes/bearer/bearerFormat'),           set('', '/components/securitySchemes/bearer/description', 'A token.')],
            ['all servers have the same variables',               set('', '/servers', SERVERS.replaceFirst('2', '3')),                      set('', '/servers', SERVERS)],
            ['a path parameter is a string',                      removed('', '/components/parameters/order_id/schema/minLength'),          set('', '/components/parameters/order_id/schema/minLength', '2')],
            ['every response has the four media types',           removed('', '/components/responses/NotFound/content/text~1xml/examples'), set('', '/components/responses/NotFound/content/text~1xml/examples/notFound/$ref', "'#/components/examples/ForbiddenXml'")],
            ['the two media types of a format',                   set('', '/components/responses/NotFound/content/text~1json/examples/notFound/$ref', "'#/components/examples/ForbiddenJson'"), set('', '/components/responses/NotFound/content/application~1json/examples/notFound', "{value: ${SPEC.at('/components/examples/NotFoundJson/value')}}")],
            ['every media type of a response has',                set('', '/components/responses/ProvisioningStatus/content/text~1xml/schema/$ref', "'#/components/schemas/Link'"), set('', '/components/responses/NotFound/description', 'Gone.')],
            ['all successes of an operation',                     set('', GET + '/responses/202', '{$ref: "#/components/responses/NotFound"}'), set('', GET + '/responses/202', '{$ref: "#/components/responses/ProvisioningStatus"}')],
            ['every response has the headers',                    set('', '/components/headers/Retry-After/required', 'false'),             set('', '/components/headers/Date/required', 'true')],
            ['a response refers to the header',                   set('', '/components/responses/NotFound/headers/isMfaCompliant/$ref', "'#/components/headers/MS-CV'"), set('', '/components/responses/NotFound/headers/isMfaCompliant', '{schema: {type: boolean}}')],
            ['a response header has the schema',                  set('', '/components/headers/MS-CV/schema/minLength', '1'),               set('', '/components/headers/MS-ServerId/schema/minLength', '1')],
            ['a request header is optional',                      set('', '/components/parameters/ValidateMfa/required', 'true'),           set('', '/components/parameters/ValidateMfa/example', 'false')],
            ['everything has a description',                      set('', '/components/schemas/Fault/description', "'{@link Fault}'"),      set('', '/components/schemas/Fault/description', "What went wrong, and 'why'; 100 % of it (in words).")],
            ['an integer has a format',                           set('', NEW, '{type: integer}'),                                          set('', NEW, '{type: integer, format: int64}')],
            ['the operation is the one of the source pages',      set('', '/components/parameters/MS-CV/schema/type', 'integer'),           set('', '/components/parameters/ValidateMfa/schema/type', 'string')],
            ['the responses are those of the source pages',       removed('', '/components/responses/NotFound/headers/MS-ServerId'),        removed('', '/components/responses/NotFound/headers/Request-Context')],
            ['the seven definitions are those',                   set('', '/components/schemas/Link/properties/uri/format', 'uri'),         set('', '/components/schemas/Link/properties/added', '{type: string}')],
            ['what the source pages do not say',                  set('', '/components/schemas/Link/properties/added', '{type: string}'),   set('', GET + '/responses/203', '{$ref: "#/components/responses/ProvisioningStatus"}')],
            ['the sample is the one of the documentation',        set('', '/components/examples/SampleJson/value/totalCount', '2'),         set('', '/components/examples/EverythingJson/value/totalCount', '3')],
            ['every example in JSON fits',                        set('', '/components/examples/NotFoundJson/value/reason', 'x'),           set('', '/components/examples/NotFoundJson/value/source', 'x')],
            ['every example in XML has the same content',         set('', '/components/examples/NotFoundXml/value', '<Fault><code>20000</code></Fault>'), set('', '/components/examples/NotFoundXml/summary', 'None.')],
            ['the example of a parameter or a header',            set('', '/components/parameters/ValidateMfa/example', "'yes'"),           set('', '/components/parameters/ValidateMfa/example', 'false')],
            ['an example or a default within a schema',           set('', '/components/parameters/X-Locale/schema/default', '7'),           set('', '/components/parameters/X-Locale/schema/default', 'de-DE')],
            ['the servers are the clouds',                        set('', '/servers', '[{url: https://api.partnercenter.microsoft.com, x-cloud: public}]'), set('', '/externalDocs/url', 'https://example.org')],
            ['the client finds',                                  set('', GET + '/operationId', 'readProvisioningStatus'),                  set('', GET + '/summary', 'Read it')],
            ['the headers that the client sends by itself',       removed('', '/components/parameters/X-Locale/name'),                      removed('', '/components/parameters/X-Locale/example')],
            ['the OpenAPI parser',                                set('', '/components/parameters/order_id/in', 'body'),                    set('', '/components/parameters/X-Locale/example', 'de-DE')],
            ['the sandbox supports',                              set('', NEW, '{oneOf: [{type: string}]}'),                                set('', NEW, '{type: string, minLength: 1}')],
            ['callers of the released spec',                      set('', GET + '/operationId', 'readProvisioningStatus'),                  set('', NEW, '{type: string}')],
    ]

    def 'the spec passes: #gate'() {
        expect:
        gate.check(SPEC) == []

        where:
        gate << ALL + OTHERS
    }

    def 'the gate rejects a violation and accepts what is allowed: #name'(String name, SpecMutation caught, SpecMutation passed) {
        given:
        def gate = (ALL + OTHERS + SecondOpinions.callersOf(SPEC)).find { it.name.startsWith(name) }

        expect:
        gate.check(caught.in(SPEC)) != []
        gate.check(passed.in(SPEC)) == []

        where:
        [name, caught, passed] << TABLE
    }

    def 'the gate objects at #place: #name'(String name, SpecMutation change, String place) {
        expect:
        ALL.find { it.name.startsWith(name) }.check(change.in(SPEC))*.pointer == [place]

        where:
        name                                           | change                                                                                               || place
        'every operation has its own id'               | set('', GET + '/operationId', 'class')                                                               || GET + '/operationId'
        'every operation has its own id'               | set('', GET + '/tags', '[Orders, Orders]')                                                           || GET
        'every operation is secured'                   | set('', '/security', '[{bearer: []}, {bearer: []}]')                                                 || '/security'
        'every operation is secured'                   | set('', '/security', '[{bearer: [], other: []}]')                                                    || '/security'
        'every operation is secured'                   | set('', GET + '/security', '[]')                                                                     || GET + '/security'
        'every operation is secured'                   | set('', '/components/securitySchemes/bearer/type', 'oauth2')                                         || '/security'
        'a path parameter is a string'                 | set('', ORDER + '/schema', '{type: string, enum: [a]}')                                              || ORDER + '/schema'
        'a path parameter is a string'                 | set('', ORDER + '/schema', '{type: string, format: date}')                                           || ORDER + '/schema'
        'a path parameter is a string'                 | set('', ORDER + '/schema', '{type: string, minLength: 0}')                                           || ORDER + '/schema'
        'everything has a description'                 | removed('', '/info/description')                                                                     || '/info'
        'everything has a description'                 | removed('', '/servers/1/description')                                                                || '/servers/1'
        'everything has a description'                 | removed('', '/components/securitySchemes/bearer/description')                                        || '/components/securitySchemes/bearer'
        'everything has a description'                 | removed('', '/components/headers/Date/description')                                                  || '/components/headers/Date'
        'everything has a description'                 | removed('', ORDER + '/description')                                                                  || ORDER
        'everything has a description'                 | removed('', GONE + '/description')                                                                   || GONE
        'everything has a description'                 | removed('', GET + '/summary')                                                                        || GET
        'everything has a description'                 | set('', '/tags', '[{name: Orders}]')                                                                 || '/tags/0'
        'everything has a description'                 | set('', GONE + '/headers/Age', '{schema: {type: string}}')                                           || GONE + '/headers/Age'
        'everything has a description'                 | set('', GET + '/parameters', '[{name: a}]')                                                          || GET + '/parameters/0'
        'everything has a description'                 | set('', GET + '/responses/503', '{content: {}}')                                                     || GET + '/responses/503'
        'everything has a description'                 | set('', ORDER + '/description', "'a } b'")                                                           || ORDER + '/description'
        'everything has a description'                 | set('', ORDER + '/description', "'a */ b'")                                                          || ORDER + '/description'
        'an integer has a format'                      | set('', NEW, '{type: array, items: {type: integer}}')                                                || NEW + '/items'
        'an integer has a format'                      | set('', '/components/headers/Date/schema', '{type: integer}')                                        || '/components/headers/Date/schema'
        'an integer has a format'                      | set('', GET + '/parameters', '[{name: a, schema: {type: integer}}]')                                 || GET + '/parameters/0/schema'
        'every response has the four media types'      | set('', GONE + '/content/text~1html', '{examples: {a: {}}}')                                         || GONE + '/content/text~1html'
        'all successes of an operation'                | set('', GET + '/responses/299', '{$ref: "#/components/responses/NotFound"}')                         || GET + '/responses'
        'the operation is the one of the source pages' | set('', '/servers/0/url', 'https://api.example')                                                     || '/servers/0/url'
        'the responses are those of the source pages'  | set('', '/components/headers/MS-ServerId/schema/enum', '[a]')                                        || '/components/headers/MS-ServerId/schema/enum'
        'the responses are those of the source pages'  | set('', GONE + '/content/text~1xml/schema/$ref', '"#/components/schemas/Link"')                      || GONE + '/content'
        'what the source pages do not say'             | removed('', '/components/parameters/Accept-Encoding/x-source')                                       || '/components/parameters/Accept-Encoding'
        'what the source pages do not say'             | removed('', '/components/headers/isMfaCompliant/x-source')                                           || '/components/headers/isMfaCompliant'
        'what the source pages do not say'             | removed('', '/components/responses/TooManyRequests/x-source')                                        || '/components/responses/TooManyRequests'
        'what the source pages do not say'             | set('', GET + '/parameters', '[{name: a}]')                                                          || GET + '/parameters/0'
        'every example in JSON fits'                   | set('', GONE + '/content/text~1json/examples/notFound', '{value: []}')                               || GONE + '/content/text~1json/examples/notFound/value'
        'every example in XML has the same content'    | set('', XML, '<Error/>')                                                                             || XML
        'every example in XML has the same content'    | set('', XML, SPEC.at(XML).toString().replace('string>', 'item>'))                                    || XML
        'every example in XML has the same content'    | set('', '/components/examples/EverythingXml/value', SPEC.at('/components/examples/EverythingXml/value').toString().replace('>2<', '>two<')) || '/components/examples/EverythingXml/value'
        'every example in XML has the same content'    | set('', GONE + '/content/text~1xml/examples', '{other: {$ref: "#/components/examples/NotFoundXml"}}') || XML
        'the servers are the clouds'                   | set('', '/servers', "[${SPEC.at('/servers/0')}, ${SPEC.at('/servers/1')}]")                          || '/servers'
        'the servers are the clouds'                   | set('', '/servers', SPEC.at('/servers').toString().replaceFirst(/]$/, ', {x-cloud: new}]'))          || '/servers/3'
        'the servers are the clouds'                   | set('', '/servers/2/x-scope', 'a')                                                                   || '/servers/2'
        'the client finds'                             | set('', GET + '/tags', '[Others]')                                                                   || GET + '/tags/0'
        'the headers that the client sends by itself'  | set('', GET + '/parameters', SPEC.at(GET + '/parameters').toString().replaceFirst(/\{[^{}]*X-Locale"}/, '{name: X-Locale, in: query}')) || GET + '/parameters'
    }

    def 'a bound at #place, of which the source pages say nothing, names its source'() {
        expect:
        new Gates(ProjectFolder.REPOSITORY).check(set('', place + bound, '1').in(SPEC)).values().flatten()*.pointer == [place]
        new Gates(ProjectFolder.REPOSITORY).check(set('', "$place/x-source", 'inferred').in(set('', place + bound, '1').in(SPEC))) == [:]

        where:
        place                                                                            | bound
        '/components/schemas/OrderLineItemProvisioningStatusCollection/properties/totalCount' | '/minimum'
        '/components/schemas/QuantityProvisioningStatus/properties/quantity'             | '/minimum'
        '/components/schemas/KeyValuePair/properties/key'                                | '/minLength'
        '/components/headers/MS-ServerId'                                                | '/schema/minLength'
    }

    def 'what #place says beyond the source pages needs its source'() {
        expect:
        new Gates(ProjectFolder.REPOSITORY).check(removed('', place + '/x-source').in(SPEC)).values().flatten()*.pointer == [place]
        new Gates(ProjectFolder.REPOSITORY).check(set('', place + '/x-source', "' '").in(SPEC)).values().flatten()*.pointer == [place + '/x-source']

        where:
        place << ['/components/schemas/Link', '/components/headers/MS-RequestId', '/components/headers/Retry-After', '/components/parameters/X-Locale', '/components/parameters/order_id']
    }

    def 'no caller of the released document breaks, unless the major version is raised'() {
        given:
        def released = Files.readString(ProjectFolder.REPOSITORY.resolve('api-spec/released/partner-center-orders.yaml'))

        expect:
        Comparison.of(released, SpecDocument.CURRENT.yaml).objection() == Optional.empty()
        Comparison.of(released, released.replace('operationId: getProvisioningStatus', 'operationId: readProvisioningStatus')).objection().present
    }

    def 'every gate is in the table above'() {
        given:
        def names = TABLE*.first()

        expect:
        (ALL + OTHERS)*.name.findAll { gate -> !names.any { gate.startsWith(it) } } == []
    }
}
