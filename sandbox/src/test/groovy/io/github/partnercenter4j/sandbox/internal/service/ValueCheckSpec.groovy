package io.github.partnercenter4j.sandbox.internal.service

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** The limits of values. OwnRequestCheckSpec and XmlRequestSpec send some of them. */
class ValueCheckSpec extends Specification {

    static final DOCUMENT = '''\
        openapi: 3.0.3
        info: {title: Values, version: '1'}
        paths: {}
        components:
          schemas:
            Number: {type: number}
            Level: {type: integer, enum: [1, 2]}
            On: {type: boolean, enum: [true]}
            Day: {type: string, format: date}
            Time: {type: string, format: date-time}
            Long: {type: integer, format: int64}
            Int: {type: integer, format: int32}
            Counts: {type: object, properties: {own: {type: string}}, additionalProperties: {type: integer}}
            Lists: {type: array, items: {type: array, items: {type: integer}}}
        '''.stripIndent()

    static final SpecModel SPEC = SpecModel.read(DOCUMENT)

    def "a #schema of #text is #what"(String schema, String text, String what) {
        expect:
        ValueCheck.read(SPEC.schemas()[schema], text).present == (what == 'right')

        where:
        schema   | text                     || what
        'Number' | '1e323'                  || 'right'
        'Number' | '1e324'                  || 'wrong'
        'Number' | '1e-324'                 || 'right'
        'Number' | '1e-326'                 || 'wrong'
        'Number' | '0.5'                    || 'right'
        'Number' | '.5'                     || 'wrong'
        'Level'  | '2'                      || 'right'
        'Level'  | '3'                      || 'wrong'
        'On'     | 'true'                   || 'right'
        'On'     | 'false'                  || 'wrong'
        'Day'    | '0000-01-01'             || 'right'
        'Day'    | '-0001-01-01'            || 'wrong'
        'Day'    | '2026-02-30'             || 'wrong'
        'Time'   | '0000-01-01T00:00:00Z'   || 'right'
        'Time'   | '-0001-01-01T00:00:00Z'  || 'wrong'
        'Int'    | '-2147483648'            || 'right'
        'Int'    | '-2147483649'            || 'wrong'
        'Long'   | '9223372036854775807'    || 'right'
        'Long'   | '9223372036854775808'    || 'wrong'
    }

    def "a number of #length characters is #what, so that nobody computes with millions of digits"(int length, String what) {
        expect:
        ValueCheck.read(SPEC.schemas().Number, '1.'.padRight(length, '0')).present == (what == 'right')

        where:
        length || what
        400    || 'right'
        401    || 'wrong'
    }

    def "#json is #problem"(String schema, String json, String problem) {
        expect:
        new ValueCheck(SPEC).problem('It', SPEC.schemas()[schema], new ObjectMapper().readTree(json)).orElse('right') == problem

        where:
        schema   | json                      || problem
        'Counts' | '{"own":"x","a":1,"b":2}' || 'right'
        'Counts' | '{"own":"x","a":1,"b":"2"}' || 'It.b is not a valid value.'
        'Lists'  | '[[1],[2,3]]'             || 'right'
        'Lists'  | '[[1],[2,"3"]]'           || 'It[1][1] is not a valid value.'
        'Level'  | '"2"'                     || 'It is not a valid value.'
        'On'     | '"true"'                  || 'It is not a valid value.'
    }

    def "a format that no string has is a mistake of the sandbox"() {
        when:
        FormatCheck.allows('int32', 'x')

        then:
        thrown(IllegalArgumentException)
    }
}
