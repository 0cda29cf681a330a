package io.github.partnercenter4j.checks.own

/**
 * A construct, and what the sandbox makes of it.
 *
 * @param name the row of the table in docs/conformance.md
 * @param document a document with the construct
 * @param exchanges requests, and the status and body of each response. A request is a method and a target, then headers and a body in lines
 */
record SandboxConstruct(String name, String document, Map<String, String> exchanges) {
    private static final String JSON = 'Accept: application/json'
    private static final String XML = 'Accept: application/xml'
    private static final String NIL = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"'
    private static final String A = '200 {"a":"a"}'
    private static final String PART = "{\$ref: '#/components/schemas/Part'}"
    private static final String OK = "'200': {description: A part., content: {application/json: {schema: $PART}}}, default: {\$ref: '#/components/responses/Problem'}"

    static final List<SandboxConstruct> ALL = [
            value('`enum`', '{type: object, properties: {a: {type: string, enum: [gold, silver]}, b: {type: integer, enum: [7, 8]}, c: {type: boolean, enum: [false]}}}',
                    '{"a":"gold","b":7,"c":false}', '<value><a>gold</a><b>7</b><c>false</c></value>', ['{"a":"silver"}', '{"b":8}', '{"c":false}'], ['{"a":"bronze"}', '{"a":7}', '{"b":9}', '{"c":true}']),
            value('`format`', '{type: string, format: date}', '"2026-01-01"', '<value>2026-01-01</value>', ['"2024-02-29"'], ['"2026-02-29"', '"today"']),
            value('`nullable`', '{type: string, nullable: true}', 'null', "<value $NIL/>", ['null', '"x"'], ['7'], 'null'),
            value('an object in place', '{type: object, properties: {b: {type: integer}}}', '{"b":1}', '<value><b>1</b></value>', ['{"b":2}', '{}'], ['{"b":"x"}', '[]']),
            value('an object without properties', '{type: object}', '{}', '<value/>', ['{"b":[2]}'], ['[]', '"x"']),
            value('a list in a list', '{type: array, xml: {wrapped: true}, items: {type: array, xml: {name: r, wrapped: true}, items: {type: integer, xml: {name: c}}}}', '[[1],[2,3]]',
                    '<value><r><c>1</c></r><r><c>2</c><c>3</c></r></value>', ['[[4]]', '[]'], ['[4]', '[["x"]]'], '[[1], [2, 3]]'),
            value('`allOf` around one `$ref`', "{allOf: [$PART], description: A part.}", '{"a":"a"}', '<value><a>a</a></value>', ['{"a":"x"}'], ['{"a":1}']),
            value('`allOf` of several objects', "{allOf: [$PART, {type: object, required: [a], properties: {b: {type: integer}}}]}", '{"a":"a","b":1}', '<value><a>a</a><b>1</b></value>',
                    ['{"a":"x"}'], ['{"a":"x","b":"x"}', '{"b":1}']),
            value('`additionalProperties`, a boolean', '{type: object, additionalProperties: false, properties: {a: {type: string}}}', '{"a":"a"}', '<value><a>a</a></value>', ['{"a":"x"}'], ['{"b":1}']),
            value('`required`', '{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}', '{"a":"x","b":"b"}', '<value><a>x</a><b>b</b></value>', ['{"b":"x"}'], ['{"a":"x"}'], '{a: x}'),
            value('`pattern`', '{type: string, pattern: "^a{3}$"}', '"aaa"', '<value>aaa</value>', [], ['"aa"', '"aaaa"']),
            value('`minLength`', '{type: string, minLength: 7}', '"valuexx"', '<value>valuexx</value>', ['"1234567"'], ['"123456"']),
            value('`maxLength`', '{type: string, maxLength: 3}', '"val"', '<value>val</value>', ['"123"'], ['"1234"']),
            value('`minimum`', '{type: integer, minimum: 8}', '8', '<value>8</value>', ['8'], ['7']),
            value('`maximum`', '{type: integer, maximum: -6}', '-6', '<value>-6</value>', ['-6'], ['-5']),
            value('`exclusiveMinimum`', '{type: integer, minimum: 7, exclusiveMinimum: true}', '8', '<value>8</value>', ['8'], ['7']),
            value('`exclusiveMaximum`', '{type: integer, maximum: -7, exclusiveMaximum: true}', '-8', '<value>-8</value>', ['-8'], ['-7']),
            value('`multipleOf`', '{type: integer, minimum: 1, multipleOf: 5}', '5', '<value>5</value>', ['10'], ['11']),
            value('`example`', '{type: string, example: never}', '"shown"', '<value>shown</value>', [], [], 'shown'),
            value('`xml.name`', '{type: string, xml: {name: other}}', '"value"', '<other>value</other>'),
            value('`xml.name` beside `allOf`', "{allOf: [$PART], xml: {name: other}}", '{"a":"a"}', '<other><a>a</a></other>'),
            new SandboxConstruct('`xml.attribute`', things('{type: integer, xml: {attribute: true, name: other}}'), [(get(XML)): '200 <Thing other="1"/>']),
            value('`xml.namespace`, `xml.prefix`', '{type: string, xml: {namespace: "urn:a", prefix: p}}', '"value"', '<p:value xmlns:p="urn:a">value</p:value>'),
            value('`xml.wrapped`', '{type: array, xml: {name: all, wrapped: true}, items: {type: string, xml: {name: one}}}', '["a","b"]', '<all><one>a</one><one>b</one></all>', ['["x"]'], ['"x"'], '[a, b]'),
            value('a list without `xml.wrapped`', '{type: array, xml: {name: all}, items: {type: string, xml: {name: one}}}', '["a","b"]', '<one>a</one><one>b</one>', ['[]'], ['[1]'], '[a, b]'),
            value('a list of objects without `xml.wrapped`', "{type: array, items: $PART}", '[{"a":"x"},{}]', '<value><a>x</a></value><value/>', ['[{}]'], ['[1]'], '[{a: x}, {}]'),
            new SandboxConstruct('`readOnly`', things('{type: object, required: [a, b], properties: {a: {type: string, readOnly: true}, b: {type: string}}}'),
                    [(get(JSON)): '200 {"value":{"a":"a","b":"b"}}', (post('{"value":{"b":"x"}}')): '204 ', (post('{"value":{"a":"x"}}')): '400 The body.value.b is missing.']),
            operation('a parameter of a path', 'get', "responses: {$OK}", ['GET /v1/a?a=1': A, 'GET /v1/a?a=x': '400 The value of a is not valid.'], 'parameters: [{name: a, in: query, schema: {type: integer}}]'),
            operation('a list in the query', 'get', "responses: {$OK}, parameters: [{name: a, in: query, schema: {type: array, items: {type: integer}}}, {name: b, in: query, explode: false, schema: {type: array, items: {type: integer}}}]",
                    ['GET /v1/a?a=1&a=2&b=1,2': A, 'GET /v1/a?a=1&a=x': '400 The value of a is not valid.', 'GET /v1/a?b=1,x': '400 The value of b is not valid.', 'GET /v1/a?a=1,2': '400 The value of a is not valid.']),
            operation('`enum` in the query', 'get', "responses: {$OK}, parameters: [{name: a, in: query, required: true, schema: {type: string, enum: [b]}}]",
                    ['GET /v1/a?a=b': A, 'GET /v1/a?a=c': '400 The value of a is not valid.', 'GET /v1/a': '400 The parameter a is missing.']),
            operation('a parameter in a cookie', 'get', "responses: {$OK}, parameters: [{name: a, in: cookie, required: true, schema: {type: integer}}]",
                    ['GET /v1/a\nCookie: b=x; a=1': A, 'GET /v1/a\nCookie: a=x': '400 The value of a is not valid.', 'GET /v1/a': '400 The parameter a is missing.']),
            operation('a body in JSON', 'post', "responses: {$OK}, requestBody: {required: true, content: {application/json: {schema: $PART}}}",
                    ['POST /v1/a\nContent-Type: application/json\n{"a":"x"}': A, 'POST /v1/a\nContent-Type: application/json\n{"a":1}': '400 The body.a is not a valid value.',
                     'POST /v1/a\nContent-Type: text/plain\nx': '400 The Content-Type is not one of application/json.', 'POST /v1/a': '400 The request has no body.']),
            operation('a body of GET or DELETE', 'delete', "responses: {$OK}, requestBody: {content: {application/json: {schema: $PART}}}",
                    ['DELETE /v1/a': A, 'DELETE /v1/a\nContent-Type: application/json\n{"a":1}': '400 The body.a is not a valid value.']),
            operation('`default` response without a success', 'get', "responses: {default: {description: A part., content: {application/json: {schema: $PART}}}}", ['GET /v1/a': A]),
            operation('`default` response beside a success', 'get', "responses: {$OK}", ['GET /v1/a': A, 'GET /v1/a\nAuthorization: none': '401 description']),
            operation('a response without a body', 'get', "responses: {'204': {description: Nothing.}}", ['GET /v1/a': '204 ']),
            operation('response headers', 'get', "responses: {'204': {description: Nothing., headers: {ETag: {required: true, schema: {type: string, enum: [b]}}, Age: {schema: {type: integer}}, Vary: {required: true, schema: {type: array, items: {type: string}}, example: 'a,b'}}}}",
                    ['GET /v1/a\n?ETag ?Age ?Vary': '204 ETag: b Vary: a,b ']),
            operation('successes with several schemas', 'get', "responses: {'204': {description: Nothing.}, $OK}", ['GET /v1/a': '204 '])
    ]

    /** A value in both formats, as the example gives it if there is one, and values in a request that are accepted or refused. */
    private static SandboxConstruct value(String name, String schema, String json, String xml, List<String> right = [], List<String> wrong = [], String example = null) {
        new SandboxConstruct(name, things(schema, example), [(get(JSON)): "200 {\"value\":$json}" as String, (get(XML)): "200 <Thing>$xml</Thing>" as String] +
                right.collectEntries { [post("{\"value\":$it}"), '204 '] } + wrong.collectEntries { [post("{\"value\":$it}"), '400 The body.value'] })
    }

    private static String get(String accept) {
        "GET /v1/thing\n$accept"
    }

    private static String post(String body) {
        "POST /v1/thing\nContent-Type: application/json\n$body"
    }

    private static String things(String schema, String example = null) {
        def content = "{schema: {\$ref: '#/components/schemas/Thing'}${example == null ? '' : ", example: {value: $example}"}}"
        of("""\
              /thing:
                get: {operationId: getThing, responses: {'200': {description: A thing., content: {application/json: $content, application/xml: {schema: {\$ref: '#/components/schemas/Thing'}}}}}}
                post: {operationId: addThing, requestBody: {content: {application/json: {schema: {\$ref: '#/components/schemas/Thing'}}}}, responses: {'204': {description: Added.}, default: {\$ref: '#/components/responses/Problem'}}}
            """.stripIndent()) + "    Thing: {type: object, properties: {value: $schema}}\n"
    }

    private static SandboxConstruct operation(String name, String method, String keys, Map<String, String> exchanges, String ofPath = '') {
        new SandboxConstruct(name, of("/a:\n  $method: {operationId: it, $keys}\n${ofPath ? "  $ofPath\n" : ''}"), exchanges)
    }

    private static String of(String paths) {
        """\
        openapi: 3.0.3
        info: {title: A document of another project, version: 1.0.0}
        servers: [{url: 'https://api.partnercenter.microsoft.com/v1'}]
        security: [{bearer: []}]
        paths:
        """.stripIndent() + paths.indent(2) + """\
        components:
          securitySchemes: {bearer: {type: http, scheme: bearer}}
          responses:
            Problem: {description: A problem., content: {application/json: {schema: {type: object, properties: {description: {type: string}}}}}}
          schemas:
            Part: {type: object, properties: {a: {type: string}}}
        """.stripIndent()
    }
}
