package io.github.partnercenter4j.conformance.gates

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.conformance.model.ProjectFolder
import io.github.partnercenter4j.specgates.SpecCheck
import io.github.partnercenter4j.specgates.SpecTree
import io.github.partnercenter4j.testing.SpecDocument
import io.swagger.v3.core.util.Yaml
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** A contributor reads one line for each objection: the line in the file, the place, what is wrong there, and what to do. */
class SpecCheckSpec extends Specification {
    private static final String TEXT = SpecDocument.CURRENT.yaml
    private static final SpecTree SPEC = new SpecTree(SpecDocument.CURRENT.tree)
    private static final String ADDED = '/components/schemas/Fault/properties/added'
    private static final String PATH = '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus'
    private static final String GET = PATH + '/get'
    /** The place of a parameter that is added to the operation. */
    private static final String LAST = "$GET/parameters/${SPEC.at(GET + '/parameters').size()}"
    private static final String COMMON = 'description: A value., x-source: inferred'
    private static final String CONTENT = '/components/responses/ProvisioningStatus/content'
    /** The same operation with another id, and with a tag that does not exist. */
    private static final String AGAIN = SPEC.at(GET).toString().replace('getProvisioningStatus', 'getAgain').replace('["Orders"]', '["Others"]')
    private static final String XML = SPEC.at('/components/examples/NotFoundXml/value').asText()
    private static final String ALTERNATIVES = 'Use one object with all properties, and require none that only one alternative has.'

    @TempDir
    Path folder

    private List<String> lines(String text) {
        SpecCheck.lines(ProjectFolder.REPOSITORY, Files.writeString(folder.resolve('spec.yaml'), text))
    }

    /** The lines without the file and the line in it. */
    private List<String> objections(SpecTree document) {
        lines(document.yaml).collect { it.replaceFirst(/^spec\.yaml:\d+: /, '') }
    }

    private static SpecTree property(String property) {
        changed(ADDED, "{$property}")
    }

    private static SpecTree parameter(String parameter) {
        SPEC.changed { SpecTree copy -> copy.at(GET + '/parameters').add(Yaml.mapper().readTree("{$parameter}")) }
    }

    private static SpecTree changed(String place, String yaml) {
        SpecMutation.set('', place, yaml).in(SPEC)
    }

    private static SpecTree example(String xml) {
        changed('/components/examples/NotFoundXml/value', Yaml.mapper().writeValueAsString(xml))
    }

    def 'the spec has no objection'() {
        expect:
        SpecCheck.lines(ProjectFolder.REPOSITORY, ProjectFolder.REPOSITORY.resolve('api-spec/partner-center-orders.yaml')) == []
    }

    def 'a property that lacks everything has a line for each thing, with the line in the file'() {
        given:
        def added = '/components/schemas/QuantityProvisioningStatus/properties/added'
        def text = changed(added, '{type: string}').yaml
        def line = text.readLines().indexOf('        added:') + 1
        def place = "spec.yaml:$line: #$added"

        when:
        def found = lines(text) as Set

        then:
        found == ["$place: has no description. Write it in plain sentences.",
                  "$place: has no xml.name. Add xml with a name, as a rule the name in JSON.",
                  "$place: has no x-source. Name the page that says it, or write inferred."]*.toString() as Set
    }

    def 'a document that cannot be read has one line: #problem'() {
        expect:
        lines(text) == ["spec.yaml:$line: #$problem" as String]

        where:
        text                                                   | line || problem
        TEXT.replace('\n  title:', '\n\ttitle:')               | 9    || ': has a tab where YAML needs spaces. Indent using spaces only.'
        TEXT.replace('\n  title: P', '\n  title: [P')          | 10   || ": is not YAML: while parsing a flow sequence, expected ',' or ']', but got : in column 10. Fix the indentation or the quotes there, or in the line before."
        TEXT.replace('\n  title:', '\n  title: A\n  title:')   | 9    || '/info/title: is given twice: in line 9 and in line 10. Remove one of them.'
        TEXT.replace('\n  title:', '\n  <<: {a: b}\n  title:') | 8    || '/info: has a YAML merge key (<<). Write the content out, or refer to a component using $ref.'
        'a: &x 1\nb: *x'                                       | 2    || '/b: is a YAML alias. Write the content out, or refer to a component using $ref: other tools read an alias differently.'
        '? [a]\n: b'                                           | 1    || ': has a key that is not a word. Quote keys that contain braces or brackets.'
        'a: 1\n---\nb: 2'                                      | 1    || ': holds 2 YAML documents. Keep one.'
        ''                                                     | 1    || ': holds 0 YAML documents. Keep one.'
        '[' * 1000                                             | 1    || ': is not YAML: Nesting Depth exceeded max 200. Fix the indentation or the quotes there, or in the line before.'
        '[]'                                                   | 1    || ': is not an object. Write its keys and values.'
        TEXT.replace('openapi: 3.0.3', 'openapi: 3.1.0')       | 7    || '/openapi: is 3.1.0. Write 3.0.3, and what that version has: the generator, the sandbox and the suite support no other.'
        TEXT.replace('openapi: 3.0.3', "swagger: '2.0'")       | 1    || '/openapi: is missing. Write 3.0.3, and what that version has: the generator, the sandbox and the suite support no other.'
    }

    def 'a schema that is not supported has one line: #schema'() {
        expect:
        objections(property("$COMMON, xml: {name: added}, $schema")) == ["#$ADDED$problem" as String]

        where:
        schema                                                                          || problem
        'oneOf: [{type: string}, {type: integer}]'                                      || "/oneOf: oneOf is not supported here. $ALTERNATIVES"
        'anyOf: [{type: string}, {type: integer}]'                                      || "/anyOf: anyOf is not supported here. $ALTERNATIVES"
        'type: string, not: {type: integer}'                                            || '/not: not is not supported here. Describe in words what is not allowed.'
        "allOf: [{\$ref: '#/components/schemas/Link'}, {\$ref: '#/components/schemas/Fault'}]" || '/allOf: allOf is supported only around a single $ref. Put all properties into one object.'
        'type: object, additionalProperties: {type: string}'                            || '/additionalProperties: additionalProperties is not supported here. Remove it: a response may always have properties that the spec does not name. For a map, use a list of KeyValuePair.'
        'type: object, properties: {a: {type: string}}'                                 || ': is an object in place. Put the object into the components, and refer to it using $ref within allOf.'
        'type: string, nullable: true'                                                  || '/nullable: nullable is not supported here. Remove it: clients read null as absent.'
        "type: [string, 'null']"                                                        || '/type: is a list of types. Write one type. Leave null out: clients read null as absent.'
        'type: string, pattern: a'                                                      || '/pattern: pattern is not supported here. Remove it, and say it in the description: the sandbox and the suite do not check it.'
        'type: string, format: email'                                                   || '/format: is "email". Leave it out, or use uuid, date, date-time.'
        'type: integer, format: int32, enum: [1]'                                       || '/enum: is not a list of different strings. Remove it: only a string can have an enum.'
        'type: string, enum: [yes, true]'                                               || '/enum: is not a list of different strings. Write each value once, in quotes if it looks like a number or a boolean.'
        'type: integer, format: int32, minimum: 3, maximum: 2'                          || '/maximum: is below minimum, so no value is allowed. Correct one of them.'
        'type: integer, format: int32, maximum: 2147483648'                             || '/maximum: is not a whole number from -2147483648 to 2147483647. Correct it.'
        'type: string, minimum: 3'                                                      || '/minimum: minimum is not supported for this type, or beside an enum or the format of a string. Remove it.'
        'type: integer'                                                                 || ': is an integer without a format. Add format: int32, or int64 if it can exceed 2147483647.'
        'type: text'                                                                    || '/type: is text. Use string, integer, number, boolean, array, or object.'
        'title: 3, type: string'                                                        || '/title: is not a string. Write text, in quotes if it looks like a number or a boolean.'
        'readOnly: 1, type: boolean'                                                    || '/readOnly: is not a boolean. Write a boolean.'
        'example: a'                                                                    || ': has no type. Add a type: string, integer, number, boolean, array, or object.'
    }

    def 'a list that is not supported has one line: #list'() {
        expect:
        objections(property("$COMMON, type: array, $list")) == ["#$ADDED$problem" as String]

        where:
        list                                                                   || problem
        'xml: {name: added, wrapped: true}'                                    || ': has no items. Add items.'
        'xml: {name: added}, items: {type: string, xml: {name: a}}'            || ': is a list without xml.wrapped. Add wrapped: true to its xml.'
        'xml: {name: added, wrapped: true}, items: {type: string}'             || '/items: has no xml.name. Add xml with a name: the element of each item.'
        'xml: {name: added, wrapped: true}, items: {type: array, items: {type: string}}' || '/items: is a list within a list. Put the inner list into an object of the components.'
        'xml: {name: added, wrapped: true}, minItems: 1, items: {type: string, xml: {name: a}}' || '/minItems: minItems is not supported here. Remove it, and say it in the description: the sandbox and the suite do not check it.'
    }

    def 'a parameter that is not supported has one line: #declared'() {
        expect:
        objections(parameter("$COMMON, required: false, $declared")) == ["#$LAST$problem" as String]

        where:
        declared                                                                     || problem
        'name: ids, in: query, schema: {type: array, items: {type: string}}'         || '/schema: is a list. Use a string, integer, number or boolean: a parameter or header has one value.'
        "name: of, in: query, schema: {\$ref: '#/components/schemas/Link'}"          || '/schema: is an object. Use a string, integer, number or boolean: a parameter or header has one value.'
        'name: crumb, in: cookie, schema: {type: string}'                            || '/in: is cookie. Use path, query or header: the client sends no other parameters.'
        'name: accept, in: header, schema: {type: string}'                           || '/name: is accept. Remove the parameter: the client sends this header by itself.'
        'name: a, in: query, style: form, schema: {type: string}'                    || '/style: style is not supported here. Remove it: parameters have the default style.'
        'name: a, in: query, content: {}, schema: {type: string}'                    || '/content: content is not supported here. Use schema.'
        'name: ms-cv, in: header, schema: {type: string}'                            || ': is the second header parameter ms-cv of this operation. Remove one of them.'
        'name: a, in: query'                                                         || ': has no schema. Add schema.'
    }

    def 'a list that is not wrapped has a line even if it is named examples'() {
        given:
        def place = '/components/schemas/Fault/properties/examples'

        expect:
        objections(changed(place, "{$COMMON, type: array, items: {type: string, xml: {name: a}}, xml: {name: examples}}")) == ["#$place: is a list without xml.wrapped. Add wrapped: true to its xml." as String]
    }

    def 'an example that does not fit has one line, with what the validator says: #place'() {
        when:
        def found = objections(document)

        then:
        found.size() == 1
        found[0].startsWith("#$place: does not fit its schema: ")
        found[0].endsWith('. Correct the example or the schema.')

        where:
        document                                                                                           || place
        parameter("$COMMON, required: false, name: a, in: query, example: 1, schema: {type: string}")      || "$LAST/example"
        changed('/components/parameters/order_id/example', "''")                                           || '/components/parameters/order_id/example'
        property("$COMMON, type: integer, format: int32, xml: {name: added}, example: two")                || "$ADDED/example"
        property("$COMMON, type: integer, format: int32, xml: {name: added}, default: two")                || "$ADDED/default"
    }

    def 'an edit that no other module could take has one line: #problem'() {
        expect:
        objections(document) == ["#$problem" as String]

        where:
        document                                                                                            || problem
        property("\$ref: '#/components/schemas/No'")                                                        || "$ADDED/\$ref: refers to #/components/schemas/No, which does not exist. Add it, or refer to something that exists."
        changed(CONTENT, SPEC.at(CONTENT).toString().replaceAll('/schemas/\\w+', '/schemas/No'))            || "$CONTENT/application~1json/schema/\$ref: refers to #/components/schemas/No, which does not exist (one of 4 references to it). Add it, or refer to something that exists."
        property("\$ref: 'other.yaml#/KeyValuePair'")                                                       || "$ADDED/\$ref: refers to another document: other.yaml#/KeyValuePair. Copy what it refers to into this document, and refer to it there."
        parameter("\$ref: '#/components/parameters/orderId'")                                               || "$LAST/\$ref: refers to #/components/parameters/orderId, which does not exist. Add it, or refer to something that exists."
        parameter("\$ref: '#/components/headers/Date'")                                                     || "$LAST/\$ref: is #/components/headers/Date. Refer to one of #/components/parameters."
        changed(CONTENT + '/text~1json/schema', "{type: array, items: {\$ref: '#/components/schemas/Link'}}") || "$CONTENT/text~1json/schema: is a list. Put an object into the components and refer to it using \$ref. A list is a property of that object."
        changed(GET + '/responses/204', '{description: Nothing.}')                                          || "$GET/responses/204: has no content. Add a body in the four media types: a response without a body is not supported."
        changed(GET + '/responses/default', "{\$ref: '#/components/responses/BadRequest'}")                 || "$GET/responses/default: is not a single HTTP status. Name each status, such as 503. An undocumented error is read too."
        changed(GET + '/requestBody', '{content: {}}')                                                      || "$GET/requestBody: requestBody is not supported here. Use path, query and header parameters."
        changed(PATH + '/trace', '{}')                                                                      || "$PATH/trace: trace is not supported here. Use another method."
        changed(PATH + '/head', '{}')                                                                       || "$PATH/head: head is not supported here. Use get: a response to HEAD has no body, and one without a body is not supported."
        changed('/components/schemas/Added', "{\$ref: '#/components/schemas/Added'}")                       || '/components/schemas/Added: is only a reference. Refer to its target where this component is used, and remove it.'
        changed('/components/schemas/Added', 'null')                                                        || '/components/schemas/Added: is not an object. Write its keys and values.'
        changed(GET + '/operationId', 'readProvisioningStatus')                                             || "$GET/operationId: is not getProvisioningStatus. Restore it, or change client-ext and client-uses.yaml in spec-gates too."
        changed('/servers/2/variables/version/default', "'2'")                                              || '/servers/2/variables: differs from the first server: [version:2] instead of [version:1]. Use the same: one generated client serves all clouds.'
        SpecMutation.removed('', '/components/parameters/order_id/schema/minLength').in(SPEC)               || '/components/parameters/order_id/schema: may be empty, which makes another path. Add minLength: 1.'
        SpecMutation.removed('', '/components/securitySchemes/bearer/bearerFormat').in(SPEC)                || '/components/securitySchemes/bearer: has no bearerFormat JWT. Add it.'
        changed('/components/responses/NotFound/headers/isMfaCompliant/$ref', "'#/components/headers/MS-CV'") || '/components/responses/NotFound/headers/isMfaCompliant/$ref: is #/components/headers/MS-CV. Refer to #/components/headers/isMfaCompliant.'
        changed('/components/responses/NotFound/headers/MS-Extra', '{description: More., schema: {type: string}}') || '/components/responses/NotFound/headers/MS-Extra: has no x-source. Name the page that says it, or write inferred.'
        changed('/components/schemas/Link/required', '[uri, uri]')                                          || '/components/schemas/Link/required: names a property twice. Name each once.'
        changed('/components/schemas/Fault/x-source', '7')                                                  || '/components/schemas/Fault/x-source: is not text. Name the page that says it, or write inferred.'
        changed('/servers/0/variables/version/enum', "['2']")                                               || '/servers/0/variables/version/default: is 1, which is not in enum. Correct one of them.'
        changed('/security', '[{bearer: [orders]}]')                                                        || '/security: is not exactly one bearer token. Write one scheme of the type http and the scheme bearer, with an empty list: only OAuth has scopes here.'
        changed('/tags', SPEC.at('/tags').toString().replaceFirst(/]$/, ', {name: Orders, description: Two.}]')) || '/tags: has a tag twice: Orders. Remove one of them.'
        SpecMutation.removed('', CONTENT + '/text~1xml/examples/everything').in(SPEC)                       || "$CONTENT/text~1xml/examples: differ from those of application/xml. Refer to the same examples, by the same names."
        SpecMutation.removed('', CONTENT + '/text~1json/examples/everything').in(SPEC)                      || "$CONTENT/text~1json/examples: differ from those of application/json. Refer to the same examples, by the same names."
        example(XML.replace('Order Id not found</description>', 'Order Id not found</descr>'))              || '/components/examples/NotFoundXml/value: is not well-formed XML: The element type "description" must be terminated by the matching end-tag "</description>".. Write what the example in JSON says: #/components/examples/NotFoundJson/value.'
        example(XML.replace('Order Id not found', 'No order'))                                              || '/components/examples/NotFoundXml/value: says No order at /description, and the example in JSON says Order Id not found. Write what the example in JSON says: #/components/examples/NotFoundJson/value.'
        changed('/info/version', '1.0')                                                                     || '/info/version: is not a string. Write text, in quotes if it looks like a number or a boolean.'
        changed('/info/version', 'next')                                                                    || '/info/version: is next. Write three numbers, such as 1.2.3.'
        changed('/paths/~1orders~1', '{}')                                                                  || '/paths/~1orders~1: is not a path. Begin it with a slash, end it without one, and put whole segments only into braces. A query belongs into the parameters.'
        changed(PATH + '~1again', "{get: $AGAIN}")                                                          || "$PATH~1again/get/tags/0: is not declared: Others. Add it to the tags of the document, with a description."
        changed(PATH + '~1again', "{post: ${AGAIN.replace('Others', 'Orders')}}")                           || "$PATH~1again/post/parameters: has MS-ContinuationToken, which the client sends only when it follows a link, and then with GET. Remove it."
    }

    def 'many objections are counted, and none prints the document'() {
        given:
        def text = TEXT.replaceAll(/(?m)^ +(xml:\n +name|summary): .*\n(?! +wrapped)/, '').replaceAll(/(?m)^ +description: \w.*\n/, '')
        def output = new ByteArrayOutputStream()
        def original = System.out

        when:
        System.out = new PrintStream(output)
        SpecCheck.main(ProjectFolder.REPOSITORY.toString(), Files.writeString(folder.resolve('spec.yaml'), text).toString())

        then:
        def e = thrown(IllegalStateException)
        def count = lines(text).size()
        count > 50
        e.message == "The OpenAPI document has $count faults, listed above. The rules are in CONTRIBUTING.md."
        output.toString().readLines().size() == 51
        output.toString().readLines().last() == "and ${count - 50} more"
        output.toString().readLines().every { it.length() < 600 }

        cleanup:
        System.out = original
    }

    def 'the gate for clouds knows the clouds of the client'() {
        given:
        def clouds = Cloud.values().collect { [it.name().toLowerCase(Locale.ROOT).replace('_', '-'), it.baseUrl() as String + '/v{version}', it.authorizationServer() as String, it.scope()] }

        expect: 'the spec, which passes the gate, names them'
        SpecDocument.CURRENT.tree.path('servers').collect { [it.path('x-cloud'), it.path('url'), it.path('x-token-authority'), it.path('x-scope')]*.asText() } == clouds
    }
}
