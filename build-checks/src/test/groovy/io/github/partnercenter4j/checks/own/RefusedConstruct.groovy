package io.github.partnercenter4j.checks.own

/**
 * A construct that is refused before anything is generated.
 *
 * @param name the row of the table in docs/conformance.md
 * @param document the document
 * @param line what is said, with the JSON pointer
 */
record RefusedConstruct(String name, String document, String line) {
    private static final String VALUE = '#/components/schemas/Thing/properties/value'
    private static final String ALTERNATIVES = 'is not supported. Use one object with all properties, and require none that only one alternative has.'
    private static final String OK = "'200': {description: A thing., content: {application/json: {schema: {\$ref: '#/components/schemas/Part'}}}}"
    private static final String PART = "{\$ref: '#/components/schemas/Part'}"

    static final List<RefusedConstruct> ALL = [
            new RefusedConstruct('a `$ref` to another document', OwnDocument.of(Thing: "{\$ref: 'other.yaml#/Part'}"), VALUE + '/$ref: refers to another document: other.yaml#/Part. Copy what it refers to into this document.'),
            schema('`oneOf`', '{oneOf: [{type: string}, {type: integer}]}', "/oneOf: $ALTERNATIVES"),
            schema('`anyOf`', '{anyOf: [{type: string}, {type: integer}]}', "/anyOf: $ALTERNATIVES"),
            schema('`not`', '{type: string, not: {enum: [a]}}', '/not: is not supported. Describe in words what is not allowed.'),
            schema('`discriminator`', '{type: object, properties: {kind: {type: string}}, discriminator: {propertyName: kind}}', "/discriminator: $ALTERNATIVES"),
            schema('`additionalProperties` beside `properties`', '{type: object, properties: {a: {type: string}}, additionalProperties: {type: string}}',
                    '/additionalProperties: is a map beside named properties. Use a map alone, or named properties alone.'),
            schema('`xml.attribute` of a list or an object', '{type: array, xml: {attribute: true}, items: {type: string}}', '/xml/attribute: is true for a list or an object. Use an element.'),
            schema('`xml.wrapped` of something else', '{type: string, xml: {wrapped: true}}', '/xml/wrapped: is true for something that is not a list. Remove it.'),
            schema('a list in a list without `xml.wrapped`', '{type: array, items: {type: array, items: {type: string}}}', '/items: is a list within a list, without a wrapper. Add xml with wrapped: true to it.'),
            schema('two properties of one name in XML', '{type: object, properties: {a: {type: string}, b: {type: string, xml: {name: A}}}}',
                    '/properties/b: has the element A in XML, as a has. Give each an xml.name of its own.'),
            new RefusedConstruct('a `$ref` to a schema of another name in XML', OwnDocument.of(Thing: "{\$ref: '#/components/schemas/Named'}") +
                    '    Named: {type: object, xml: {name: other}, properties: {a: {type: string}}}\n',
                    "$VALUE: has two names in XML: value and other. Put the reference into allOf, and xml with a name beside it."),
            operation('a map in a response with XML only', 'get', "responses: {'200': {description: A., content: {application/xml: {schema: {type: object, properties: {b: {type: object, additionalProperties: {type: string}}}}}}}}",
                    '/get/responses/200/content/application~1xml/schema/properties/b: has no named properties, and no JSON. Name the properties, or add JSON to the response.'),
            operation('a path of its own `servers`', 'get', "responses: {$OK}, servers: [{url: 'https://a.example'}]", '/get/servers: are servers of one path. Name the servers at the root: a client has one base URL.'),
            operation('a parameter in a cookie', 'get', "responses: {$OK}, parameters: [{name: a, in: cookie, schema: {type: string}}]", '/get/parameters/0: is in the cookie. Use path, query or header: the client sends no other parameters.'),
            operation('another `style`', 'get', "responses: {$OK}, parameters: [{name: a, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}]", '/get/parameters/0/style: is pipeDelimited. Use form, or leave it out.'),
            operation('a parameter with `content`', 'get', "responses: {$OK}, parameters: [{name: a, in: query, content: {application/json: {schema: {type: string}}}}]", '/get/parameters/0/content: is a parameter in a media type. Use schema.'),
            operation('`allowReserved`', 'get', "responses: {$OK}, parameters: [{name: a, in: query, allowReserved: true, schema: {type: string}}]", '/get/parameters/0/allowReserved: is true. Remove it: reserved characters are always encoded.'),
            operation('an object as a parameter', 'get', "responses: {$OK}, parameters: [{name: a, in: query, schema: $PART}]", '/get/parameters/0/schema: is neither a simple value nor a list of such. Use one parameter for each value.'),
            operation('a body without JSON', 'post', "responses: {$OK}, requestBody: {content: {application/x-www-form-urlencoded: {schema: $PART}}}", '/post/requestBody: has no application/json. Add it: the client sends bodies in JSON only.'),
            operation('a body of GET or DELETE', 'delete', "responses: {$OK}, requestBody: {content: {application/json: {schema: $PART}}}", '/delete/requestBody: is the body of a DELETE. Use parameters, or another method.'),
            operation('HEAD and TRACE', 'head', "responses: {$OK}", '/head: is HEAD. Use another method, or remove the operation.'),
            operation('no success', 'get', "responses: {'404': {description: None.}}", '/get/responses: has no success. Add a response from 200 to 299, or default.'),
            operation('successes with several schemas', 'get', "responses: {$OK, '204': {description: None.}}", '/get/responses/204: has another body than 200. Give all successes the same: a method returns one type.'),
            operation('media types with several schemas', 'get', "responses: {'200': {description: A., content: {application/json: {schema: $PART}, application/xml: {schema: {type: object, properties: {b: {type: string}}}}}}}",
                    '/get/responses/200/content: has several schemas. Use one for all media types: a method returns one type.'),
            operation('a success in neither JSON nor XML', 'get', "responses: {'200': {description: A., content: {application/pdf: {schema: {type: string}}}}}",
                    '/get/responses/200/content: is application/pdf. Add JSON or XML: the client reads nothing else.'),
            new RefusedConstruct('OpenAPI 3.1', OwnDocument.withOperation('/a', 'get', "operationId: getIt, responses: {$OK}", '3.1.0'), '#/openapi: is 3.1.0. Write the document in OpenAPI 3.0.3.')
    ]

    private static RefusedConstruct schema(String name, String schema, String line) {
        new RefusedConstruct(name, OwnDocument.of(Thing: schema), VALUE + line)
    }

    private static RefusedConstruct operation(String name, String method, String operation, String line) {
        new RefusedConstruct(name, OwnDocument.withOperation('/a', method, 'operationId: getIt, ' + operation), '#/paths/~1a' + line)
    }
}
