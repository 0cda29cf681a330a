package io.github.partnercenter4j.checks.own

/**
 * A construct of a schema, and how the client reads what it describes.
 *
 * @param name the row of the table in docs/conformance.md
 * @param schema the schema, in the flow style of YAML
 * @param json the value in JSON. That of an ignored construct breaks the rule
 * @param xml what stands in the element of the object, or null if the client refuses the value in XML
 * @param attributes the attributes of the element of the object
 * @param read the value as text
 */
record ReadConstruct(String name, String schema, String json, String xml, String read, String attributes = '') {
    private static final String TEXT = '<value>x</value>'

    static final List<ReadConstruct> SUPPORTED = [
            new ReadConstruct('`enum`', '{type: string, enum: [gold]}', '"silver"', '<value>silver</value>', 'silver'),
            new ReadConstruct('`format`', '{type: string, format: date-time}', '"2026-11-21T12:00:00+01:00"', '<value>2026-11-21T12:00:00+01:00</value>', '2026-11-21T12:00+01:00'),
            new ReadConstruct('`nullable`', '{type: string, nullable: true}', 'null', '<value xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>', 'null'),
            new ReadConstruct('`deprecated`', '{type: string, deprecated: true}', '"x"', TEXT, 'x'),
            new ReadConstruct('`uniqueItems`', '{type: array, uniqueItems: true, xml: {wrapped: true}, items: {type: string}}', '["b","b"]', '<value><v>b</v><v>b</v></value>', '[b]'),
            new ReadConstruct('an object in place', '{type: object, properties: {b: {type: integer}}}', '{"b":2}', '<value><b>2</b></value>', '%s[b=2]'),
            new ReadConstruct('an object without properties', '{type: object}', '{"b":[2]}', null, '{b=[2]}'),
            new ReadConstruct('a list in a list', '{type: array, xml: {wrapped: true}, items: {type: array, xml: {wrapped: true}, items: {type: integer}}}', '[[1],[2,3]]',
                    '<value><r><c>1</c></r><r><c>2</c><c>3</c></r></value>', '[[1], [2, 3]]'),
            new ReadConstruct('`allOf` around one `$ref`', "{allOf: [{\$ref: '#/components/schemas/Part'}], description: A part.}", '{"a":"x"}', '<value><a>x</a></value>', 'Part[a=x]'),
            new ReadConstruct('`allOf` of several objects', "{allOf: [{\$ref: '#/components/schemas/Part'}, {type: object, properties: {b: {type: integer}}}]}", '{"a":"x","b":2}',
                    '<value><a>x</a><b>2</b></value>', '%s[a=x, b=2]'),
            new ReadConstruct('`additionalProperties`, a map', '{type: object, additionalProperties: {type: integer}}', '{"b":2,"a":1}', null, '{b=2, a=1}'),
            new ReadConstruct('`xml.name`', '{type: string, xml: {name: other}}', '"x"', '<other>x</other>', 'x'),
            new ReadConstruct('`xml.name` beside `allOf`', "{allOf: [{\$ref: '#/components/schemas/Part'}], xml: {name: other}}", '{"a":"x"}', '<other><a>x</a></other>', 'Part[a=x]'),
            new ReadConstruct('`xml.attribute`', '{type: integer, xml: {attribute: true, name: other}}', '7', '', '7', 'other=" 7 "'),
            new ReadConstruct('`xml.namespace`, `xml.prefix`', '{type: string, xml: {namespace: "urn:a", prefix: p}}', '"x"', '<q:value xmlns:q="urn:a">x</q:value>', 'x'),
            new ReadConstruct('`xml.wrapped`', '{type: array, xml: {name: all, wrapped: true}, items: {type: string, xml: {name: one}}}', '["a","b"]', '<all><one>a</one><one>b</one></all>', '[a, b]'),
            new ReadConstruct('a list without `xml.wrapped`', '{type: array, xml: {name: all, wrapped: false}, items: {type: string, xml: {name: one}}}', '["a","b"]', '<one>a</one><one>b</one>', '[a, b]'),
            new ReadConstruct('a list of objects without `xml.wrapped`', "{type: array, items: {\$ref: '#/components/schemas/Part'}}", '[{"a":"x"},{}]', '<value><a>x</a></value><value/>', '[Part[a=x], Part[a=null]]')
    ]

    static final List<ReadConstruct> IGNORED = [
            text('`pattern`', 'pattern: "^[0-9]+$"'), text('`minLength`', 'minLength: 2'), new ReadConstruct('`maxLength`', '{type: string, maxLength: 1}', '"xx"', '<value>xx</value>', 'xx'), number('`minimum`', 'minimum: 8'),
            number('`maximum`', 'maximum: 6'), number('`exclusiveMinimum`', 'minimum: 7, exclusiveMinimum: true'), number('`exclusiveMaximum`', 'maximum: 7, exclusiveMaximum: true'),
            number('`multipleOf`', 'multipleOf: 2'), list('`minItems`', 'minItems: 3'), list('`maxItems`', 'maxItems: 1'), text('`default`', 'default: y'), text('`example`', 'example: y'),
            text('`readOnly`', 'readOnly: true'), text('`writeOnly`', 'writeOnly: true'), text('`externalDocs`', 'externalDocs: {url: "https://a.example"}'),
            new ReadConstruct('`required`', '{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}', '{"a":"x"}', '<value><a>x</a></value>', '%s[a=x, b=null]'),
            new ReadConstruct('`additionalProperties`, a boolean', '{type: object, additionalProperties: false, properties: {a: {type: string}}}', '{"a":"x","b":1}', '<value><a>x</a><b>1</b></value>', '%s[a=x]')
    ]

    private static ReadConstruct text(String name, String keys) {
        new ReadConstruct(name, "{type: string, $keys}", '"x"', TEXT, 'x')
    }

    private static ReadConstruct number(String name, String keys) {
        new ReadConstruct(name, "{type: integer, $keys}", '7', '<value>7</value>', '7')
    }

    private static ReadConstruct list(String name, String keys) {
        new ReadConstruct(name, "{type: array, $keys, xml: {wrapped: true}, items: {type: string}}", '["a","b"]', '<value><v>a</v><v>b</v></value>', '[a, b]')
    }
}
