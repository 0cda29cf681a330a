package io.github.partnercenter4j.sandbox.spec

import spock.lang.Specification

class OperationReaderSpec extends Specification {

    private static final OK = "responses: {'200': {description: d.}}"
    private static final TOKEN = '[{token: []}]'

    def "with the security #usual of the document and #own of the operation, the token is needed: #secured"() {
        given:
        def document = "${usual ? "security: $usual\n" : ''}paths: {/a: {get: {operationId: a, ${own ? "security: $own, " : ''}$OK}}}"

        expect:
        read(document).operation('a').secured() == secured

        where:
        usual | own                 || secured
        null  | null                || false
        TOKEN | null                || true
        null  | TOKEN               || true
        TOKEN | TOKEN               || true
        TOKEN | '[]'                || false
        TOKEN | '[{}]'              || false
        TOKEN | '[{token: []}, {}]' || false
        '[]'  | TOKEN               || true
        '[]'  | null                || false
    }

    def "a parameter that describes #name in the #place is ignored: #ignored"() {
        expect:
        parameters("{name: $name, in: $place, schema: {type: string}}").empty == ignored

        where:
        name            | place    || ignored
        'Accept'        | 'header' || true
        'authorization' | 'header' || true
        'CONTENT-TYPE'  | 'header' || true
        'X-Accept'      | 'header' || false
        'Accept'        | 'query'  || false
    }

    def "a list in the #place {#more} has a parameter for each item: #explode"() {
        expect:
        parameters("{name: a, in: $place$more, schema: {type: array, items: {type: string}}}")*.explode() == [explode]

        where:
        place    | more               || explode
        'query'  | ''                 || true
        'query'  | ', explode: true'  || true
        'query'  | ', explode: false' || false
        'header' | ''                 || false
        'header' | ', explode: true'  || true
    }

    def "the example of a parameter {#more} is #example"() {
        expect:
        parameters("{name: a, in: query, $more}")*.example() == [example]

        where:
        more                                                                                        || example
        'schema: {type: string}'                                                                    || null
        'schema: {type: string, example: x}'                                                        || 'x'
        'schema: {type: string, example: x}, example: y'                                            || 'y'
        'schema: {type: string}, examples: {one: {value: v}, two: {value: w}}'                      || 'v'
        'schema: {type: integer}, example: 7'                                                       || '7'
        'schema: {type: array, items: {type: string}}, example: [x]'                                || null
    }

    def "a response header {#more} has the example #example"() {
        expect:
        read("paths: {/a: {get: {operationId: a, responses: {'200': {description: d., headers: {A: {$more}}}}}}}")
            .operation('a').response(200).headers()*.example() == [example]

        where:
        more                                  || example
        'schema: {type: string}'              || null
        'schema: {type: string}, example: x'  || 'x'
        'schema: {type: integer}, example: 7' || '7'
    }

    private static List parameters(String parameter) {
        read("paths: {/a: {get: {operationId: a, parameters: [$parameter], $OK}}}").operation('a').parameters()
    }

    private static SpecModel read(String rest) {
        SpecModel.read("""\
            openapi: 3.0.3
            info: {title: t, version: '1'}
            components: {securitySchemes: {token: {type: http, scheme: bearer}}}
            """.stripIndent() + rest)
    }
}
