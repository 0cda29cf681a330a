package io.github.partnercenter4j.sandbox.internal.body

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

class ValueGeneratorSpec extends Specification {

    private static final JSON = new ObjectMapper()
    private static final SELF = '$ref: "#/components/schemas/Thing"'

    def "{#declared} becomes #json"() {
        expect:
        JSON.writeValueAsString(new ValueGenerator(spec(declared), true).generate('name', spec(declared).schemas().Thing)) == json

        where:
        declared                                                                  || json
        'type: integer'                                                           || '1'
        'type: integer, minimum: 3'                                               || '3'
        'type: integer, enum: [5, 6]'                                             || '5'
        'type: number'                                                            || '1.5'
        'type: number, maximum: 1'                                                || '1'
        'type: number, enum: [2.5]'                                               || '2.5'
        'type: boolean'                                                           || 'true'
        'type: boolean, enum: [false]'                                            || 'false'
        'type: boolean, enum: [false, true]'                                      || 'true'
        'type: string'                                                            || '"name"'
        'type: string, enum: [red, green]'                                        || '"red"'
        'type: string, minLength: 6'                                              || '"namexx"'
        'type: string, pattern: "^abc$"'                                          || '"abc"'
        'type: string, format: uuid'                                              || '"11111111-1111-1111-1111-111111111111"'
        'type: string, format: date'                                              || '"2026-01-01"'
        'type: string, format: date-time'                                         || '"2026-01-01T00:00:00Z"'
        'type: array, items: {type: integer}'                                     || '[1]'
        'type: object, properties: {a: {type: string}, b: {type: boolean}}'       || '{"a":"a","b":true}'
        'type: object, additionalProperties: {type: string}'                      || '{"key":"value"}'
        'type: object, additionalProperties: {$ref: "#/components/schemas/Part"}' || '{"key":{"p":"p"}}'
        'type: object, properties: {a: {$ref: "#/components/schemas/Part"}}'      || '{"a":{"p":"p"}}'
        'type: array, items: {$ref: "#/components/schemas/Part"}'                 || '[{"p":"p"}]'
    }

    def "a schema that contains itself ends: {#declared} becomes #json"() {
        expect:
        JSON.writeValueAsString(new ValueGenerator(spec(declared), true).generate('name', spec(declared).schemas().Thing)) == json

        where:
        declared                                                                        || json
        "type: object, properties: {a: {type: string}, self: {$SELF}}"                  || '{"a":"a"}'
        "type: object, properties: {list: {type: array, items: {$SELF}}}"               || '{"list":[]}'
        "type: object, properties: {a: {type: string}}, additionalProperties: {$SELF}"  || '{"a":"a"}'
    }

    def "#tree is filled to #json, with optional values: #optionalToo"() {
        given:
        def declared = '''type: object, required: [a], properties: {a: {type: string}, b: {type: integer}, c: {type: boolean},
            parts: {type: array, items: {$ref: "#/components/schemas/Part"}}, part: {$ref: "#/components/schemas/Part"}}'''.replace('\n', ' ')

        expect:
        JSON.writeValueAsString(new ValueGenerator(spec(declared), optionalToo).fill(spec(declared).schemas().Thing, tree)) == json

        where:
        tree                                              | optionalToo || json
        [:]                                               | false       || '{"a":"a"}'
        [:]                                               | true        || '{"a":"a","b":1,"c":true,"parts":[{"p":"p"}],"part":{"p":"p"}}'
        [a: 'x', b: 7]                                    | false       || '{"a":"x","b":7}'
        [a: null]                                         | false       || '{"a":null}'
        [a: 'x', b: null, c: null, parts: [], part: null] | true        || '{"a":"x","b":null,"c":null,"parts":[],"part":null}'
        [a: 'x', parts: [[p: 'y'], [:]], part: [:]]       | false       || '{"a":"x","parts":[{"p":"y"},{"p":"p"}],"part":{"p":"p"}}'
        // A tree of another form stays as it is.
        [a: [1], parts: 'x', part: 'x']                   | false       || '{"a":[1],"parts":"x","part":"x"}'
        ['x']                                             | true        || '["x"]'
    }

    def "a value that no schema of a document asks for, because none satisfies it, is named: #message"() {
        when:
        new ValueGenerator(SpecModel.bundled(), true).generate('name', new Scalar(type, null, bounds, [], '/a'))

        then:
        def e = thrown(IllegalStateException)
        e.message == message

        where:
        type                | bounds                                                      || message
        Scalar.Type.INTEGER | new Bounds(0, null, 3G, 4G, true, true, null, null)         || 'No number satisfies #/a'
        Scalar.Type.STRING  | new Bounds(0, 3, null, null, false, false, null, '^a{4}$')  || 'No text satisfies #/a'
    }

    private static SpecModel spec(String declared) {
        SpecModel.read("""\
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths: {}
            components:
              schemas:
                Part: {type: object, required: [p], properties: {p: {type: string}}}
                Thing: {$declared}
            """.stripIndent())
    }
}
