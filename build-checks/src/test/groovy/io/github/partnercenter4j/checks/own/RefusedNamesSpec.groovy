package io.github.partnercenter4j.checks.own

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The generator refuses names for which there is no Java name, or none of their own. Nothing is generated then. */
class RefusedNamesSpec extends Specification {
    private static final String PART = "{\$ref: '#/components/schemas/Part'}"
    private static final String OK = "responses: {'200': {description: A part., content: {application/json: {schema: $PART}}}}"
    private static final String GET = '#/paths/~1a/get'
    private static final String VALUE = '#/components/schemas/Thing/properties/value'
    private static final String FOR_JAVA = 'Use a name that Java code can contain.'
    private static final String FOR_A_HEADER = 'Use a name that a header can have.'
    private static final String FOR_A_METHOD = 'Use letters from A to Z or digits: a method has this name.'
    private static final String IN_JSON = 'Rename one of them with nameMappings.'
    private static final String OF_SCHEMAS = 'Rename one of them, with modelNameMappings or, if it is an object in place, inlineSchemaNameMappings.'

    @TempDir
    Path folder

    def 'a name of an operation is refused: #what'() {
        expect:
        refusals(OwnDocument.withPaths(ids.withIndex().collect { id, i -> OwnDocument.path('/a' + 'b' * i, 'get', "operationId: '$id', $OK") }.join(''))) == lines

        where:
        what                            | ids                                  || lines
        'an underline'                  | ['_']                                || ["$GET/operationId: is _. $FOR_A_METHOD" as String]
        'no letter of English'          | ['日本']                               || ["$GET/operationId: is 日本. $FOR_A_METHOD" as String]
        'empty'                         | ['']                                 || ["$GET/operationId: is . $FOR_A_METHOD" as String]
        'that of the other method'      | ['get-it', 'getItWithResponse']      || ["$GET/operationId: is get-it, and another is the name of its second method. Rename one of them." as String]
        'that of it in another style'   | ['get-it', 'get_it_with-response']   || ["$GET/operationId: is get-it, and another is the name of its second method. Rename one of them." as String]
        'not another beginning'         | ['getIt', 'getItWithResponses']      || []
        'a digit'                       | ['1']                                || []
    }

    def 'a name of a parameter is refused: #name in #place'() {
        expect:
        refusals(OwnDocument.withOperation('/a', 'get', "$OK, parameters: [{name: b, in: query, schema: {type: string}}, {name: '$name', in: $place, schema: {type: string}}]")) ==
                (advice == null ? [] : ["$GET/parameters/1/name: is $name. $advice" as String])

        where:
        name      | place    || advice
        'a:b'     | 'header' || FOR_A_HEADER
        'a b'     | 'header' || FOR_A_HEADER
        ''        | 'header' || FOR_A_HEADER
        'é'       | 'header' || FOR_A_HEADER
        'a(b)'    | 'header' || FOR_A_HEADER
        "a\"b"    | 'header' || FOR_A_HEADER
        'a.b~c_d' | 'header' || null
        'a:b'     | 'query'  || null
        'a"b'     | 'query'  || FOR_JAVA
        'a\\b'    | 'query'  || FOR_JAVA
        'a*/b'    | 'query'  || FOR_JAVA
        ''        | 'query'  || FOR_JAVA
        'a*b/c'   | 'query'  || null
    }

    def 'a path with #what is refused'() {
        expect:
        refusals(OwnDocument.withOperation(path, 'get', OK)) == ["#/paths/~1$pointer: has a query or a fragment. Describe the query as parameters." as String]

        where:
        what         | path   || pointer
        'a query'    | '/a?b' || 'a?b'
        'a fragment' | '/a#b' || 'a#b'
    }

    def 'a name of a property is refused: #what'() {
        expect:
        refusals(OwnDocument.of(Thing: schema).replace('application/xml', 'text/plain')) == (line == null ? [] : ["$VALUE$line" as String])

        where:
        what                          | schema                                                                                   || line
        'a quotation mark'            | "{properties: {'a\"b': {type: string}}}"                                                 || "/properties/a\"b: is called a\"b. $FOR_JAVA"
        'a backslash'                 | "{properties: {'a\\b': {type: string}}}"                                                 || "/properties/a\\b: is called a\\b. $FOR_JAVA"
        'the end of a comment'        | "{properties: {'a*/b': {type: string}}}"                                                 || "/properties/a*~1b: is called a*/b. $FOR_JAVA"
        'a line break'                | '{properties: {"a\\nb": {type: string}}}'                                                || "/properties/a b: is called a b. $FOR_JAVA"
        'empty'                       | "{properties: {'': {type: string}}}"                                                     || "/properties/: is called . $FOR_JAVA"
        'two of one Java name'        | '{properties: {a-b: {type: string}, c: {type: string}, aB: {type: string}}}'             || "/properties/aB: has the Java name aB, as a-b has. $IN_JSON"
        'in parts'                    | "{allOf: [$PART, {properties: {'a.': {type: string}}}]}"                                 || "/allOf/1: has the Java name a, as a has. $IN_JSON"
        'in a part and beside it'     | "{allOf: [$PART], properties: {'a.': {type: string}}}"                                   || "/properties/a.: has the Java name a, as a has. $IN_JSON"
        'that of a method, twice'     | '{properties: {wait: {type: string}, wait_: {type: string}}}'                            || "/properties/wait_: has the Java name wait_, as wait has. $IN_JSON"
        'not the same twice'          | "{allOf: [$PART, {properties: {a: {type: string}}}]}"                                    || null
        'not in two objects'          | '{properties: {a-b: {type: string}, c: {properties: {aB: {type: string}}}}}'             || null
        'not capital letters alone'   | '{properties: {ID: {type: string}, id: {type: string}}}'                                 || null
    }

    def 'schemas of one Java name are refused: #names'() {
        expect:
        refusals(OwnDocument.of(Thing: '{type: object, properties: {b: {type: string}}}') + names.collect { "    $it: {type: object, properties: {b: {type: string}}}\n" }.join('')) ==
                (schema == null ? [] : ["#/components/schemas/$schema: has the Java name $java, as $other has. $OF_SCHEMAS" as String])

        where:
        names               || schema        | java          | other
        ['A_B', 'AB']       || 'AB'          | 'AB'          | 'A_B'
        ['AB', 'Ab']        || 'Ab'          | 'Ab'          | 'AB'
        ['Set', 'ModelSet'] || 'ModelSet'    | 'ModelSet'    | 'Set'
        ['InlineThingValue', 'ThingValue'] || 'Thing_value' | 'InlineThingValue' | 'InlineThingValue'
        ['thing']           || 'thing'       | 'Thing'       | 'Thing'
        ['ThingValue']      || null          | null          | null
    }

    def 'schemas of one Java name are refused only if they become types: #schemas'() {
        expect:
        refusals(OwnDocument.of(Thing: '{type: string}') + schemas.collect { "    $it\n" }.join('')).size() == lines

        where:
        schemas                                                                                       || lines
        ['A_B: {type: string}', 'AB: {type: array, items: {type: string}}', 'Ab: {type: object}']     || 0
        ['AB: {type: object, properties: {c: {type: string}}}', 'Ab: {type: string}']                 || 0
        ['AB: {type: string, enum: [c]}', 'Ab: {type: integer, enum: [1]}']                           || 1
        ["AB: {allOf: [$PART]}", 'Ab: {type: object, properties: {c: {type: string}}}']               || 1
    }

    private List<String> refusals(String document) {
        try {
            OwnClient.generate(folder, document)
            return []
        } catch (IllegalArgumentException e) {
            assert !folder.resolve('generated').toFile().exists()
            return e.message.readLines().drop(1)
        }
    }
}
