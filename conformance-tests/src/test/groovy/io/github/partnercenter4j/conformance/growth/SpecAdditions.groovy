package io.github.partnercenter4j.conformance.growth

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.testing.SpecDocument
import io.swagger.v3.core.util.Yaml

/** Adds something to copies of the spec, and says by how many requirements the formula of docs/conformance.md lets the ledgers grow. */
class SpecAdditions {
    private static final String PATH = '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get'
    private static final String SUCCESS = '/components/responses/ProvisioningStatus'
    private static final String QUANTITY = '/components/schemas/QuantityProvisioningStatus/properties'

    /** Schemas of a property, with all keywords that bound a value or are for readers only. */
    static final List<String> FORMS = [
            'type: boolean', 'type: number, format: double', 'type: string, format: date', 'type: string, format: uuid', 'type: string, enum: [a, b]',
            'type: string, minLength: 3, maxLength: 4', 'type: integer, format: int32, maximum: 99', 'type: integer, format: int64, minimum: -5',
            'type: number, minimum: 0, maximum: 99.5',
            'type: string, title: A title, deprecated: true, readOnly: true, externalDocs: {url: "https://example.com"}'
    ]

    /** The additions by name, in the order of the table. */
    static final Map<String, Closure> ALL = [
            property: { ObjectNode document ->
                document.at('/components/schemas/OrderLineItemProvisioningStatus/properties')
                        .set('activationDate', yaml('{type: string, format: date-time, description: When it was activated., xml: {name: activationDate}}'))
            },
            'property of each form': { ObjectNode document -> FORMS.eachWithIndex { String form, int i -> add(document, "added$i", form) } },
            status: { ObjectNode document -> document.at(PATH + '/responses').set('409', yaml('{$ref: "#/components/responses/NotFound"}')) },
            'media type': { ObjectNode document ->
                def content = document.at(SUCCESS + '/content')
                content.set('application/vnd.partnercenter+json', content.get('application/json').deepCopy())
            },
            header: { ObjectNode document ->
                document.at(SUCCESS + '/headers')
                        .set('MS-Region', yaml('{required: true, description: The region of the server., schema: {type: string}, example: west}'))
            },
            parameter: { ObjectNode document ->
                document.at(PATH + '/parameters').add(yaml('{name: X-Feature, in: header, required: false, description: A feature., schema: {type: string}, example: beta}'))
            },
            operation: { ObjectNode document ->
                def path = document.at('/paths').putObject('/customers/{customer_id}/gizmos/{gizmo_id}/state')
                path.set('get', yaml('''
                    operationId: getGizmoState
                    tags: [Gizmos]
                    summary: Get the state of a gizmo
                    description: Gets the state.
                    parameters:
                      - {$ref: '#/components/parameters/customer_id'}
                      - {name: gizmo_id, in: path, required: true, description: The gizmo., schema: {type: string}, example: '7'}
                    responses:
                      '202':
                        description: The state.
                        headers:
                          MS-RequestId: {$ref: '#/components/headers/MS-RequestId'}
                        content:
                          application/json: {schema: {$ref: '#/components/schemas/GizmoState'}}
                          application/xml: {schema: {$ref: '#/components/schemas/GizmoState'}}
                      '400': {$ref: '#/components/responses/BadRequest'}
                      '401': {$ref: '#/components/responses/Unauthorized'}
                    '''.stripIndent()))
                document.at('/components/schemas').set('GizmoState', yaml('''
                    type: object
                    description: The state.
                    required: [state]
                    properties:
                      state: {type: string, description: How it is., xml: {name: state}}
                      seats: {type: integer, format: int32, description: How many., xml: {name: seats}}
                    xml: {name: GizmoState}
                    '''.stripIndent()))
            },
            'operation with a body': { ObjectNode document ->
                document.at('/paths').putObject('/customers/{customer_id}/gizmos').set('post', yaml('''
                    operationId: createGizmo
                    tags: [Bodies]
                    summary: Create a gizmo
                    description: Creates it.
                    parameters:
                      - {$ref: '#/components/parameters/customer_id'}
                    requestBody:
                      required: true
                      description: The gizmo.
                      content:
                        application/json: {schema: {$ref: '#/components/schemas/Gizmo'}}
                    responses:
                      '200':
                        description: The gizmo.
                        content:
                          application/json: {schema: {$ref: '#/components/schemas/Gizmo'}}
                      '400': {$ref: '#/components/responses/BadRequest'}
                      '401': {$ref: '#/components/responses/Unauthorized'}
                    '''.stripIndent()))
                document.at('/components/schemas').set('Gizmo', yaml('''
                    type: object
                    description: A gizmo.
                    properties:
                      code: {type: string, pattern: '^[A-Z]{3}$', description: Its code., xml: {name: code}}
                      colour: {type: string, enum: [red, green], description: Its colour., xml: {name: colour}}
                      made: {type: string, format: date-time, description: When it was made., xml: {name: made}}
                      seats: {type: array, items: {type: integer, format: int32}, description: Its seats., xml: {name: seats, wrapped: true}}
                      state: {type: string, readOnly: true, description: Its state., xml: {name: state}}
                    xml: {name: Gizmo}
                    '''.stripIndent()))
            },
            example: { ObjectNode document ->
                document.at(SUCCESS + '/content/text~1json/examples')
                        .set('empty', yaml('{summary: No line item., value: {totalCount: 0, items: []}}'))
            }
    ]

    /** The growth of each addition when it is the only one. */
    private static final Map<String, Closure<Integer>> GROWTH = [
            property: { JsonNode it ->
                def property = it.at('/components/schemas/OrderLineItemProvisioningStatus/properties/activationDate')
                new GrowthFormula(it).places([Map.entry('activationDate', property)], it.at(SUCCESS + '/content').fieldNames().toList())
            },
            'property of each form': { JsonNode it -> growth(it, FORMS.indices.collect { "added$it" as String }) },
            status: { JsonNode it -> new GrowthFormula(it).response(409, it.at(PATH + '/responses/409')) },
            'media type': { JsonNode it -> new GrowthFormula(it).mediaType('application/vnd.partnercenter+json', it.at(SUCCESS + '/content/application~1vnd.partnercenter+json'), 200) },
            header: { JsonNode it -> new GrowthFormula(it).header('MS-Region', it.at(SUCCESS + '/headers/MS-Region'), 200) },
            parameter: { JsonNode it -> new GrowthFormula(it).parameter(it.at(PATH + '/parameters').last()) },
            operation: { JsonNode it -> new GrowthFormula(it).operation('/paths/~1customers~1{customer_id}~1gizmos~1{gizmo_id}~1state/get') },
            'operation with a body': { JsonNode it -> new GrowthFormula(it).operation('/paths/~1customers~1{customer_id}~1gizmos/post') },
            example: { JsonNode it -> 2 }
    ]

    /** Returns the growth of properties that were added. */
    static int growth(JsonNode document, List<String> properties) {
        new GrowthFormula(document).places(properties.collect { Map.entry(it, document.at("$QUANTITY/$it")) }, document.at(SUCCESS + '/content').fieldNames().toList())
    }

    /** Adds a property with this schema. */
    static void add(ObjectNode document, String name, String form) {
        document.at(QUANTITY).set(name, yaml("{$form, description: A value., xml: {name: $name}}"))
    }

    static int growth(String addition, JsonNode base) {
        GROWTH[addition].call(document([addition], base))
    }

    static JsonNode document(Collection<String> additions, JsonNode base = SpecDocument.CURRENT.tree) {
        ObjectNode document = base.deepCopy()
        additions.each { ALL[it].call(document) }
        document
    }

    static String text(JsonNode document) {
        Yaml.mapper().writeValueAsString(document)
    }

    private static JsonNode yaml(String text) {
        Yaml.mapper().readTree(text)
    }
}
