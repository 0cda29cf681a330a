package io.github.partnercenter4j.conformance.exchange

import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** What the sandbox is told to respond with. */
class ScenariosSpec extends Specification {
    private static final SpecModel SPEC = SpecModel.read('''
openapi: 3.0.3
info: {title: Things, version: 1.0.0}
servers: [{url: 'https://example.com'}]
paths:
  /things:
    get:
      operationId: getThing
      responses:
        '200':
          description: A thing.
          headers:
            X-Needed: {required: true, schema: {type: string, minLength: 3}}
            X-Shown: {required: true, schema: {type: string}, example: a}
            X-Extra: {schema: {type: boolean}}
            X-Small: {schema: {type: integer, minimum: 0, maximum: 5}}
            X-Example: {schema: {type: string}, example: b}
            MS-CV: {required: true, schema: {type: string}}
          content:
            application/json: {schema: {$ref: '#/components/schemas/Thing'}, examples: {one: {value: {name: a}}}}
            text/json: {schema: {$ref: '#/components/schemas/Thing'}, examples: {one: {value: {name: b}}}}
            application/xml: {schema: {$ref: '#/components/schemas/Thing'}, examples: {one: {value: <Thing><name>c</name></Thing>}, two: {value: <Thing><name>d</name></Thing>}}}
components:
  schemas:
    Thing: {type: object, properties: {name: {type: string}}, xml: {name: Thing}}
''')
    private static final OPERATION = SPEC.operation('getThing')

    private final Scenarios scenarios = new Scenarios(SPEC)

    def 'the headers that the sandbox would not send by itself have the example or a valid value'() {
        expect:
        scenarios.full(OPERATION, 200).reply.headers == ['X-Needed': '7xx', 'X-Extra': 'true', 'X-Small': '1', 'X-Example': 'b']
    }

    def 'the example #name in #mediaType has the name #value'() {
        expect:
        scenarios.example(OPERATION.response(200), mediaType, name) == [name: value]

        where:
        mediaType          | name  || value
        'application/json' | 'one' || 'a'
        'text/json'        | 'one' || 'b'
        'application/xml'  | 'one' || 'a'
        'application/xml'  | 'two' || 'd'
    }
}
