package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.generator.PartnerCenterCodegen
import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.JarOutputStream
import java.util.zip.ZipEntry
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The generator finds what it refuses in every place where it can stand, and names the place. ConstructsSpec has each construct in one place. */
class RefusedPlacesSpec extends Specification {
    private static final String PART = "{\$ref: '#/components/schemas/Part'}"
    private static final String OTHER = "{\$ref: 'other.yaml#/Part'}"
    private static final String ONE_OF = '{oneOf: [{type: string}, {type: integer}]}'
    private static final String OK = "'200': {description: A part., content: {application/json: {schema: $PART}}}"
    private static final String VALUE = '#/components/schemas/Thing/properties/value'
    private static final String GET = '#/paths/~1a/get'
    private static final String ELSEWHERE = 'refers to another document: other.yaml#/Part. Copy what it refers to into this document.'
    private static final String ALTERNATIVES = 'is not supported. Use one object with all properties, and require none that only one alternative has.'
    private static final String NOT_SIMPLE = 'is neither a simple value nor a list of such. Use one parameter for each value.'
    private static final String NOT_ALONE = 'Use a map alone, or named properties alone.'
    private static final String NO_JSON = 'has no named properties, and no JSON. Name the properties, or add JSON to the response.'
    private static final String LIST_IN_LIST = 'is a list within a list, without a wrapper. Add xml with wrapped: true to it.'
    private static final String NOT_AN_ATTRIBUTE = 'is true for a list or an object. Use an element.'
    private static final String OWN_NAME = 'Give each an xml.name of its own.'

    @Shared
    @TempDir
    Path folder

    def 'a reference to another document is found in #where'() {
        expect:
        refusals(document) == ["$place/\$ref: $ELSEWHERE" as String]

        where:
        where                                      | document                                                                                             || place
        'a path'                                   | OwnDocument.withPaths("  /a: $OTHER\n")                                                              || '#/paths/~1a'
        'a parameter'                              | get("responses: {$OK}, parameters: [$OTHER]")                                                        || "$GET/parameters/0"
        'a parameter of a path'                    | ofPath("parameters: [$OTHER]")                                                                       || '#/paths/~1a/parameters/0'
        'the schema of a parameter'                | get("responses: {$OK}, parameters: [{name: a, in: query, schema: $OTHER}]")                          || "$GET/parameters/0/schema"
        'a body'                                   | post("responses: {$OK}, requestBody: $OTHER")                                                        || '#/paths/~1a/post/requestBody'
        'the schema of a body'                     | post("responses: {$OK}, requestBody: {content: {application/json: {schema: $OTHER}}}")               || '#/paths/~1a/post/requestBody/content/application~1json/schema'
        'a response'                               | get("responses: {'200': $OTHER}")                                                                    || "$GET/responses/200"
        'the default response'                     | get("responses: {$OK, default: $OTHER}")                                                             || "$GET/responses/default"
        'the schema of a response'                 | get("responses: {'200': {content: {application/json: {schema: $OTHER}}}}")                           || "$GET/responses/200/content/application~1json/schema"
        'a header'                                 | get("responses: {'204': {headers: {ETag: $OTHER}}}")                                                 || "$GET/responses/204/headers/ETag"
        'a header that begins with x-'             | get("responses: {'204': {headers: {x-etag: $OTHER}}}")                                               || "$GET/responses/204/headers/x-etag"
        'a media type that begins with x-'         | get("responses: {'200': {content: {x-a/json: {schema: $OTHER}}}}")                                   || "$GET/responses/200/content/x-a~1json/schema"
        'an example'                               | get("responses: {'200': {content: {application/json: {schema: $PART, examples: {default: $OTHER}}}}}") || "$GET/responses/200/content/application~1json/examples/default"
        'items'                                    | OwnDocument.of(Thing: "{type: array, items: $OTHER}")                                                || "$VALUE/items"
        'a part'                                   | OwnDocument.of(Thing: "{allOf: [$PART, $OTHER]}")                                                    || "$VALUE/allOf/1"
        'a map'                                    | OwnDocument.of(Thing: "{type: object, additionalProperties: $OTHER}")                                || "$VALUE/additionalProperties"
        'a property that is called example'        | OwnDocument.of(Thing: "{type: object, properties: {example: $OTHER}}")                               || "$VALUE/properties/example"
        'a property that begins with x-'           | OwnDocument.of(Thing: "{type: object, properties: {x-a: $OTHER}}")                                   || "$VALUE/properties/x-a"
        'value of a property examples'             | OwnDocument.of(Thing: "{type: object, properties: {examples: {properties: {value: $OTHER}}}}")       || "$VALUE/properties/examples/properties/value"
        'value of a schema examples'               | OwnDocument.of(Thing: PART) + "    examples: {type: object, properties: {value: $OTHER}}\n"           || '#/components/schemas/examples/properties/value'
        'a schema that is called default'          | OwnDocument.of(Thing: PART) + "    default: {type: array, items: $OTHER}\n"                           || '#/components/schemas/default/items'
        'components: a response that is an enum'   | component("responses: {enum: $OTHER}")                                                               || '#/components/responses/enum'
        'components: a parameter with x-'          | component("parameters: {x-a: {name: a, in: query, schema: $OTHER}}")                                 || '#/components/parameters/x-a/schema'
        'components: a body that is the default'   | component("requestBodies: {default: {content: {application/json: {schema: $OTHER}}}}")               || '#/components/requestBodies/default/content/application~1json/schema'
        'components: a header that is an example'  | component("headers: {example: {schema: $OTHER}}")                                                    || '#/components/headers/example/schema'
        'components: a link with x-'               | component("links: {x-a: $OTHER}")                                                                    || '#/components/links/x-a'
        'components: a callback with x-'           | component("callbacks: {x-a: $OTHER}")                                                                || '#/components/callbacks/x-a'
        'components: a security scheme with x-'    | get("responses: {$OK}").replace('key: {type', "x-a: $OTHER, key: {type")                             || '#/components/securitySchemes/x-a'
        'components: an example with x-'           | component("examples: {x-a: $OTHER}")                                                                 || '#/components/examples/x-a'
    }

    def 'what only looks like a reference is none: #where'() {
        expect:
        refusals(document) == []

        where:
        where                        | document
        'an example'                 | OwnDocument.of(Thing: "{type: object, example: $OTHER}")
        'a default'                  | OwnDocument.of(Thing: "{type: object, default: $OTHER}")
        'a value of an enumeration'  | OwnDocument.of(Thing: "{type: object, enum: [$OTHER]}")
        'an extension'               | OwnDocument.of(Thing: "{type: object, x-a: $OTHER}")
        'one of several examples'    | get("responses: {'200': {content: {application/json: {schema: $PART, examples: {default: {value: {deep: $OTHER}}}}}}}")
        'an example of components'   | component("examples: {x-a: {value: $OTHER}}")
        'the example of a parameter' | get("responses: {$OK}, parameters: [{name: a, in: query, schema: {type: string}, example: $OTHER}]")
        'a property of that name'    | OwnDocument.of(Thing: '{type: object, properties: {$ref: {type: string}}}')
    }

    def 'a reference that leads nowhere is named: #what'() {
        expect:
        refusals(document) == lines*.toString()

        where:
        what                        | document                                                                                                                  || lines
        'no such component'         | get("responses: {$OK}, parameters: [{\$ref: '#/components/parameters/None'}]")                                           || ["$GET/parameters/0/\$ref: refers to nothing: #/components/parameters/None. Add what it refers to."]
        'half an escape'            | OwnDocument.of(Thing: "{\$ref: '#/components/schemas/%5'}")                                                            || ["$VALUE/\$ref: refers to nothing: #/components/schemas/%5. Add what it refers to."]
        'no pointer'                | OwnDocument.of(Thing: "{\$ref: '#Part'}")                                                                                 || ["$VALUE/\$ref: refers to nothing: #Part. Add what it refers to."]
        'over another reference'    | get("responses: {$OK}, parameters: [{\$ref: '#/components/parameters/A'}]").replace('components:', "components:\n  parameters: {A: $OTHER}") || ["#/components/parameters/A/\$ref: $ELSEWHERE"]
        'a circle'                  | OwnDocument.of(Thing: "{\$ref: '#/components/schemas/A'}") + "    A: {\$ref: '#/components/schemas/A'}\n"                  || [VALUE, '#/components/schemas/A'].collect { "$it/\$ref: refers to itself: #/components/schemas/A. Describe what it is." }
    }

    def 'alternatives are found in #where'() {
        expect:
        refusals(document) == ["$place/oneOf: $ALTERNATIVES" as String]

        where:
        where                           | document                                                                                                     || place
        'a parameter'                   | get("responses: {$OK}, parameters: [{name: a, in: query, schema: $ONE_OF}]")                                 || "$GET/parameters/0/schema"
        'a parameter of components'     | get("responses: {$OK}, parameters: [{\$ref: '#/components/parameters/A'}]").replace('components:', "components:\n  parameters: {A: {name: a, in: query, schema: $ONE_OF}}") || "$GET/parameters/0/schema"
        'the items of a parameter'      | get("responses: {$OK}, parameters: [{name: a, in: query, schema: {type: array, items: $ONE_OF}}]")           || "$GET/parameters/0/schema/items"
        'a parameter of a path'         | ofPath("parameters: [{name: a, in: query, schema: $ONE_OF}]")                                                || '#/paths/~1a/parameters/0/schema'
        'a body'                        | post("responses: {$OK}, requestBody: {content: {application/json: {schema: $ONE_OF}}}")                      || '#/paths/~1a/post/requestBody/content/application~1json/schema'
        'a body of components'          | post("responses: {$OK}, requestBody: {\$ref: '#/components/requestBodies/A'}").replace('components:', "components:\n  requestBodies: {A: {content: {application/json: {schema: $ONE_OF}}}}") || '#/paths/~1a/post/requestBody/content/application~1json/schema'
        'a list as a response'          | get("responses: {'200': {content: {application/json: {schema: {type: array, items: $ONE_OF}}}}}")            || "$GET/responses/200/content/application~1json/schema/items"
        'a response in XML'             | get("responses: {2XX: {content: {text/xml: {schema: $ONE_OF}}}}")                                            || "$GET/responses/2XX/content/text~1xml/schema"
        'the only response, the default' | get("responses: {'404': {description: None.}, default: {content: {application/json: {schema: $ONE_OF}}}}") || "$GET/responses/default/content/application~1json/schema"
        'a response of components'      | get("responses: {'200': {\$ref: '#/components/responses/A'}}").replace('components:', "components:\n  responses: {A: {content: {application/json: {schema: $ONE_OF}}}}") || "$GET/responses/200/content/application~1json/schema"
        'a header'                      | get("responses: {'204': {headers: {ETag: {schema: $ONE_OF}}}}")                                              || "$GET/responses/204/headers/ETag/schema"
        'a header of an error'          | get("responses: {$OK, '404': {headers: {a/b: {schema: $ONE_OF}}}}")                                          || "$GET/responses/404/headers/a~1b/schema"
        'a header of components'        | get("responses: {'204': {headers: {ETag: {\$ref: '#/components/headers/A'}}}}").replace('components:', "components:\n  headers: {A: {schema: $ONE_OF}}") || "$GET/responses/204/headers/ETag/schema"
        'a header in a media type'      | get("responses: {'204': {headers: {ETag: {content: {application/json: {schema: $ONE_OF}}}}}}")               || "$GET/responses/204/headers/ETag/content/application~1json/schema"
        'items'                         | OwnDocument.of(Thing: "{type: array, items: $ONE_OF}")                                                       || "$VALUE/items"
        'the values of a map'           | OwnDocument.of(Thing: "{type: object, additionalProperties: $ONE_OF}")                                       || "$VALUE/additionalProperties"
        'a part'                        | OwnDocument.of(Thing: "{allOf: [$PART, $ONE_OF]}")                                                           || "$VALUE/allOf/1"
        'a property with / and ~'       | OwnDocument.of(Thing: "{type: object, properties: {a~b/c: $ONE_OF}}")                                        || "$VALUE/properties/a~0b~1c"
        'a component that nothing uses' | get("responses: {$OK}") + "    a.b: $ONE_OF\n"                                                               || '#/components/schemas/a.b'
    }

    def 'an operation is refused with its place: #what'() {
        expect:
        refusals(document) == ["$line" as String]

        where:
        what                                | document                                                                                                          || line
        'Swagger 2.0'                       | "swagger: '2.0'\npaths: {}\n"                                                                                     || '#/openapi: is missing. Write the document in OpenAPI 3.0.3.'
        'OpenAPI 3.0 without a third number' | OwnDocument.withOperation('/a', 'get', "responses: {$OK}", '3.0')                                                || '#/openapi: is 3.0. Write the document in OpenAPI 3.0.3.'
        'OpenAPI 3.1.1'                     | OwnDocument.withOperation('/a', 'get', "responses: {$OK}", '3.1.1')                                               || '#/openapi: is 3.1.1. Write the document in OpenAPI 3.0.3.'
        'OpenAPI 4'                         | OwnDocument.withOperation('/a', 'get', "responses: {$OK}", '4.0.0')                                               || '#/openapi: is 4.0.0. Write the document in OpenAPI 3.0.3.'
        'servers of a path'                 | ofPath("servers: [{url: 'https://a.example'}]")                                                                   || '#/paths/~1a/servers: are servers of one path. Name the servers at the root: a client has one base URL.'
        'TRACE'                             | OwnDocument.withOperation('/a', 'trace', "responses: {$OK}")                                                      || '#/paths/~1a/trace: is TRACE. Use another method, or remove the operation.'
        'a body of GET'                     | get("responses: {$OK}, requestBody: {content: {application/json: {schema: $PART}}}")                              || "$GET/requestBody: is the body of a GET. Use parameters, or another method."
        'a cookie of a path'                | ofPath('parameters: [{name: a, in: cookie, schema: {type: string}}]')                                             || '#/paths/~1a/parameters/0: is in the cookie. Use path, query or header: the client sends no other parameters.'
        'the second parameter'              | get("responses: {$OK}, parameters: [{name: a, in: query, schema: {type: string}}, {name: b, in: cookie}]")        || "$GET/parameters/1: is in the cookie. Use path, query or header: the client sends no other parameters."
        'deepObject'                        | get("responses: {$OK}, parameters: [{name: a, in: query, style: deepObject, schema: $PART}]")                     || "$GET/parameters/0/style: is deepObject. Use form, or leave it out."
        'simple in the query'               | get("responses: {$OK}, parameters: [{name: a, in: query, style: simple, schema: {type: string}}]")                || "$GET/parameters/0/style: is simple. Use form, or leave it out."
        'form in a header'                  | get("responses: {$OK}, parameters: [{name: a, in: header, style: form, schema: {type: string}}]")                 || "$GET/parameters/0/style: is form. Use simple, or leave it out."
        'label in the path'                 | get("responses: {$OK}, parameters: [{name: a, in: path, style: label, schema: {type: string}}]")                  || "$GET/parameters/0/style: is label. Use simple, or leave it out."
        'an object without properties'      | get("responses: {$OK}, parameters: [{name: a, in: query, schema: {type: object}}]")                               || "$GET/parameters/0/schema: $NOT_SIMPLE"
        'an object without a type'          | get("responses: {$OK}, parameters: [{name: a, in: query, schema: {properties: {b: {type: string}}}}]")            || "$GET/parameters/0/schema: $NOT_SIMPLE"
        'a map'                             | get("responses: {$OK}, parameters: [{name: a, in: query, schema: {additionalProperties: {type: string}}}]")       || "$GET/parameters/0/schema: $NOT_SIMPLE"
        'parts'                             | get("responses: {$OK}, parameters: [{name: a, in: query, schema: {allOf: [$PART]}}]")                             || "$GET/parameters/0/schema: $NOT_SIMPLE"
        'a list of objects'                 | get("responses: {$OK}, parameters: [{name: a, in: query, schema: {type: array, items: $PART}}]")                  || "$GET/parameters/0/schema: $NOT_SIMPLE"
        'a list of lists'                   | get("responses: {$OK}, parameters: [{name: a, in: query, schema: {type: array, items: {type: array, items: {type: string}}}}]") || "$GET/parameters/0/schema: $NOT_SIMPLE"
        'no success but a redirect'         | get("responses: {'302': {description: Elsewhere.}}")                                                              || "$GET/responses: has no success. Add a response from 200 to 299, or default."
        'another body of 201'               | get("responses: {$OK, '201': {content: {application/json: {schema: {type: string}}}}}")                           || "$GET/responses/201: has another body than 200. Give all successes the same: a method returns one type."
        'another body of 2XX'               | get("responses: {$OK, 2XX: {description: Nothing.}}")                                                             || "$GET/responses/2XX: has another body than 200. Give all successes the same: a method returns one type."
        'JSON lines'                        | get("responses: {'200': {content: {application/jsonl: {schema: $PART}, text/plain: {schema: $PART}}}}")           || "$GET/responses/200/content: is application/jsonl, text/plain. Add JSON or XML: the client reads nothing else."
        'several schemas in JSON'           | get("responses: {'200': {content: {application/json: {schema: $PART}, text/json; charset=utf-8: {schema: {type: string}}}}}") || "$GET/responses/200/content: has several schemas. Use one for all media types: a method returns one type."
        'an object in XML'                  | get("responses: {'200': {content: {Application/Vnd.A+XML: {schema: {type: object}}}}}")                           || "$GET/responses/200/content/Application~1Vnd.A+XML/schema: $NO_JSON"
        'items of any object in XML'        | get("responses: {'200': {content: {application/xml: {schema: {type: array, items: {type: object}}}}}}")           || "$GET/responses/200/content/application~1xml/schema/items: $NO_JSON"
        'a part of any object in XML'       | get("responses: {'200': {content: {application/xml: {schema: {allOf: [$PART, {type: object}]}}}}}")               || "$GET/responses/200/content/application~1xml/schema/allOf/1: $NO_JSON"
        'any object in a recursive one'     | get("responses: {'200': {content: {application/xml: {schema: {\$ref: '#/components/schemas/A'}}}}}") + "    A: {properties: {b: {\$ref: '#/components/schemas/A'}, c/d: {type: object}}}\n" || "#/components/schemas/A/properties/c~1d: $NO_JSON"
    }

    def 'a schema is refused with its place: #what'() {
        expect:
        refusals(OwnDocument.of(Thing: schema) + '    Map: {type: object, additionalProperties: {type: string}}\n    List: {type: array, items: {type: string}}\n') == ["$VALUE$line" as String]

        where:
        what                             | schema                                                                                                               || line
        'several types'                  | '{type: [string, "null"]}'                                                                                           || '/type: are several types. Use one, and nullable: true if the value can be null.'
        'a map beside parts'             | "{allOf: [$PART], additionalProperties: {type: string}}"                                                             || "/additionalProperties: is a map beside named properties. $NOT_ALONE"
        'a list that is a map'           | '{type: array, items: {type: string}, additionalProperties: {type: string}}'                                          || '/additionalProperties: is beside items. Remove it: a list has items only.'
        'a list with properties'         | '{type: array, items: {type: string}, additionalProperties: {}}'                                                      || '/additionalProperties: is beside items. Remove it: a list has items only.'
        'a list with any properties'     | '{type: array, items: {type: string}, additionalProperties: true}'                                                    || '/additionalProperties: is beside items. Remove it: a list has items only.'
        'a map as a part'                | "{allOf: [$PART, {type: object, additionalProperties: {type: string}}]}"                                            || "/allOf/1: is a map beside other parts. $NOT_ALONE"
        'a reference to a map as a part' | "{allOf: [{\$ref: '#/components/schemas/Map'}, {properties: {b: {type: string}}}]}"                                  || "/allOf/0: is a map beside other parts. $NOT_ALONE"
        'a map as a part beside properties' | "{allOf: [{\$ref: '#/components/schemas/Map'}], properties: {b: {type: string}}}"                                 || "/allOf/0: is a map beside other parts. $NOT_ALONE"
        'a wrapper of an object'         | '{type: object, xml: {wrapped: true}, properties: {b: {type: string}}}'                                              || '/xml/wrapped: is true for something that is not a list. Remove it.'
        'an object as an attribute'      | '{type: object, xml: {attribute: true}}'                                                                             || "/xml/attribute: $NOT_AN_ATTRIBUTE"
        'properties as an attribute'     | '{xml: {attribute: true}, properties: {b: {type: string}}}'                                                          || "/xml/attribute: $NOT_AN_ATTRIBUTE"
        'parts as an attribute'          | "{allOf: [$PART], xml: {attribute: true}}"                                                                           || "/xml/attribute: $NOT_AN_ATTRIBUTE"
        'a list in a wrapped list'       | '{type: array, xml: {wrapped: true}, items: {type: array, items: {type: string}}}'                                   || "/items: $LIST_IN_LIST"
        'a reference to a list in a list' | "{type: array, xml: {wrapped: true}, items: {\$ref: '#/components/schemas/List'}}"                                  || "/items: $LIST_IN_LIST"
        'two attributes of one name'     | '{type: object, properties: {b: {type: string, xml: {attribute: true}}, c: {type: string, xml: {name: B, attribute: true}}}}' || "/properties/c: has the attribute B in XML, as b has. $OWN_NAME"
        'a list named as an element'     | '{type: object, properties: {b: {type: string}, c: {type: array, xml: {name: d}, items: {type: string, xml: {name: b}}}}}' || "/properties/c: has the element b in XML, as b has. $OWN_NAME"
        'a wrapper named as an element'  | '{type: object, properties: {b: {type: string}, c: {type: array, xml: {name: b, wrapped: true}, items: {type: string}}}}' || "/properties/c: has the element b in XML, as b has. $OWN_NAME"
        'one name in two parts'          | "{allOf: [$PART, {properties: {b: {type: string, xml: {name: A}}}}]}"                                                || "/allOf/1: has the element A in XML, as a has. $OWN_NAME"
        'one name in a part and beside it' | "{allOf: [$PART], properties: {b/c: {type: string, xml: {name: A}}}}"                                              || "/properties/b~1c: has the element A in XML, as a has. $OWN_NAME"
        'one name in a part of a part'   | "{allOf: [{allOf: [$PART]}, {properties: {b: {type: string, xml: {name: a}}}}]}"                                     || "/allOf/1: has the element a in XML, as a has. $OWN_NAME"
    }

    def 'a schema is not refused: #what'() {
        expect:
        refusals(OwnDocument.of(Thing: schema) + '    Map: {type: object, additionalProperties: {type: string}}\n    A+: {type: string}\n') == []

        where:
        what                              | schema
        'a map as the only part'          | "{allOf: [{\$ref: '#/components/schemas/Map'}]}"
        'a map with a description'        | "{allOf: [{\$ref: '#/components/schemas/Map'}, {description: A map.}]}"
        'no further properties'           | '{type: object, properties: {b: {type: string}}, additionalProperties: false}'
        'a list with no properties'       | '{type: array, items: {type: string}, additionalProperties: false}'
        'any further properties'          | '{type: object, properties: {b: {type: string}}, additionalProperties: {}}'
        'one property in two parts'       | "{allOf: [$PART, {properties: {a: {type: string, description: More.}}}]}"
        'an attribute named as an element' | '{type: object, properties: {b: {type: string, xml: {attribute: true}}, c: {type: string, xml: {name: b}}}}'
        'a list named as its items'       | '{type: object, properties: {b: {type: array, xml: {name: c}, items: {type: string}}, c: {type: string}}}'
        'a reference with an escape'      | "{properties: {b: {\$ref: '#/components/schemas/%50art'}, c: {\$ref: '#/components/schemas/A+'}}}"
        'a part of itself'                | "{properties: {b: {allOf: [{\$ref: '#/components/schemas/Thing'}]}}}"
    }

    def 'the rules for XML are not those of a document without XML'() {
        expect:
        refusals(get("responses: {$OK}") + '    A: {type: array, xml: {attribute: true}, items: {type: array, items: {type: object, properties: {b: {type: string}, B: {type: string}}}}}\n' +
                "    C: {type: object, properties: {d: {\$ref: '#/components/schemas/D'}}}\n    D: {type: string, xml: {name: e}}\n") == []
    }

    def 'each place has a line, and their number is said'() {
        given:
        def file = Files.writeString(folder.resolve('several.yaml'), OwnDocument.of(Thing: '{oneOf: [{type: string}], not: {type: integer}}'))

        when:
        new PartnerCenterCodegen(inputSpec: file.toString()).processOpts()

        then:
        def e = thrown(IllegalArgumentException)
        e.message.readLines() == ['The OpenAPI document has 2 constructs for which no client can be generated:', "$VALUE/oneOf: $ALTERNATIVES" as String, "$VALUE/not: is not supported. Describe in words what is not allowed." as String]
    }

    def 'the document is read from #location'() {
        given:
        def document = OwnDocument.of(Thing: '{not: {type: string}}')
        def file = Files.writeString(folder.resolve('located.yaml'), document)
        new JarOutputStream(Files.newOutputStream(folder.resolve('located.jar'))).withCloseable {
            it.putNextEntry(new ZipEntry('in.yaml'))
            it << document
        }

        expect:
        refusalsOf(location.replace('FILE', file as String).replace('URI', folder.toUri() as String)) == ["$VALUE/not: is not supported. Describe in words what is not allowed." as String]

        where:
        location << ['FILE', 'URIlocated.yaml', 'jar:URIlocated.jar!/in.yaml']
    }

    def 'a document that is not there is named'() {
        when:
        refusalsOf(folder.resolve('none.yaml') as String)

        then:
        def e = thrown(UncheckedIOException)
        e.message == "The OpenAPI document could not be read: ${folder.resolve('none.yaml')}"
    }

    private List<String> refusals(String document) {
        refusalsOf(Files.writeString(folder.resolve('document.yaml'), document).toString())
    }

    private List<String> refusalsOf(String location) {
        try {
            new PartnerCenterCodegen(inputSpec: location, outputDir: folder.toString()).processOpts()
            return []
        } catch (IllegalArgumentException e) {
            return e.message.readLines().drop(1)
        }
    }

    private static String get(String operation) {
        OwnDocument.withOperation('/a', 'get', operation)
    }

    private static String post(String operation) {
        OwnDocument.withOperation('/a', 'post', operation)
    }

    private static String ofPath(String key) {
        OwnDocument.withPaths(OwnDocument.path('/a', 'get', "responses: {$OK}", "    $key\n"))
    }

    /** @param component in the flow style of YAML, but for its kind */
    private static String component(String component) {
        get("responses: {$OK}").replace('components:', "components:\n  $component")
    }
}
