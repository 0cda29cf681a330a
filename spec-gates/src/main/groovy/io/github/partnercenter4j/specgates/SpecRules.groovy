package io.github.partnercenter4j.specgates

import com.fasterxml.jackson.databind.JsonNode
import java.util.function.Predicate
import java.util.regex.Pattern
import javax.lang.model.SourceVersion

/** The rules of this project for the spec. CONTRIBUTING.md explains them. */
class SpecRules {
    static final List<String> STATUSES = ['400', '401', '403', '404', '429', '500']
    static final List<String> MEDIA_TYPES = ['application/json', 'text/json', 'application/xml', 'text/xml']
    static final List<String> TRACING = ['MS-RequestId', 'MS-CorrelationId', 'MS-CV', 'MS-ServerId', 'Request-Context', 'Date', 'isMfaCompliant']
    /** What has a meaning in Javadoc, in a Java string or in a comment. */
    private static final String NOT_IN_JAVADOC = /(?s).*["\\<>@{}].*|.*\*\/.*/

    /** The places that become Javadoc, or that readers of the spec look up. */
    private static final Predicate<String> DESCRIBED = Pattern.compile(
            '/info|/servers/\\d+|/tags/\\d+|/components/(parameters|headers|responses|schemas|securitySchemes)/[^/]+|' +
                    '/components/schemas/[^/]+/properties/[^/]+|/paths/[^/]+/(' + SpecTree.METHODS.join('|') + ')|' +
                    '/paths/[^/]+/[a-z]+/(parameters|responses)/[^/]+|/components/responses/[^/]+/headers/[^/]+').asMatchPredicate()

    private static final Predicate<String> SCHEMA = Pattern.compile(
            '/components/schemas/[^/]+(/properties/[^/]+)?(/items)?|/components/(parameters|headers)/[^/]+/schema|' +
                    '/(paths|components/responses)/.*/(parameters|headers|content)/[^/]+/schema').asMatchPredicate()

    static final List<Gate> ALL = [
            new Gate('every array is wrapped in XML and its items are named', { SpecTree it ->
                schemas(it).findAll { pointer, node -> node.path('type').asText() == 'array' }.collectMany { pointer, node ->
                    (node.at('/xml/wrapped').asBoolean() ? [] : [new Objection(pointer, 'is a list without xml.wrapped', 'Add wrapped: true to its xml.')]) +
                            (it.resolved(node.path('items')).at('/xml/name').missingNode ?
                                    [new Objection("$pointer/items", 'has no xml.name', 'Add xml with a name: the element of each item.')] : [])
                }
            }),
            new Gate('every schema and property has its name in XML, and no two of an object share one', { SpecTree it ->
                named(it).findAll { pointer, node -> node.at('/xml/name').missingNode }.collect { pointer, node ->
                    new Objection(pointer, 'has no xml.name', 'Add xml with a name, as a rule the name in JSON.')
                } + it.schemas.collectMany { name, schema ->
                    schema.path('properties').properties().groupBy { it.value.at('/xml/name').asText(it.key) }.findAll { it.value.size() > 1 }.collect { xml, same ->
                        new Objection("/components/schemas/$name/properties/${SpecTree.escaped(same[1].key)}/xml/name", "is the xml.name of ${same[0].key} too: $xml", 'Give each property its own.')
                    }
                }
            }),
            new Gate('every operation has its own id and one declared tag', { SpecTree it ->
                def tags = it.at('/tags').collect { it.path('name').asText() }
                def ids = it.operations.values().collect { it.path('operationId').asText() }
                tags.findAll { tags.count(it) > 1 }.unique().collect { new Objection('/tags', "has a tag twice: $it", 'Remove one of them.') } + it.operationPlaces.values().collectMany { place ->
                    def operation = it.at(place)
                    def id = operation.path('operationId').asText()
                    def own = operation.path('tags').collect { it.asText() }
                    (id ==~ /[a-z][A-Za-z0-9]*/ && !SourceVersion.isKeyword(id) ? [] : [new Objection("$place/operationId", "is not a name of a Java method: $id", 'Use a verb and a noun in camelCase, such as getOrder.')]) +
                            (ids.count(id) == 1 ? [] : [new Objection("$place/operationId", "is the id of another operation too: $id", 'Give each operation its own.')]) +
                            (own.size() == 1 ? [] : [new Objection(place, "has ${own.size()} tags", 'Give it exactly one tag: it becomes the interface.')]) +
                            (own - tags).collect { new Objection("$place/tags/0", "is not declared: $it", 'Add it to the tags of the document, with a description.') }
                }
            }),
            new Gate('no two operations have the same path but for the names of parameters', { SpecTree it ->
                it.at('/paths').fieldNames().toList().groupBy { it.replaceAll(/\{[^}]*}/, '{}') }.values().findAll { it.size() > 1 }.collect {
                    new Objection("/paths/${SpecTree.escaped(it[1])}", "is the same path as ${it[0]}", 'Use the same parameter names, or another path.')
                }
            }),
            new Gate('every operation has a success and 400, 401, 403, 404, 429 and 500', { SpecTree it ->
                it.operationPlaces.values().collectMany { place ->
                    def statuses = it.at(place + '/responses').fieldNames().toList()
                    (STATUSES - statuses).collect { new Objection("$place/responses", "has no $it", "Add the response $it of the components.") } +
                            (statuses.any { it.startsWith('2') } ? [] : [new Objection("$place/responses", 'has no success', 'Add a response from 200 to 299.')])
                }
            }),
            new Gate('every operation is secured by a bearer token', { SpecTree it ->
                it.operationPlaces.values().collectMany { place ->
                    def at = it.at(place).has('security') ? place + '/security' : '/security'
                    def required = it.at(at)
                    def schemes = required.size() == 1 ? required.get(0).fieldNames().toList() : []
                    def bearer = schemes.size() == 1 && required.get(0).path(schemes[0]).empty && it.at("/components/securitySchemes/${schemes[0]}").with { [it.path('type').asText(), it.path('scheme').asText()] == ['http', 'bearer'] }
                    bearer ? [] : [new Objection(at, 'is not exactly one bearer token', 'Write one scheme of the type http and the scheme bearer, with an empty list: only OAuth has scopes here.')]
                }
            }),
            new Gate('the bearer token is a JWT', { SpecTree it ->
                it.at('/components/securitySchemes').properties().findAll { it.value.path('scheme').asText() == 'bearer' && it.value.path('bearerFormat').asText() != 'JWT' }
                        .collect { new Objection("/components/securitySchemes/$it.key", 'has no bearerFormat JWT', 'Add it.') }
            }),
            new Gate('all servers have the same variables with the same defaults', { SpecTree it ->
                def defaults = { JsonNode server -> server.path('variables').properties().collectEntries { [it.key, it.value.path('default').asText()] } }
                def first = defaults(it.at('/servers/0'))
                (1..<Math.max(1, it.at('/servers').size())).findAll { index -> defaults(it.at("/servers/$index")) != first }.collect { index ->
                    new Objection("/servers/$index/variables", "differs from the first server: ${defaults(it.at("/servers/$index"))} instead of $first", 'Use the same: one generated client serves all clouds.')
                }
            }),
            new Gate('a path parameter is a string that cannot be empty, or a GUID', { SpecTree it ->
                it.operationPlaces.values().collectMany { place -> it.parameterPlaces(place) }.unique().findAll { parameter -> it.at(parameter + '/in').asText() == 'path' }.collectMany { parameter ->
                    def schema = it.resolved(it.at(parameter + '/schema'))
                    schema.path('type').asText() != 'string' || schema.has('enum') || !(schema.path('format').asText('uuid') == 'uuid') ?
                            [new Objection("$parameter/schema", 'is not a plain string or a GUID', 'Write type: string, with minLength: 1 or format: uuid. The sandbox does not refuse other forms.')] :
                            schema.has('format') || schema.path('minLength').asInt() >= 1 ? [] : [new Objection("$parameter/schema", 'may be empty, which makes another path', 'Add minLength: 1.')]
                }
            }),
            new Gate('a request header is optional, and so is a query parameter; a path parameter is required', { SpecTree it ->
                it.operationPlaces.values().collectMany { place -> it.parameterPlaces(place) }.unique().findAll { parameter ->
                    it.at(parameter + '/required').asBoolean() != (it.at(parameter + '/in').asText() == 'path')
                }.collect { parameter ->
                    it.at(parameter + '/in').asText() == 'path' ? new Objection(parameter, 'is optional in a path', 'Add required: true.') :
                            new Objection("$parameter/required", "is true for a ${it.at(parameter + '/in').asText()} parameter", 'Make it false: callers of older versions do not send it.')
                }
            }),
            new Gate('everything has a description, without quotes, backslashes, angle brackets, braces, @ and the end of a comment', { SpecTree it ->
                it.objects.findAll { pointer, node -> DESCRIBED.test(pointer) && !node.has('$ref') }.collectMany { pointer, node -> plain(pointer, node, 'description') } +
                        it.operationPlaces.values().collectMany { place -> plain(place, it.at(place), 'summary') }
            }),
            new Gate('an integer has a format', { SpecTree it ->
                schemas(it).findAll { pointer, node -> node.path('type').asText() == 'integer' && !node.has('format') }.keySet()
                        .collect { new Objection(it, 'is an integer without a format', 'Add format: int32, or int64 if it can exceed 2147483647.') }
            })
    ]

    /** Returns each schema and property. */
    private static Map<String, JsonNode> named(SpecTree document) {
        document.objects.findAll { pointer, node -> pointer ==~ '/components/schemas/[^/]+(/properties/[^/]+)?' && !node.has('$ref') }
    }

    private static List<Objection> plain(String pointer, JsonNode node, String key) {
        def text = node.path(key).asText()
        text.blank ? [new Objection(pointer, "has no $key", 'Write it in plain sentences.')] :
                text ==~ NOT_IN_JAVADOC ? [new Objection("$pointer/$key", 'contains a quote, backslash, angle bracket, brace, @, or the end of a comment', 'Use other words: it becomes Javadoc.')] : []
    }

    /** Returns each schema, also those of properties, items, parameters and headers. */
    static Map<String, JsonNode> schemas(SpecTree document) {
        document.objects.findAll { pointer, node -> SCHEMA.test(pointer) }
    }
}
