package io.github.partnercenter4j.conformance.gates

import static io.github.partnercenter4j.conformance.gates.SpecMutation.removed
import static io.github.partnercenter4j.conformance.gates.SpecMutation.set

import io.github.partnercenter4j.specgates.SpecTree
import io.github.partnercenter4j.specgates.Structure
import io.github.partnercenter4j.testing.SpecDocument
import spock.lang.Specification

/** The first gate, construct by construct: what it refuses, and the nearest thing that it accepts. */
class StructureSpec extends Specification {
    private static final String WORD = '/components/schemas/Word'
    private static final SpecTree SPEC = set('', WORD, '{type: string}').in(new SpecTree(SpecDocument.CURRENT.tree))
    private static final String PATH = '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus'
    private static final String GET = PATH + '/get'
    private static final String VERSION = '/servers/0/variables/version'
    private static final String SERVER = '/servers/0/url'
    private static final String CONTENT = '/components/responses/NotFound/content/text~1xml'
    private static final String HEADERS = '/components/responses/NotFound/headers'
    private static final String NEW = '/components/schemas/Fault/properties/added'
    private static final String CUSTOMER = '{$ref: "#/components/parameters/customer_id"}'
    private static final String BOTH = CUSTOMER + ', {$ref: "#/components/parameters/order_id"}'
    private static final String BOUND = 'is not supported for this type, or beside an enum or the format of a string'

    private static List<String> problems(SpecMutation change) {
        Structure.check(change.in(SPEC)).collect { "$it.pointer: $it.problem" as String }
    }

    def 'refused: #yaml at #place'() {
        expect:
        problems(set('', place, yaml)) == [(at == '..' ? place.substring(0, place.lastIndexOf('/')) : place + at) + ": $problem" as String]

        where:
        place                       | yaml                                                                    || at           | problem
        '/info/version'             | '1.2.1234567890'                                                        || ''           | 'is 1.2.1234567890'
        '/info/license'             | '{url: "https://a.example"}'                                            || ''           | 'has no name'
        '/info/contact'             | '{phone: "1"}'                                                          || '/phone'     | 'phone is not supported here'
        '/externalDocs'             | '{description: A page.}'                                                || ''           | 'has no url'
        '/externalDocs/url'         | 'https://a b'                                                           || ''           | 'is https://a b, which is not a URL'
        '/tags'                     | '[{description: None.}]'                                                || '/0'         | 'has no name'
        '/tags'                     | '[{name: Orders, externalDocs: {url: a}}]'                              || '/0/externalDocs/url' | 'is a, which is not a URL'
        '/servers'                  | '[]'                                                                    || ''           | 'is empty'
        SERVER                      | 'https://api.example/v{version}/'                                       || ''           | 'is not an https URL without a query, and without a slash at its end'
        SERVER                      | 'https://api.example/{region}/v{version}'                               || ''           | 'has no variable region'
        VERSION                     | '{description: A version.}'                                             || ''           | 'has no default'
        VERSION + '/enum'           | 'a'                                                                     || ''           | 'is not a list'
        '/paths/~1a{b}'             | '{}'                                                                    || ''           | 'is not a path'
        GET + '/deprecated'         | 'maybe'                                                                 || ''           | 'is not a boolean'
        GET + '/responses/600'      | '{$ref: "#/components/responses/NotFound"}'                             || ''           | 'is not a single HTTP status'
        GET + '/parameters'         | "[$BOTH, {name: a, in: path, schema: {type: string}}]"                  || '..'         | 'has the path parameter a, which the path does not name'
        GET + '/parameters'         | "[$CUSTOMER]"                                                           || '..'         | 'has no path parameter order_id, which the path names'
        GET + '/parameters'         | "[$CUSTOMER, {\$ref: '#/components/parameters/No'}]"                    || '/1/$ref'    | 'refers to #/components/parameters/No, which does not exist'
        GET + '/parameters'         | "[$BOTH, {name: Content-Type, in: header, schema: {type: string}}]"     || '/2/name'    | 'is Content-Type'
        '/components/headers/Date'  | '{description: When.}'                                                  || ''           | 'has no schema'
        HEADERS + '/MS-Extra'       | '{schema: {type: array, items: {type: string}}}'                        || '/schema'    | 'is a list'
        HEADERS + '/Date/description' | 'When.'                                                               || ''           | 'description is not supported here'
        '/components/examples/NotFoundXml' | '{summary: None.}'                                               || ''           | 'has no value'
        CONTENT + '/examples/notFound' | '{summary: None.}'                                                   || ''           | 'has no value'
        CONTENT + '/schema/$ref'    | '"#/components/schemas/Word"'                                           || '..'         | 'refers to a single value'
        '/components/securitySchemes/bearer/in' | 'header'                                                    || ''           | 'in is not supported here'
        WORD                        | '{type: array, items: {type: string}}'                                  || ''           | 'is a list'
        WORD                        | '{type: object, properties: {}}'                                        || ''           | 'has no properties'
        '/components/schemas/Link/required' | '[missing]'                                                     || ''           | 'names missing, which is not a property'
        NEW                         | '{$ref: "#/components/schemas/Link"}'                                   || ''           | 'has two XML names: added and Link'
        NEW                         | '{$ref: "#/components/schemas/Link/properties/uri"}'                    || '/$ref'      | 'is #/components/schemas/Link/properties/uri'
        NEW                         | '{allOf: [{$ref: "#/components/schemas/No"}]}'                          || '/allOf/0/$ref' | 'refers to #/components/schemas/No, which does not exist'
        NEW                         | '{type: string, format: uuid, minLength: 1}'                            || '/minLength' | "minLength $BOUND"
        NEW                         | '{type: string, enum: [a], maxLength: 1}'                               || '/maxLength' | "maxLength $BOUND"
        NEW                         | '{type: boolean, minimum: 1}'                                           || '/minimum'   | "minimum $BOUND"
        NEW                         | '{type: string, enum: []}'                                              || '/enum'      | 'is not a list of different strings'
        NEW                         | '{type: string, enum: [a, a]}'                                          || '/enum'      | 'is not a list of different strings'
        NEW                         | '{type: string, maxLength: 0}'                                          || '/maxLength' | 'is not a whole number from 1 to 2147483647'
        NEW                         | '{type: string, minLength: -1}'                                         || '/minLength' | 'is not a whole number from 0 to 2147483647'
        NEW                         | '{type: integer, minimum: -2147483649}'                                 || '/minimum'   | 'is not a whole number from -2147483648 to 2147483647'
        NEW                         | '{type: integer, format: int32, minimum: 1.5}'                          || '/minimum'   | 'is not a whole number from -2147483648 to 2147483647'
        NEW                         | '{type: integer, format: int32, xml: {name: a, wrapped: true}}'         || '/xml/wrapped' | 'is given for something that is not a list'
        NEW                         | '{type: string, xml: {name: 1a}}'                                       || '/xml/name'  | 'is 1a'
        NEW                         | '{type: string, xml: {name: a, attribute: true}}'                       || '/xml/attribute' | 'attribute is not supported here'
        NEW                         | '{type: string, externalDocs: a}'                                       || '/externalDocs' | 'is not an object'
    }

    def 'refused: nothing at #place'() {
        expect:
        problems(removed('', place)) == ["${place.substring(0, place.lastIndexOf('/'))}: has no ${place.substring(place.lastIndexOf('/') + 1)}" as String]

        where:
        place << ['/components', '/info/title', GET + '/operationId', SERVER]
    }

    def 'accepted: #yaml at #place'() {
        expect:
        problems(set('', place, yaml)) == []

        where:
        place                    | yaml
        '/paths/x-note'          | '{}'
        PATH + '/x-note'         | 'a'
        GET + '/responses/x-note' | 'a'
        GET + '/responses/599'   | '{$ref: "#/components/responses/NotFound"}'
        GET + '/parameters'      | "[$BOTH, {name: a, in: query, schema: {type: string}}, {name: A, in: query, schema: {type: string}}]"
        VERSION + '/enum'        | '["2", "1"]'
        NEW                      | '{type: string, minLength: 0, maxLength: 1}'
        NEW                      | '{type: integer, format: int32, minimum: -2147483648, maximum: 2147483647}'
        NEW                      | '{type: integer, format: int64, minimum: 2147483648, maximum: 2147483648}'
        NEW                      | '{type: integer, format: int32, minimum: 1.0}'
        NEW                      | '{type: number, format: float, minimum: 0.5}'
        NEW                      | '{type: boolean, xml: {name: _a-1.b}}'
    }
}
