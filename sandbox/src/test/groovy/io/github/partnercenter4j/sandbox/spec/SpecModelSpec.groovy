package io.github.partnercenter4j.sandbox.spec

import static io.github.partnercenter4j.sandbox.spec.Schema.Bounds.NONE
import static io.github.partnercenter4j.sandbox.spec.Schema.Scalar.Type.BOOLEAN
import static io.github.partnercenter4j.sandbox.spec.Schema.Scalar.Type.INTEGER
import static io.github.partnercenter4j.sandbox.spec.Schema.Scalar.Type.STRING

import io.github.partnercenter4j.sandbox.spec.Operation.Content
import io.github.partnercenter4j.sandbox.spec.Operation.Example
import io.github.partnercenter4j.sandbox.spec.Operation.Header
import io.github.partnercenter4j.sandbox.spec.Operation.Parameter
import io.github.partnercenter4j.sandbox.spec.Operation.Response
import io.github.partnercenter4j.sandbox.spec.Schema.ArraySchema
import io.github.partnercenter4j.sandbox.spec.Schema.Bounds
import io.github.partnercenter4j.sandbox.spec.Schema.ObjectSchema
import io.github.partnercenter4j.sandbox.spec.Schema.Property
import io.github.partnercenter4j.sandbox.spec.Schema.Ref
import io.github.partnercenter4j.sandbox.spec.Schema.Scalar
import spock.lang.Shared

/** How a document is read. */
class SpecModelSpec extends SpecModelSpecification {
    static final NOTES = 'title: A title, deprecated: true, externalDocs: {url: "https://example.com"}'
    static final NOTES_IN_LINES = NOTES.replace(', ', '\n          ')

    @Shared SpecModel small = SpecModel.read(SMALL)
    @Shared SpecModel bundled = SpecModel.bundled()

    def "a schema is read completely"() {
        expect:
        small.schemas() == [Thing: new ObjectSchema('Thing', 'Ding', 'Some.Thing', [
            new Property('name', 'Name', true, false, text("$THING/properties/name"), at('name')),
            new Property('colours', 'colours', false, true, new ArraySchema(
                new Scalar(STRING, null, NONE, ['red', 'green'], at('colours/items')), 'colour', true, at('colours')), at('colours')),
            new Property('count', 'count', false, false, new Scalar(INTEGER, 'int32', NONE, [], at('count')), at('count')),
            new Property('old', 'old', false, false, new Scalar(BOOLEAN, null, NONE, [], at('old')), at('old')),
            new Property('parts', 'parts', false, false,
                new ArraySchema(new Ref('Thing', at('parts/items')), 'Ding', false, at('parts')), at('parts')),
            new Property('whole', 'Whole', false, false, new Ref('Thing', at('whole/allOf/0')), at('whole')),
        ], true, THING)]
    }

    def "an operation is read completely"() {
        given:
        def id = new Parameter('thing_id', 'path', true, new Scalar(STRING, null, new Bounds(1, null, null, null), [], '/components/parameters/thing_id/schema'), null, '/components/parameters/thing_id')
        def example = new Example([name: 'x', colours: ['red'], count: 1, old: true], '/components/examples/One')

        expect:
        small.operations() == [
            new Operation('getThing', 'GET', '/things/{thing_id}', true,
                [id, new Parameter('X-Depth', 'header', false, new Scalar(INTEGER, 'int64', NONE, [], GET + '/parameters/1/schema'), null, GET + '/parameters/1')],
                null,
                [
                    new Response(200,
                        [new Header('MS-RequestId', true, new Scalar(STRING, 'uuid', NONE, [], '/components/headers/MS-RequestId/schema'), 'd0e38dfd-a2c5-4a14-ac06-12d30f0ec54e', '/components/headers/MS-RequestId')],
                        [
                            'text/json': new Content(new Ref('Thing', content('text~1json/schema')), [one: example], content('text~1json')),
                            'text/xml': new Content(new Ref('Thing', content('text~1xml/schema')), [one: new Example('<Ding/>', content('text~1xml/examples/one'))], content('text~1xml')),
                        ],
                        GET + '/responses/200'),
                    new Response(404, [], [:], GET + '/responses/404'),
                ],
                null,
                GET),
            new Operation('dropThing', 'DELETE', '/things/{thing_id}', false, [id], null,
                [new Response(204, [], [:], '/paths/~1things~1{thing_id}/delete/responses/204')], null,
                '/paths/~1things~1{thing_id}/delete'),
        ]
    }

    def "the base path contains the default values of the server variables"() {
        expect:
        small.basePath() == '/root/v7'
        bundled.basePath() == '/v1'
    }

    def "an object that contains itself has its places once"() {
        expect:
        small.places(small.schemas().Thing)*.path() == ['name', 'colours', 'count', 'old', 'parts', 'whole']
    }

    def "the collection and the fault have the places of the documentation, in its order"() {
        given:
        // A property that is added to the spec must not break this test.
        def known = { int status, List<String> documented ->
            def schema = bundled.operation('getProvisioningStatus').response(status).contents()['text/xml'].schema()
            bundled.places(schema)*.path().findAll { it in documented } == documented
        }

        expect:
        known(200, [
            'totalCount', 'items', 'items[].orderLineItemId', 'items[].lineItemNumber', 'items[].status',
            'items[].quantityProvisioningInformation', 'items[].quantityProvisioningInformation[].quantity',
            'items[].quantityProvisioningInformation[].status', 'links',
            *['self', 'next', 'previous'].collectMany { ['', '.uri', '.method', '.headers', '.headers[].key', '.headers[].value', '.body'].collect { end -> "links.$it$end" as String } },
            'attributes', 'attributes.etag', 'attributes.objectType',
        ])
        known(404, ['code', 'description', 'data', 'source'])
    }

    def "the bundled document has its operation, statuses, media types and headers"() {
        given:
        def operation = SpecModel.bundled().operation('getProvisioningStatus')

        expect:
        bundled.operations().contains(operation)
        operation.method() == 'GET'
        operation.secured()
        operation.path() == '/customers/{customer_id}/orders/{order_id}/provisioningstatus'
        operation.parameters().findAll { it.required() }*.name() == ['customer_id', 'order_id']
        operation.responses()*.status().containsAll([200, 400, 401, 403, 404, 429, 500])
        operation.responses().every { it.contents().keySet() as List == ['application/json', 'text/json', 'application/xml', 'text/xml'] }
        operation.response(200).headers().findAll { it.required() }*.name() == ['MS-RequestId', 'MS-CorrelationId']
        operation.response(429).headers().findAll { it.required() }*.name().toSet() == ['MS-RequestId', 'MS-CorrelationId', 'Retry-After'].toSet()
    }

    def "keywords without an effect on responses are ignored: '#construct'"(String place, String construct) {
        when:
        def annotated = SpecModel.read(SMALL.replace(place, construct))

        then:
        annotated.source() != SMALL
        [annotated.operations(), annotated.schemas()] == [small.operations(), small.schemas()]

        where:
        place                                    | construct
        'old: {type: boolean}'                   | "old: {type: boolean, $NOTES}"
        'name: {type: string,'                   | "name: {type: string, $NOTES,"
        'count: {type: integer,'                 | "count: {type: integer, $NOTES,"
        'items: {type: string,'                  | "items: {type: string, $NOTES,"
        '          nullable: true\n'             | "          nullable: true\n          $NOTES_IN_LINES\n"
        'description: What it is a part of.'     | "description: What it is a part of.\n          $NOTES_IN_LINES"
        'x-dotnet-type: Some.Thing'              | "x-dotnet-type: Some.Thing\n      ${NOTES_IN_LINES.replace('\n    ', '\n')}"
        'operationId: dropThing'                 | 'operationId: dropThing\n      deprecated: true'
        '{name: thing_id,'                       | '{deprecated: true, name: thing_id,'
        'schema: {type: string, minLength: 1}'   | "schema: {type: string, minLength: 1, $NOTES}"
        'MS-RequestId: {required: true,'         | 'MS-RequestId: {deprecated: true, required: true,'
        'schema: {type: string, format: uuid}'   | "schema: {type: string, format: uuid, $NOTES}"
    }

    def "a property that only the service sets may be missing in a request: #construct"() {
        given:
        def model = SpecModel.read(SMALL.replace('old: {type: boolean}', construct) + '    Flag: {type: boolean, readOnly: true}\n')

        expect:
        model.schemas().Thing.properties().findAll { it.readOnly() }*.name() == readOnly

        where:
        construct                                               || readOnly
        'old: {type: boolean}'                                  || []
        'old: {type: boolean, readOnly: true}'                  || ['old']
        "old: {allOf: [{\$ref: '#/components/schemas/Flag'}]}"   || ['old']
    }

    def "a value has the bounds of the document: '#declared'"() {
        given:
        def model = SpecModel.read(SMALL.replace('old: {type: boolean}', "old: {$declared}").replace(', old: true', ''))

        expect:
        model.schemas().Thing.properties().find { it.name() == 'old' }.schema().bounds() == bounds

        where:
        declared                                                                        || bounds
        'type: boolean'                                                                 || NONE
        'type: string, minLength: 2'                                                    || new Bounds(2, null, null, null)
        'type: string, minLength: 0, maxLength: 7'                                      || new Bounds(0, 7, null, null)
        'type: integer, minimum: -1, maximum: 2147483647'                               || new Bounds(0, null, -1G, 2147483647G)
        'type: integer, format: int32, minimum: 3, maximum: 3'                          || new Bounds(0, null, 3G, 3G)
        'type: integer, format: int32, maximum: 1e2'                                    || new Bounds(0, null, null, 100G)
        'type: integer, format: int64, minimum: -9223372036854775808'                   || new Bounds(0, null, -9223372036854775808G, null)
        'type: number, minimum: -0.5, maximum: 99.95'                                   || new Bounds(0, null, -0.5G, 99.95G)
        'type: number, minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: true' || new Bounds(0, null, 0G, 1G, true, true, null, null)
        'type: integer, multipleOf: 5, maximum: 12'                                     || new Bounds(0, null, null, 12G, false, false, 5G, null)
        'type: string, pattern: "^[a-z]+$", maxLength: 9'                                || new Bounds(0, 9, null, null, false, false, null, '^[a-z]+$')
        'type: number, format: double, maximum: 12345678901234567890'                   || new Bounds(0, null, null, 12345678901234567890G)
    }

    def "the parts of allOf are one object, also if two of them have the same part"() {
        given:
        def model = SpecModel.read('''\
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths: {}
            components:
              schemas:
                Base: {type: object, x-dotnet-type: A.Base, properties: {id: {type: string}}}
                One: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, required: [id], properties: {a: {type: string}}}]}
                Two: {allOf: [{$ref: '#/components/schemas/Base'}], properties: {b: {type: string}}}
                Both: {allOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}], required: [b], additionalProperties: false, xml: {name: both}}
            '''.stripIndent())
        def both = model.schemas().Both

        expect:
        [both.name(), both.xmlName(), both.dotnetType(), both.closed()] == ['Both', 'both', 'A.Base', true]
        both.properties().collectEntries { [it.name(), it.required()] } == [id: true, a: false, b: true]
        both.properties()[0].pointer() == '/components/schemas/Base/properties/id'
    }

    def "a parameter of an operation replaces the one of its path with the same name and place, and a document needs no server"() {
        given:
        def model = SpecModel.read('''\
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /a:
                parameters: [{name: x, in: query, schema: {type: string}}, {name: y, in: query, schema: {type: string}}, {name: x, in: header, schema: {type: string}}]
                get:
                  operationId: a
                  parameters: [{name: x, in: query, schema: {type: integer}}]
                  responses: {default: {description: d.}}
            '''.stripIndent())

        expect:
        model.operation('a').parameters().collect { [it.in(), it.name(), it.schema().type()] } == [['query', 'x', INTEGER], ['query', 'y', STRING], ['header', 'x', STRING]]
        model.operation('a').responseOrDefault(500).get().status() == 0
        model.basePath() == ''
    }

    def "the base path ends without a slash"() {
        expect:
        SpecModel.read(SMALL.replace('root/v{version}', 'root/v{version}/')).basePath() == '/root/v7'
    }

    private static Scalar text(String pointer) {
        new Scalar(STRING, null, NONE, [], pointer)
    }
}
