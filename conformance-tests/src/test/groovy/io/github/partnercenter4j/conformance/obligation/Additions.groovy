package io.github.partnercenter4j.conformance.obligation

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import io.github.partnercenter4j.conformance.SpecDocument
import io.swagger.v3.core.util.Yaml
import java.nio.file.Files

/** Copies of the document to which something was added, and by how much the formula of docs/conformance.md lets them grow. */
class Additions {
    private static final String PATH = '/paths/~1customers~1{customer_id}~1orders~1{order_id}~1provisioningstatus/get'
    private static final List<Map<String, String>> NUMBERS = Applicability.table(Files.readString(Applicability.DOCUMENT), 'How many that is').findAll { it['server, JSON'] }

    /** What is added by its name, in the order of the table. */
    static final Map<String, Closure> ALL = [
            property: { ObjectNode document ->
                document.at('/components/schemas/OrderLineItemProvisioningStatus/properties')
                        .set('activationDate', yaml('{type: string, format: date-time, description: When it was activated., xml: {name: activationDate}}'))
            },
            status: { ObjectNode document -> document.at(PATH + '/responses').set('409', yaml('{$ref: "#/components/responses/NotFound"}')) },
            'media type': { ObjectNode document ->
                def content = document.at('/components/responses/ProvisioningStatus/content')
                content.set('application/vnd.partnercenter+json', content.get('application/json').deepCopy())
            },
            header: { ObjectNode document ->
                document.at('/components/responses/ProvisioningStatus/headers')
                        .set('MS-Region', yaml('{required: true, description: The region that answered., schema: {type: string}, example: west}'))
            },
            parameter: { ObjectNode document ->
                document.at(PATH + '/parameters').add(yaml('{name: X-Feature, in: header, required: false, description: A feature., schema: {type: string}, example: beta}'))
            },
            operation: { ObjectNode document ->
                def path = document.at('/paths').putObject('/customers/{customer_id}/subscriptions/{subscription_id}/state')
                path.set('get', yaml('''
                    operationId: getSubscriptionState
                    tags: [Subscriptions]
                    summary: Get the state of a subscription
                    description: Gets it.
                    parameters:
                      - {$ref: '#/components/parameters/customer_id'}
                      - {name: subscription_id, in: path, required: true, description: The subscription., schema: {type: string}, example: '7'}
                    responses:
                      '202':
                        description: It is there.
                        headers:
                          MS-RequestId: {$ref: '#/components/headers/MS-RequestId'}
                        content:
                          application/json: {schema: {$ref: '#/components/schemas/SubscriptionState'}}
                          application/xml: {schema: {$ref: '#/components/schemas/SubscriptionState'}}
                      '400': {$ref: '#/components/responses/BadRequest'}
                      '401': {$ref: '#/components/responses/Unauthorized'}
                    '''.stripIndent()))
                document.at('/components/schemas').set('SubscriptionState', yaml('''
                    type: object
                    description: The state.
                    required: [state]
                    properties:
                      state: {type: string, description: How it is., xml: {name: state}}
                      seats: {type: integer, format: int32, description: How many., xml: {name: seats}}
                    xml: {name: SubscriptionState}
                    '''.stripIndent()))
            },
            example: { ObjectNode document ->
                document.at('/components/responses/ProvisioningStatus/content/text~1json/examples')
                        .set('empty', yaml('{summary: No line item., value: {totalCount: 0, items: []}}'))
            }
    ]

    /** How many obligations each adds when it is added alone. */
    static Map<String, Integer> getGrowth() {
        int headers = 7 * 2 + 2 + 3 + 2
        int error = 2 + headers + 4 * 2 + ofFault(4) + 4 * 2
        [
                property: places(['a date-time': 1], 2, 2),
                status: error,
                'media type': 2 + places(forms(schema('OrderLineItemProvisioningStatusCollection')), 1, 0) + 2 * 2,
                header: 2 + 1,
                parameter: 4,
                // Secured; two of the path, one of them with a format; 202 with a header and two media types; 400 and 401.
                operation: 2 + 3 + 4 + 4 + (2 + (2 + 1 + 1) + 2 * 2 + places(['a string': 1, 'an int32': 1], 1, 1)) + 2 * error,
                example: 2
        ]
    }

    private static int ofFault(int mediaTypes) {
        // What a schema of errors has besides these, an exception does not carry.
        def (carried, others) = schema('Fault').split { it.key in ['code', 'description', 'data', 'source'] }
        int each = mediaTypes.intdiv(2)
        places(forms(carried), each, each) + places(forms(others), each, each, ['server'])
    }

    /** How many places of each form there are at properties and within them, by the YAML as it stands. */
    private static Map<String, Integer> forms(Collection<Map.Entry<String, JsonNode>> properties) {
        formsWithin(properties).countBy { it }
    }

    private static List<String> formsWithin(Collection<Map.Entry<String, JsonNode>> properties) {
        properties.collectMany { property ->
            def form = resolved(property.value)
            JsonNode inner = form.path('type').asText() == 'array' ? resolved(form.path('items')) : form
            [name(form)] + formsWithin(propertiesOf(inner))
        }
    }

    private static List<Map.Entry<String, JsonNode>> schema(String name) {
        propertiesOf(SpecDocument.CURRENT.tree.at("/components/schemas/$name"))
    }

    private static List<Map.Entry<String, JsonNode>> propertiesOf(JsonNode schema) {
        schema.path('properties').fields().toList()
    }

    private static JsonNode resolved(JsonNode schema) {
        // A reference that has a description of its own stands in an allOf.
        def reference = schema.has('allOf') ? schema.path('allOf').path(0) : schema
        reference.has('$ref') ? SpecDocument.CURRENT.tree.at(reference.path('$ref').asText().substring(1)) : schema
    }

    private static String name(JsonNode form) {
        def type = form.path('type').asText()
        def format = form.path('format').asText()
        format ? (format.startsWith('int') ? 'an ' : 'a ') + format : [string: 'a string', boolean: 'a boolean', array: 'a list', object: 'an object'][type]
    }

    private static int places(Map<String, Integer> forms, int jsonTypes, int xmlTypes, List<String> sides = ['server', 'client']) {
        forms.collect { form, count ->
            def row = NUMBERS.find { it['a place that is'] == form }
            count * (sides.sum { jsonTypes * row["$it, JSON" as String].toInteger() + xmlTypes * row["$it, XML" as String].toInteger() } as int)
        }.sum(0) as int
    }

    static JsonNode document(Collection<String> additions) {
        ObjectNode document = SpecDocument.CURRENT.tree.deepCopy()
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
