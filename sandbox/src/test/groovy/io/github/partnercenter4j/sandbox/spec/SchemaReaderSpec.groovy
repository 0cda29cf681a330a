package io.github.partnercenter4j.sandbox.spec

import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import spock.lang.Specification

class SchemaReaderSpec extends Specification {

    private static final PART = 'allOf: [{$ref: "#/components/schemas/Part"}]'

    def "a schema with properties needs no type"() {
        expect:
        read('properties: {a: {type: string}}') instanceof ObjectSchema
    }

    def "a null among the values of an enum says only that the schema is nullable"() {
        expect:
        read('type: object, properties: {a: {type: string, nullable: true, enum: [red, null]}}').properties()[0].schema().values() == ['red']
    }

    def "{#declared} is refused: #message"() {
        when:
        read(declared)

        then:
        def e = thrown(SpecException)
        e.message == message

        where:
        declared                                                    || message
        'title: a'                                                  || '#/components/schemas/Thing: has no string type'
        'type: string, properties: {a: {type: string}}'             || '#/components/schemas/Thing/properties: is not supported here'
        "type: object, properties: {a: {$PART, minProperties: 1}}"  || '#/components/schemas/Thing/properties/a/minProperties: is not supported here'
        'type: object, minProperties: 1'                            || '#/components/schemas/Thing/minProperties: is not supported here'
        'type: array, items: {type: string}, minItems: 1'           || '#/components/schemas/Thing/minItems: is not supported here'
        'type: object, properties: {a: {$ref: "#/components/schemas/Part/properties/b"}}' || '#/components/schemas/Thing/properties/a/$ref: is supported only for a schema of the components'
    }

    private static Schema read(String declared) {
        SpecModel.read("""\
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths: {}
            components:
              schemas:
                Part: {type: object, properties: {b: {type: string}}}
                Thing: {$declared}
            """.stripIndent()).schemas().Thing
    }
}
