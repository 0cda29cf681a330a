package io.github.partnercenter4j.conformance.gates

import com.fasterxml.jackson.databind.JsonNode
import io.swagger.v3.core.util.Yaml

/** Compares the spec with Microsoft's pages: nothing is missing or different, and everything else names its source. */
class SourcePages {
    private static final JsonNode PAGES = Yaml.mapper().readTree(SourcePages.getResource('/source-pages.yaml').getText('UTF-8'))

    static final List<Gate> ALL = [
            new Gate('the operation is the one of the source pages, with its parameters', { SpecTree it ->
                def operation = it.operations[PAGES.path('operation').asText()]
                if (operation == null || it.at('/servers/0/url') != PAGES.path('server')) {
                    return [PAGES.path('operation')]
                }
                def parameters = it.parameters(operation).collectEntries { [it.path('name').asText(), it] }
                different(PAGES.path('parameters')) { name, facts -> parameters[name] == null ? null : facts(parameters[name]) }
            }),
            new Gate('the responses are those of the source pages, with their headers', { SpecTree it ->
                def responses = it.operations[PAGES.path('operation').asText()]?.path('responses')
                PAGES.path('statuses').properties().collectMany { status ->
                    def response = responses == null ? PAGES : it.resolved(responses.path(status.key))
                    def schemas = response.path('content').collect { SpecTree.target(it.path('schema')) }.toSet()
                    (schemas == [status.value.asText()] as Set ? [] : [status.key]) + different(PAGES.path('headers')) { name, facts ->
                        facts(it.resolved(response.path('headers').path(name)))
                    }.collect { "$status.key, $it" }
                }
            }),
            new Gate('the seven definitions are those of the source pages, with their properties and .NET names', { SpecTree it ->
                PAGES.path('definitions').properties().collectMany { definition ->
                    def schema = it.schemas[definition.key]
                    (schema?.path('x-dotnet-type') == definition.value.path('dotnet') ? [] : [definition.key]) +
                            definition.value.path('properties').properties().findAll { form(schema?.path('properties')?.path(it.key)) != it.value.asText() }
                                    .collect { "$definition.key.$it.key" }
                }
            }),
            new Gate('what the source pages do not say names its source', { SpecTree it ->
                def statuses = PAGES.path('statuses')
                unnamed(it.responses.findAll { !statuses.has(it.key[-3..-1]) }) +
                        unnamed(it.at('/components/parameters').properties().findAll { !PAGES.path('parameters').has(it.key) }) +
                        unnamed(it.at('/components/headers').properties().findAll { !PAGES.path('headers').has(it.key) }) +
                        unnamed(it.schemas.findAll { !PAGES.path('definitions').has(it.key) }) +
                        it.schemas.findAll { PAGES.path('definitions').has(it.key) }.collectMany { schema ->
                            unnamed(schema.value.path('properties').properties().findAll { !PAGES.at("/definitions/$schema.key/properties").has(it.key) })
                        } +
                        it.operations.collectMany { name, operation ->
                            unnamed(operation.path('parameters').findAll { !it.has('$ref') }.collectEntries { [it.path('name').asText(), it] })
                        }
            })
    ]

    /** True if the pages define this place in the schemas. */
    static boolean tellOf(String pointer) {
        def (schema, property) = pointer.tokenize('/').with { [it[2], it[4]] }
        !pointer.startsWith('/components/schemas/') || PAGES.at("/definitions/$schema/properties").has(property ?: '')
    }

    /** Returns the names whose facts differ between the pages and the spec. */
    private static List<String> different(JsonNode pages, Closure<Map> document) {
        def facts = { JsonNode node ->
            [in: node.path('in').asText(null), required: node.has('in') ? node.path('required').asBoolean() : null,
             type: node.at('/schema/type').asText(null), format: node.at('/schema/format').asText(null), enum: node.at('/schema/enum').asText(null)]
        }
        pages.properties().findAll { page ->
            document(page.key, facts) != [in: page.value.path('in').asText(null), required: page.value.has('required') ? page.value.path('required').asBoolean() : null,
                                          type: page.value.path('type').asText(null), format: page.value.path('format').asText(null), enum: null]
        }*.key
    }

    /** Returns the type of a property as source-pages.yaml writes it. */
    private static String form(JsonNode property) {
        if (property == null || property.missingNode) {
            return null
        }
        if (property.path('type').asText() == 'array') {
            return SpecTree.target(property.path('items')) + ' array'
        }
        SpecTree.target(property) ?: [property.path('type'), property.path('format'), property.path('enum')].findAll { !it.missingNode }*.asText().join(' ')
    }

    private static List<String> unnamed(Map<String, JsonNode> places) {
        places.findAll { !it.value.has('x-source') }*.key
    }

    private static List<String> unnamed(Collection<Map.Entry<String, JsonNode>> places) {
        places.findAll { !it.value.has('x-source') }*.key
    }
}
