package io.github.partnercenter4j.specgates

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper

/** Compares the spec with Microsoft's pages: nothing is missing or different, and everything else names its source. */
class SourcePages {
    private static final JsonNode PAGES = SourcePages.getResourceAsStream('source-pages.yaml').withCloseable { new YAMLMapper().readTree(it) }
    private static final String ADVICE = 'Restore it: Microsoft documents it, see source-pages.yaml in spec-gates.'

    static final List<Gate> ALL = [
            new Gate('the operation is the one of the source pages, with its parameters', { SpecTree it ->
                def name = PAGES.path('operation').asText()
                def place = it.operationPlaces[name]
                if (place == null) {
                    return [new Objection('/paths', "has no operation $name", ADVICE)]
                }
                def parameters = it.parameterPlaces(place).collectEntries { pointer -> [it.at(pointer + '/name').asText(), pointer] }
                (it.at('/servers/0/url') == PAGES.path('server') ? [] : [new Objection('/servers/0/url', "is not ${PAGES.path('server').asText()}", ADVICE)]) +
                        PAGES.path('parameters').properties().collectMany { page ->
                            parameters[page.key] == null ? [new Objection("$place/parameters", "has no $page.key", ADVICE)] : different(it, parameters[page.key], page.value)
                        }
            }),
            new Gate('the responses are those of the source pages, with their headers', { SpecTree it ->
                def operation = it.operationPlaces[PAGES.path('operation').asText()]
                operation == null ? [] : PAGES.path('statuses').properties().collectMany { status ->
                    def place = it.resolved("$operation/responses/$status.key")
                    def schemas = it.at(place + '/content').collect { SpecTree.target(it.path('schema')) }.unique()
                    if (it.at(place).missingNode) {
                        return [new Objection("$operation/responses", "has no $status.key", ADVICE)]
                    }
                    (schemas == [status.value.asText()] ? [] : [new Objection("$place/content", "is not ${status.value.asText()}", ADVICE)]) + PAGES.path('headers').properties().collectMany { page ->
                        it.at("$place/headers").has(page.key) ? different(it, it.resolved("$place/headers/$page.key"), page.value) : [new Objection("$place/headers", "has no $page.key", ADVICE)]
                    }
                }
            }),
            new Gate('the seven definitions are those of the source pages, with their properties and .NET names', { SpecTree it ->
                PAGES.path('definitions').properties().collectMany { definition ->
                    def place = "/components/schemas/$definition.key"
                    def schema = it.at(place)
                    schema.missingNode ? [new Objection('/components/schemas', "has no $definition.key", ADVICE)] :
                            (schema.path('x-dotnet-type') == definition.value.path('dotnet') ? [] :
                                    [new Objection(place, "has another x-dotnet-type than ${definition.value.path('dotnet').asText()}", ADVICE)]) +
                                    definition.value.path('properties').properties().collectMany { property ->
                                        def found = form(schema.path('properties').path(property.key))
                                        found == property.value.asText() ? [] : found == null ? [new Objection("$place/properties", "has no $property.key", ADVICE)] :
                                                [new Objection("$place/properties/$property.key", "is ${found ?: 'of no type'} instead of ${property.value.asText()}", ADVICE)]
                                    }
                }
            }),
            new Gate('what the source pages do not say names its source', { SpecTree it ->
                unsourced(it).findAll { pointer -> !it.at(pointer).has('x-source') && !it.at(pointer).has('$ref') }
                        .collect { new Objection(it, 'has no x-source', 'Name the page that says it, or write inferred.') } +
                        it.objects.findAll { pointer, node -> node.has('x-source') && (!node.path('x-source').textual || node.path('x-source').asText().blank) }
                                .collect { new Objection("$it.key/x-source", 'is not text', 'Name the page that says it, or write inferred.') }
            })
    ]

    /** Returns a test for places that the pages define: in their operation, in what it refers to, or outside paths and components. */
    static Closure<Boolean> placesIn(SpecTree document) {
        def within = [document.operationPlaces[PAGES.path('operation').asText()]] as LinkedHashSet<String>
        for (def next = within; next; within.addAll(next)) {
            next = next.collectMany { place -> document.objects.findAll { it.key.startsWith(place + '/') }.values()*.path('$ref').findAll { it.textual }*.asText()*.substring(1) }.toSet() - within
        }
        def known = { String pointer ->
            def (schema, property) = pointer.tokenize('/').with { [it[2], it[4]] }
            pointer.startsWith('/components/schemas/') ? PAGES.at("/definitions/$schema/properties").has(property ?: '') :
                    !(pointer ==~ '/(paths|components)/.*') || within.any { pointer == it || pointer.startsWith(it + '/') || it.startsWith(pointer + '/') }
        }
        known
    }

    /** Returns the places that the pages do not define. */
    private static List<String> unsourced(SpecTree document) {
        def beyond = { String kind, JsonNode known -> document.at("/components/$kind").fieldNames().findAll { !known.has(it) }.collect { "/components/$kind/${SpecTree.escaped(it)}" as String } }
        def (documented, others) = document.responsePlaces.split { operation, status, place -> PAGES.path('statuses').has(status) }
        others*.get(2) - documented*.get(2) +
                beyond('parameters', PAGES.path('parameters')) + beyond('headers', PAGES.path('headers')) + beyond('schemas', PAGES.path('definitions')) +
                PAGES.path('definitions').properties().collectMany { beyond("schemas/$it.key/properties", it.value.path('properties')) } +
                document.operationPlaces.values().collectMany { operation -> document.parameterPlaces(operation) }.findAll { it.startsWith('/paths/') } +
                document.responsePlaces.collectMany { operation, status, place ->
                    document.at(place + '/headers').fieldNames().findAll { !PAGES.path('headers').has(it) }.collect { "$place/headers/${SpecTree.escaped(it)}" as String }
                } + narrowed(document)
    }

    /**
     * Returns the parameters, headers and properties of the pages that have a bound or a default, the headers that are never missing and the
     * definitions with required properties. The pages state none of these.
     */
    private static List<String> narrowed(SpecTree document) {
        def named = ['parameters', 'headers'].collectMany { kind -> PAGES.path(kind).fieldNames().collect { ["/components/$kind/$it" as String, '/schema'] } } +
                PAGES.path('definitions').properties().collectMany { definition ->
                    definition.value.path('properties').fieldNames().collect { ["/components/schemas/$definition.key/properties/$it" as String, ''] }
                }
        named.findAll { place, schema -> document.at(place + schema).fieldNames().any { it in SchemaStructure.BOUNDS || it == 'default' } }*.first() +
                PAGES.path('headers').fieldNames().collect { "/components/headers/$it" as String }.findAll { document.at(it + '/required').asBoolean() } +
                PAGES.path('definitions').fieldNames().collect { "/components/schemas/$it" as String }.findAll { document.at(it).has('required') }
    }

    /** Compares a parameter or header with what the pages say about it. */
    private static List<Objection> different(SpecTree document, String place, JsonNode page) {
        [in: '/in', required: '/required', type: '/schema/type', format: '/schema/format', enum: '/schema/enum'].collectMany { fact, at ->
            def said = page.path(fact).asText(null)
            def found = document.at(place + at).asText(fact == 'required' ? 'false' : null)
            if (found == said || said == null && fact in ['in', 'required']) {
                return []
            }
            found == null ? [new Objection(place, "has no $fact $said", ADVICE)] : [new Objection(place + at, said == null ? 'is more than the page says' : "is $found instead of $said", ADVICE)]
        }
    }

    /** Returns the type of a property as source-pages.yaml writes it, or null if there is no such property. */
    private static String form(JsonNode property) {
        if (property.missingNode) {
            return null
        }
        if (property.path('type').asText() == 'array') {
            return SpecTree.target(property.path('items')) + ' array'
        }
        SpecTree.target(property) ?: [property.path('type'), property.path('format'), property.path('enum')].findAll { !it.missingNode }*.asText().join(' ')
    }
}
