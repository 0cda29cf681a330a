package io.github.partnercenter4j.conformance.gates

import java.util.function.Predicate
import java.util.regex.Pattern

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

    static final List<Gate> ALL = [
            new Gate('every reference has a target', { SpecTree it ->
                it.objects.findAll { pointer, node -> node.has('$ref') && it.resolved(node).missingNode }.keySet()
            }),
            new Gate('every array is wrapped in XML and its items are named', { SpecTree it ->
                it.objects.findAll { pointer, node -> isSchema(pointer) && node.path('type').asText() == 'array' }.findAll { pointer, node ->
                    !node.at('/xml/wrapped').asBoolean() || it.resolved(node.path('items')).at('/xml/name').missingNode
                }.keySet()
            }),
            new Gate('every schema and property has its name in XML, and no two of an object share one', { SpecTree it ->
                (it.schemas + it.properties).findAll { name, node -> node.at('/xml/name').missingNode }.keySet() +
                        it.schemas.findAll { name, node -> node.path('properties').collect { it.at('/xml/name') }.with { it.size() != it.toSet().size() } }.keySet()
            }),
            new Gate('every operation has its own id and one declared tag', { SpecTree it ->
                def tags = it.at('/tags').collect { it.path('name').asText() }
                def ids = it.operations.values().collect { it.path('operationId').asText() }
                it.operations.findAll { name, operation ->
                    ids.count(operation.path('operationId').asText()) != 1 || operation.path('operationId').asText().empty ||
                            operation.path('tags').collect { it.asText() }.with { it.size() != 1 || !tags.containsAll(it) }
                }.keySet()
            }),
            new Gate('every operation has a success and 400, 401, 403, 404, 429 and 500', { SpecTree it ->
                it.operations.findAll { name, operation ->
                    def statuses = operation.path('responses').fieldNames().toList()
                    !statuses.containsAll(STATUSES) || !statuses.any { it.startsWith('2') }
                }.keySet()
            }),
            new Gate('every operation is secured by a bearer token', { SpecTree it ->
                it.operations.findAll { name, operation ->
                    def required = operation.has('security') ? operation.path('security') : it.at('/security')
                    required.size() != 1 || required.get(0).fieldNames().toList().any { scheme ->
                        def declared = it.at('/components/securitySchemes/' + scheme)
                        [declared.path('type').asText(), declared.path('scheme').asText()] != ['http', 'bearer']
                    } || required.get(0).size() != 1
                }.keySet()
            }),
            new Gate('every response has the four media types, each with an example', { SpecTree it ->
                it.responses.findAll { place, response ->
                    response.path('content').fieldNames().toSet() != MEDIA_TYPES.toSet() || response.path('content').any { it.path('examples').empty }
                }.keySet()
            }),
            new Gate('every media type of a response has the same schema: Fault for an error, and another one for a success', { SpecTree it ->
                it.responses.findAll { place, response ->
                    def schemas = response.path('content').collect { SpecTree.target(it.path('schema')) }.toSet()
                    schemas.size() != 1 || (schemas.first() == 'Fault') != (place[-3] in ['4', '5'])
                }.keySet()
            }),
            new Gate('every response has the headers that trace a call, and 429 has Retry-After', { SpecTree it ->
                it.responses.findAll { place, response ->
                    def headers = response.path('headers').fieldNames().toList()
                    def sure = headers.findAll { name -> it.resolved(response.path('headers').path(name)).path('required').asBoolean() }
                    !headers.containsAll(TRACING) || !sure.containsAll(['MS-RequestId', 'MS-CorrelationId']) ||
                            place.endsWith('429') && !sure.contains('Retry-After')
                }.keySet()
            }),
            new Gate('a response header has the schema of the request header of the same name', { SpecTree it ->
                def sent = it.at('/components/parameters')
                it.at('/components/headers').properties().findAll { sent.has(it.key) && sent.path(it.key).path('schema') != it.value.path('schema') }*.key
            }),
            new Gate('a request header is optional, a path parameter is required', { SpecTree it ->
                it.operations.collectMany { name, operation ->
                    it.parameters(operation).findAll { it.path('required').asBoolean() != (it.path('in').asText() == 'path') }.collect { "$name, ${it.path('name').asText()}" }
                }
            }),
            new Gate('everything has a description, without quotes, backslashes, angle brackets, braces, @ and the end of a comment', { SpecTree it ->
                it.objects.findAll { pointer, node ->
                    DESCRIBED.test(pointer) && !node.has('$ref') && !node.path('description').asText().with { !it.blank && !(it ==~ NOT_IN_JAVADOC) }
                }.keySet() + it.operations.findAll { name, operation -> operation.path('summary').asText().with { it.blank || it ==~ NOT_IN_JAVADOC } }.keySet()
            }),
            new Gate('an object may have properties that the spec does not name yet', { SpecTree it ->
                it.objects.findAll { pointer, node -> isSchema(pointer) && node.has('additionalProperties') }.keySet()
            }),
            new Gate('an absent value is left out, and nothing is nullable', { SpecTree it ->
                it.objects.findAll { pointer, node -> isSchema(pointer) && node.has('nullable') }.keySet()
            }),
            new Gate('an integer has a format', { SpecTree it ->
                it.objects.findAll { pointer, node ->
                    isSchema(pointer) && node.path('type').asText() == 'integer' && !(node.path('format').asText() in ['int32', 'int64'])
                }.keySet()
            })
    ]

    private static boolean isSchema(String pointer) {
        (pointer.contains('/schemas/') || pointer.contains('/schema')) && !pointer.contains('/example') && !pointer.endsWith('/properties')
    }
}
