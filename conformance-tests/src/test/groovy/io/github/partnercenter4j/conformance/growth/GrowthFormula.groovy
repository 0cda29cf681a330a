package io.github.partnercenter4j.conformance.growth

import com.fasterxml.jackson.databind.JsonNode
import io.github.partnercenter4j.conformance.model.Applicability

/** Counts the requirements of a part of the spec by the formula of docs/conformance.md, directly from the YAML. */
class GrowthFormula {
    private static final List<Map<String, String>> NUMBERS = Applicability.table('How many that is').findAll { it['server, JSON'] }
    private static final List<String> OF_RFC_9110 = ['Date', 'Retry-After']
    private static final List<String> NAMED = ['MS-RequestId', 'MS-CorrelationId', 'Retry-After']
    private static final List<String> CARRIED = ['code', 'description', 'data', 'source']

    private final JsonNode document

    GrowthFormula(JsonNode document) {
        this.document = document
    }

    int operation(String pointer) {
        def operation = document.at(pointer)
        def security = operation.has('security') ? operation.path('security') : document.path('security')
        2 + (security.size() > 0 ? 3 : 0) + sum(operation.path('parameters').toList()) { parameter(it) } +
                (operation.has('requestBody') ? body(resolved(operation.path('requestBody')), operation.path('responses').has('400')) : 0) +
                sum(operation.path('responses').properties()) { response(it.key as int, it.value) }
    }

    private static int body(JsonNode body, boolean refusable) {
        boolean required = body.path('required').asBoolean()
        2 + (required ? 0 : 2) + (refusable ? (required ? 2 : 1) : 0)
    }

    int parameter(JsonNode declared) {
        def parameter = resolved(declared)
        boolean header = parameter.path('in').asText() == 'header'
        boolean alwaysThere = parameter.path('in').asText() != 'path' && parameter.path('required').asBoolean()
        (alwaysThere ? 2 : 4) + (header && hasFormat(parameter) ? 1 : 0)
    }

    int response(int status, JsonNode declared) {
        def response = resolved(declared)
        2 + sum(response.path('headers').properties()) { header(it.key, it.value, status) } +
                sum(response.path('content').properties()) { mediaType(it.key, it.value, status) }
    }

    int header(String name, JsonNode declared, int status) {
        def header = resolved(declared)
        2 + (header.path('required').asBoolean() ? 1 : 0) + (hasFormat(header) || name in OF_RFC_9110 ? 1 : 0) + (status >= 400 && name in NAMED ? 1 : 0)
    }

    int mediaType(String name, JsonNode content, int status) {
        def properties = propertiesOf(resolved(content.path('schema')))
        def (client, server) = properties.split { status < 400 || it.key in CARRIED }
        3 + 2 * content.path('examples').size() + places(client, [name]) + places(server, [name], ['server'])
    }

    /** Counts the requirements of properties and of the properties below them, in each media type. */
    int places(Collection<Map.Entry<String, JsonNode>> properties, Collection<String> mediaTypes, List<String> sides = ['server', 'client']) {
        sum(forms(properties)) { form ->
            def row = NUMBERS.find { it['a place that is'] == name(form) }
            sum([sides, mediaTypes].combinations()) { side, type ->
                row["$side, ${type.endsWith('json') ? 'JSON' : 'XML'}" as String].toInteger() + (side == 'server' ? bounds(form) : 0) + (form.has('enum') ? 1 : 0)
            }
        }
    }

    private List<JsonNode> forms(Collection<Map.Entry<String, JsonNode>> properties) {
        properties.collectMany { property ->
            def form = resolved(property.value)
            JsonNode inner = form.path('type').asText() == 'array' ? resolved(form.path('items')) : form
            [form] + forms(propertiesOf(inner))
        }
    }

    private JsonNode resolved(JsonNode declared) {
        // A reference with its own description is written as an allOf.
        def reference = declared.has('allOf') ? declared.path('allOf').path(0) : declared
        reference.has('$ref') ? document.at(reference.path('$ref').asText().substring(1)) : declared
    }

    private boolean hasFormat(JsonNode declared) {
        def schema = resolved(declared.path('schema'))
        schema.path('type').asText() != 'string' || schema.has('format') || schema.has('enum')
    }

    private static List<Map.Entry<String, JsonNode>> propertiesOf(JsonNode schema) {
        schema.path('properties').properties().toList()
    }

    /** A bound of an integer replaces the bound of its format. */
    private static int bounds(JsonNode form) {
        form.path('type').asText() == 'integer' ? 0 : ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'multipleOf'].count { form.has(it) }
    }

    private static String name(JsonNode form) {
        def type = form.path('type').asText()
        def format = form.path('format').asText()
        // A number of any format has the same wrong types and no bound of its format.
        format && type != 'number' ? (format.startsWith('int') ? 'an ' : 'a ') + format
                : [string: 'a string', number: 'a number', boolean: 'a boolean', array: 'a list', object: 'an object'][type]
    }

    private static int sum(Collection<?> all, Closure<Integer> each) {
        all.collect(each).sum(0) as int
    }
}
