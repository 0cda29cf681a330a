package io.github.partnercenter4j.sandbox

import io.github.partnercenter4j.sandbox.spec.SpecException
import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Documents that the sandbox refuses before it starts, with the place. */
class RefusedDocumentsSpec extends Specification {

    @TempDir
    Path folder

    def "an operation with #construct is refused at #pointer"() {
        when:
        SpecModel.read(document(operation, path))

        then:
        def e = thrown(SpecException)
        e.message == "#/paths/${path.replace('/', '~1')}/get$pointer: $problem"

        where:
        construct                             | path     | operation                                                                                 || pointer                            | problem
        'no success'                          | '/a'     | "responses: {'404': {description: None.}}"                                                || '/responses'                       | 'has no success. Add a response from 200 to 299, or default'
        'a redirect only'                     | '/a'     | "responses: {'302': {description: Elsewhere.}}"                                           || '/responses'                       | 'has no success. Add a response from 200 to 299, or default'
        'a body of status 204'                | '/a'     | "responses: {'204': {description: A., content: {application/json: {schema: {type: string}}}}}" || '/responses/204/content'      | 'is a body, which a response with status 204 cannot have'
        'several schemas'                     | '/a'     | 'responses: {default: {description: A., content: {application/json: {schema: {type: string}}, text/json: {schema: {type: integer}}}}}' || '/responses/default/content' | 'has several schemas. Use one for all media types'
        'a media type given twice'            | '/a'     | 'responses: {default: {description: A., content: {application/json: {schema: {type: string}}, application/json; charset=utf-8: {schema: {type: string}}}}}' || '/responses/default/content/application~1json; charset=utf-8' | 'is given twice: application/json'
        'an object as a parameter'            | '/a'     | "$OK, parameters: [{name: a, in: query, schema: {type: object}}]"                         || '/parameters/0/schema'             | 'is neither a simple value nor a list of such. Use one for each value'
        'a list of objects as a parameter'    | '/a'     | "$OK, parameters: [{name: a, in: query, schema: {type: array, items: {type: object}}}]"   || '/parameters/0/schema'             | 'is neither a simple value nor a list of such. Use one for each value'
        'an object as a response header'      | '/a'     | 'responses: {default: {description: A., headers: {A: {schema: {type: object}}}}}'         || '/responses/default/headers/A/schema' | 'is neither a simple value nor a list of such. Use one for each value'
        'a list with bars'                    | '/a'     | "$OK, parameters: [{name: a, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}]" || '/parameters/0/style' | 'is not supported here: pipeDelimited'
        'a list with blanks'                  | '/a'     | "$OK, parameters: [{name: a, in: query, style: spaceDelimited, schema: {type: array, items: {type: string}}}]" || '/parameters/0/style' | 'is not supported here: spaceDelimited'
        'a path parameter of no path'         | '/a'     | "$OK, parameters: [{name: b, in: path, required: true, schema: {type: string}}]"          || '/parameters/0'                    | 'is not in the path /a'
        'a form as its body'                  | '/a'     | "$OK, requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: string}}}}" || '/requestBody'                  | 'is neither JSON nor XML. Add application/json to its content'
        'a list as its body in XML'           | '/a'     | "$OK, requestBody: {content: {application/xml: {schema: {type: array, items: {type: string}}}}}" || '/requestBody/content/application~1xml/schema' | 'must be an object, because it is the root of an XML document'
        'a list with null'                    | '/a'     | 'responses: {default: {description: A., content: {application/json: {schema: {type: array, items: {type: string, nullable: true}}}}}}' || '/responses/default/content/application~1json/schema/items' | 'is nullable, which is supported for a property only'
        'a map with null'                     | '/a'     | 'responses: {default: {description: A., content: {application/json: {schema: {type: object, additionalProperties: {type: string, nullable: true}}}}}}' || '/responses/default/content/application~1json/schema/additionalProperties' | 'is nullable, which is supported for a property only'
        'an XML body without a name'          | '/a'     | 'responses: {default: {description: A., content: {text/xml: {schema: {type: object}}}}}'  || '/responses/default/content/text~1xml/schema' | 'has no name in XML. Give it an xml.name'
    }

    def "#construct is refused"() {
        when:
        SpecModel.read(document(OK, '/a') + more)

        then:
        def e = thrown(SpecException)
        e.message == message

        where:
        construct                         | more                                                             || message
        'HEAD'                            | "    head: {operationId: b, $OK}\n"                              || '#/paths/~1a/head: is not supported'
        'TRACE'                           | "    trace: {operationId: b, $OK}\n"                             || '#/paths/~1a/trace: is not supported'
        'the same path twice'             | "  /b/{x}: {get: ${of('b', 'x')}}\n  /b/{y}: {get: ${of('c', 'y')}}\n" || '#/paths/~1b~1{y}/get: has the path of another operation'
        'a path with a query'             | "  /b?x=1: {get: {operationId: b, $OK}}\n"                       || '#/paths/~1b?x=1: is not a path: write it without a query, and other characters percent-encoded'
        'a path with a blank'             | "  /b c: {get: {operationId: b, $OK}}\n"                         || '#/paths/~1b c: is not a path: write it without a query, and other characters percent-encoded'
        'a path with half an escape'      | "  /b%2: {get: {operationId: b, $OK}}\n"                         || '#/paths/~1b%2: is not a path: write it without a query, and other characters percent-encoded'
    }

    def "an example that cannot be written is refused: #example of #schema"() {
        when:
        SpecModel.read(document("responses: {default: {description: A., content: {application/json: {schema: $schema, example: $example}}}}", '/a'))

        then:
        def e = thrown(SpecException)
        e.message == "#/paths/~1a/get/responses/default/content/application~1json/example: The example$problem"

        where:
        schema                                                    | example                || problem
        '{type: object, properties: {a: {type: string}}}'         | '{b: x}'               || '.b is not a property of its schema'
        '{type: object, properties: {a: {type: string}}}'         | '{a: 7}'               || '.a has another type than its schema'
        '{type: object, properties: {a: {type: boolean}}}'        | '{a: x}'               || '.a has another type than its schema'
        '{type: object, properties: {a: {type: integer}}}'        | "{a: '7'}"             || '.a has another type than its schema'
        '{type: object, properties: {a: {type: object}}}'         | '{a: [x]}'             || '.a has another type than its schema'
        '{type: object, additionalProperties: {type: string}}'    | '{a: x, b: [x]}'       || '.b has another type than its schema'
        '{type: array, items: {type: integer}}'                   | '[1, 2, x]'            || '[2] has another type than its schema'
        '{type: array, items: {type: string}}'                    | '[null]'               || '[0] has another type than its schema'
        '{type: array, items: {type: string}}'                    | '{a: x}'               || ' has another type than its schema'
        '{type: string}'                                          | '7'                    || ' has another type than its schema'
    }

    def "in a document with XML #construct is refused at #pointer"() {
        given:
        def document = document("responses: {default: {description: A., content: {application/json: {schema: $THING}, application/xml: {schema: $THING}}}}", '/a') +
            "components: {schemas: {Thing: {type: object, properties: {$properties}}, Part: {type: object, properties: {x: {type: string}}}}}\n"

        when:
        SpecModel.read(document)

        then:
        def e = thrown(SpecException)
        e.message == "#/components/schemas/Thing/properties/$pointer: $problem"

        where:
        construct                            | properties                                                                      || pointer          | problem
        'one name for two elements'          | 'a: {type: string}, b: {type: string, xml: {name: A}}'                          || 'b'              | 'has the element A in XML, as a has. Give each an xml.name of its own'
        'one name for two attributes'        | 'a: {type: string, xml: {attribute: true}}, b: {type: string, xml: {attribute: true, name: a}}' || 'b' | 'has the attribute a in XML, as a has. Give each an xml.name of its own'
        'one name for a list and an element' | 'a: {type: array, items: {type: string, xml: {name: b}}}, b: {type: string}'    || 'b'              | 'has the element b in XML, as a has. Give each an xml.name of its own'
        'a list in a list'                   | 'a: {type: array, items: {type: array, items: {type: string}}}'                 || 'a/items'        | 'is a list within a list, without a wrapper. Add xml with wrapped: true to it'
        'a wrapped text'                     | 'a: {type: string, xml: {wrapped: true}}'                                       || 'a/xml/wrapped'  | 'is true for something that is not a list. Remove it'
        'a wrapped reference'                | "a: {allOf: [{\$ref: '#/components/schemas/Part'}], xml: {wrapped: true}}"      || 'a/xml/wrapped'  | 'is true for something that is not a list. Remove it'
        'a name that XML does not have'      | '1st: {type: string}'                                                           || '1st'            | '1st is not a name in XML. Give it an xml.name'
        'a wrong name of an item'            | "a: {type: array, items: {type: string, xml: {name: 'an item'}}}"               || 'a/items'        | 'an item is not a name in XML. Give it an xml.name'
    }

    def "an element and an attribute can have one name, and what XML does not have is allowed in JSON"() {
        given:
        def both = 'a: {type: string}, b: {type: string, xml: {attribute: true, name: a}}'
        def inJson = '1st: {type: string}, a: {type: string}, b: {type: string, xml: {name: a}}, c: {type: array, items: {type: array, items: {type: string}}}'

        expect:
        SpecModel.read(document("responses: {default: {description: A., content: {application/xml: {schema: {type: object, xml: {name: X}, properties: {$both}}}}}}", '/a'))
        SpecModel.read(document("responses: {default: {description: A., content: {application/json: {schema: {type: object, properties: {$inJson}}}}}}", '/a'))
    }

    def "a document with #construct is refused at #pointer"() {
        given:
        assert OwnOperationsSpec.TEXT.contains(place)
        def file = Files.writeString(folder.resolve('document.yaml'), OwnOperationsSpec.TEXT.replace(place, replacement))

        when:
        PartnerCenterSandbox.builder().spec(file)

        then:
        def e = thrown(SpecException)
        e.pointer() == pointer
        e.message.startsWith("#$pointer: ")
        e.message.contains(problem)

        where:
        construct                 | place                                      | replacement                                                 || pointer | problem
        'oneOf'                   | 'id: {type: string}'                       | 'id: {oneOf: [{type: string}, {type: integer}]}'             || '/components/schemas/Order/allOf/1/properties/id/oneOf' | 'is not supported'
        'anyOf in allOf'          | '- $ref: \'#/components/schemas/Named\''    | '- anyOf: [{type: object}]'                                 || '/components/schemas/NewOrder/allOf/0/anyOf' | 'is not supported'
        'not'                     | 'key: {type: string}'                      | 'key: {not: {type: string}}'                                || '/components/schemas/Detail/properties/key/not' | 'is not supported'
        'a map in XML'            | 'key: {type: string}'                      | 'key: {type: object, additionalProperties: {type: string}}'  || '/components/schemas/Detail/properties/key/additionalProperties' | 'is supported in JSON only'
        'a list as root of XML'   | 'Fault:\n      type: object\n      properties:\n        code: {type: integer}\n        description: {type: string}\n        details: {type: array, items: {$ref: \'#/components/schemas/Detail\'}}' | 'Fault:\n      type: array\n      items: {type: string}' || '/components/responses/Fault/content/application~1xml/schema' | 'must be an object'
        'a body of text'          | 'application/xml:\n          schema: {$ref: \'#/components/schemas/Fault\'}' | 'text/plain:\n          schema: {type: string}' || '/components/responses/Fault/content/text~1plain' | 'is neither JSON nor XML'
        'a range of statuses'     | '\'404\':'                                 | '4XX:'                                                      || '/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get/responses/4XX' | 'is not a single HTTP status'
        'another file'            | "items: {\$ref: '#/components/schemas/Line'}" | "items: {\$ref: 'other.yaml#/Line'}"                     || '/components/schemas/NewOrder/allOf/1/properties/lines/items/$ref' | 'is not in this document'
        'a pattern of look-behind'| "'^[A-Z]{2}\$'"                            | "'(?<=a)(?=b)c'"                                           || '/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get/parameters/1/schema/pattern' | 'is not supported'
        'a pattern of look-behind or nothing' | "'^[A-Z]{2}\$'"              | "'^\$|(?<=a)(?=b)c'"                                       || '/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get/parameters/1/schema/pattern' | 'is not supported'
        'a broken pattern'        | "'^[A-Z]{2}\$'"                            | "'['"                                                       || '/paths/~1customers~1{customer_id}~1subscriptions~1{subscription_id}~1provisioningstatus/get/parameters/1/schema/pattern' | 'is not a regular expression'
        'OpenAPI 3.1'             | 'openapi: 3.0.3'                           | 'openapi: 3.1.0'                                            || '/openapi' | 'OpenAPI 3.0'
        'an attribute of a list'  | 'seats: {type: array, items: {type: string, xml: {name: seat}}}' | 'seats: {type: array, items: {type: string}, xml: {attribute: true}}' || '/components/schemas/Status/properties/seats/xml/attribute' | 'single value'
        'an attribute of a reference' | 'items: {$ref: \'#/components/schemas/Detail\'}' | 'items: {type: object, properties: {of: {allOf: [{$ref: \'#/components/schemas/Detail\'}], xml: {attribute: true}}}}' || '/components/schemas/Fault/properties/details/items/properties/of' | 'is not a single value'
        'a prefix alone'          | "namespace: 'urn:example:status', "        | ''                                                          || '/components/schemas/Status/xml/prefix' | 'needs a namespace'
        'two parts with one name' | 'note: {type: string, nullable: true}'     | 'name: {type: string}'                                      || '/components/schemas/NewOrder/allOf/1/properties/name' | 'another part'
        'a schema within itself'  | 'Named:\n      type: object'               | 'Named:\n      allOf: [{$ref: \'#/components/schemas/NewOrder\'}, {type: object}]' || '/components/schemas/Named' | 'contains itself'
        'text after a parameter'  | '/carts/{cart_id}:'                        | '/carts/{cart_id}.json:'                                    || '/paths/~1customers~1{customer_id}~1carts~1{cart_id}.json' | 'the segment {cart_id}.json'
        'a parameter within text' | '/carts/{cart_id}:'                        | '/export({cart_id}):'                                       || '/paths/~1customers~1{customer_id}~1export({cart_id})' | 'is neither text nor one parameter'
        'a list in a path'        | "name: cart_id, in: path, required: true"  | 'name: cart_id, in: path, style: label, required: true'     || '/paths/~1customers~1{customer_id}~1carts~1{cart_id}/delete/parameters/1/style' | 'is not supported here'
    }

    def "a file that is not there is named"() {
        when:
        PartnerCenterSandbox.builder().spec(folder.resolve('missing.yaml'))

        then:
        def e = thrown(UncheckedIOException)
        e.message.contains('missing.yaml')
    }

    private static final String OK = 'responses: {default: {description: A.}}'
    private static final String THING = "{\$ref: '#/components/schemas/Thing'}"

    private static String document(String operation, String path) {
        """\
        openapi: 3.0.3
        info: {title: Own, version: '1'}
        paths:
          $path:
            get: {operationId: a, $operation}
        """.stripIndent()
    }

    private static String of(String id, String parameter) {
        "{operationId: $id, $OK, parameters: [{name: $parameter, in: path, required: true, schema: {type: string}}]}"
    }
}
