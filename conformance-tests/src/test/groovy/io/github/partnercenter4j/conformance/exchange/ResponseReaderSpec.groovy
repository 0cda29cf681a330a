package io.github.partnercenter4j.conformance.exchange

import io.github.partnercenter4j.sandbox.spec.SpecModel
import spock.lang.Specification

/** What is compared of a body: what the spec describes, at every level. */
class ResponseReaderSpec extends Specification {
    private static final SpecModel SPEC = SpecModel.read('''
openapi: 3.0.3
info: {title: Things, version: 1.0.0}
servers: [{url: 'https://example.com'}]
paths:
  /things:
    get:
      operationId: getThing
      responses:
        '200': {description: A thing., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
        '202': {description: Later.}
        '400': {description: Wrong., content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}
components:
  schemas:
    Part: {type: object, properties: {name: {type: string}}}
    Thing:
      type: object
      properties:
        part: {$ref: '#/components/schemas/Part'}
        parts: {type: array, items: {$ref: '#/components/schemas/Part'}}
        names: {type: object, additionalProperties: {$ref: '#/components/schemas/Part'}}
''')
    private static final OPERATION = SPEC.operation('getThing')

    def 'of #tree with the status #status, #known is compared'() {
        expect:
        new ResponseReader(SPEC).withoutUnknown(OPERATION, Outcome.value(status, tree)).tree == known

        where:
        status | tree                                  || known
        200    | [part: [name: 'a', more: 1], more: 1] || [part: [name: 'a']]
        200    | [parts: [[name: 'a', more: 1], []]]   || [parts: [[name: 'a'], []]]
        200    | [names: [a: [name: 'b', more: 1]]]    || [names: [a: [name: 'b']]]
        200    | [part: null]                          || [part: null]
        200    | null                                  || null
        202    | [more: 1]                             || [more: 1]
        400    | [name: 'a', more: 1]                  || [name: 'a', more: 1]
    }
}
