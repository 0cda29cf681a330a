package io.github.partnercenter4j.sandbox.spec

/** Which documents are rejected, and where each is wrong. */
class RefusedSpecSpec extends SpecModelSpecification {
    def "'#construct' is rejected at #pointer"(String place, String construct, String pointer) {
        when:
        SpecModel.read(SMALL.replace(place, construct))

        then:
        def e = thrown(SpecException)
        e.pointer() == pointer
        e.message.startsWith("#$pointer: ")

        where:
        place                                | construct                                                          || pointer
        'old: {type: boolean}'               | 'old: {type: boolean, writeOnly: true}'                            || at('old/writeOnly')
        'old: {type: boolean}'               | 'old: {type: integer, enum: [1, a]}'                                || at('old/enum/1')
        'old: {type: boolean}'               | 'old: {type: integer, enum: [1.5]}'                                 || at('old/enum/0')
        'old: {type: boolean}'               | 'old: {type: number, enum: ["1"]}'                                  || at('old/enum/0')
        'old: {type: boolean}'               | 'old: {type: string, enum: [7]}'                                    || at('old/enum/0')
        'old: {type: boolean}'               | 'old: {type: boolean, enum: ["true"]}'                              || at('old/enum/0')
        'old: {type: boolean}'               | 'old: {type: file}'                                                || at('old/type')
        'old: {type: boolean}'               | 'old: {}'                                                          || at('old')
        'old: {type: boolean}'               | 'old: {oneOf: [{type: boolean}]}'                                  || at('old/oneOf')
        'old: {type: boolean}'               | 'old: {type: string, format: duration}'                            || at('old/format')
        'old: {type: boolean}'               | 'old: {type: string, pattern: "["}'                                || at('old/pattern')
        'old: {type: boolean}'               | 'old: {type: boolean, minLength: 1}'                               || at('old/minLength')
        'old: {type: boolean}'               | 'old: {type: string, minimum: 1}'                                  || at('old/minimum')
        'old: {type: boolean}'               | 'old: {type: integer, maxLength: 1}'                               || at('old/maxLength')
        'old: {type: boolean}'               | 'old: {type: string, format: uuid, maxLength: 36}'                 || at('old/maxLength')
        'old: {type: boolean}'               | 'old: {type: string, enum: [a, b], minLength: 1}'                  || at('old/minLength')
        'old: {type: boolean}'               | 'old: {type: integer, enum: [1, 2], maximum: 2}'                   || at('old/maximum')
        'old: {type: boolean}'               | 'old: {type: integer, exclusiveMinimum: true}'         || at('old/exclusiveMinimum')
        'old: {type: boolean}'               | 'old: {type: integer, minimum: 1, maximum: 2, exclusiveMinimum: true, exclusiveMaximum: true}'          || at('old/exclusiveMaximum')
        'old: {type: boolean}'               | 'old: {type: integer, minimum: 6, maximum: 9, multipleOf: 5}'                               || at('old/multipleOf')
        'old: {type: boolean}'               | 'old: {type: integer, minimum: 1.5}'                               || at('old/minimum')
        'old: {type: boolean}'               | 'old: {type: integer, maximum: 2147483648}'                        || at('old/maximum')
        'old: {type: boolean}'               | 'old: {type: integer, format: int64, minimum: -9223372036854775809}' || at('old/minimum')
        'old: {type: boolean}'               | 'old: {type: number, minimum: 2, maximum: 1.9}'                    || at('old/maximum')
        'old: {type: boolean}'               | 'old: {type: string, minLength: 3, maxLength: 2}'                  || at('old/maxLength')
        'old: {type: boolean}'               | 'old: {type: string, maxLength: 0}'                                || at('old/maxLength')
        'old: {type: boolean}'               | 'old: {type: string, minLength: -1}'                               || at('old/minLength')
        'old: {type: boolean}'               | 'old: {type: boolean, xml: {attribute: true, namespace: urn:x}}'                     || at('old/xml/namespace')
        'old: {type: boolean}'               | 'old: {type: boolean, xml: {prefix: x}}'                    || at('old/xml/prefix')
        'old: {type: boolean}'               | 'old: {$ref: "#/components/schemas/Thing"}'                        || at('old')
        'old: {type: boolean}'               | 'old: {allOf: [{type: boolean}]}'                                  || at('old/allOf/0/type')
        'old: {type: boolean}'               | 'old: {type: object, additionalProperties: {type: string}}'        || at('old/additionalProperties')
        "whole:\n          description: What"| "whole:\n          anyOf: []\n          description: What"          || at('whole/anyOf')
        'required: [name]'                   | 'required: [nom]'                                                  || THING + '/required'
        "'404':"                             | "4XX:"                                                             || GET + '/responses/4XX'
        'operationId: dropThing'             | 'operationId: dropThing\n      requestBody: {content: {text/json: {}}}' || '/paths/~1things~1{thing_id}/delete/requestBody/content/text~1json/schema'
        'examples/One'                       | 'examples/Two'                                                     || content('text~1json/examples/one/$ref')
        'schema: {type: integer, format: int64}' | 'style: form, schema: {type: integer}'                        || GET + '/parameters/1/style'
    }

    def "a document that is not OpenAPI is rejected: #document"(String document) {
        when:
        SpecModel.read(document)

        then:
        def e = thrown(SpecException)
        e.pointer() == ''

        where:
        document << ['{', '[]', 'openapi: 3.0.3', SMALL.replace('operationId: dropThing', 'operationId: getThing')]
    }
}
