package io.github.partnercenter4j.specgates

/** The rules for responses and their headers. */
class ResponseRules {
    static final List<Gate> ALL = [
            new Gate('every response has the four media types, each with an example', { SpecTree it ->
                places(it).collectMany { place ->
                    def content = it.at(place + '/content')
                    def types = content.fieldNames().toList()
                    (SpecRules.MEDIA_TYPES - types).collect { new Objection(place, "has no $it", 'Add it to its content: every response has four media types.') } +
                            (types - SpecRules.MEDIA_TYPES).collect { new Objection("$place/content/${SpecTree.escaped(it)}", 'is not one of the four media types', "Use ${SpecRules.MEDIA_TYPES.join(', ')}.") } +
                            content.properties().findAll { it.value.path('examples').empty }.collect { new Objection("$place/content/${SpecTree.escaped(it.key)}", 'has no example', 'Add examples, with a $ref to an example of the components.') }
                }
            }),
            new Gate('the two media types of a format have the same examples', { SpecTree it ->
                places(it).collectMany { place ->
                    def examples = { String type -> it.at("$place/content/$type/examples").properties().collectEntries { example -> [example.key, it.resolved(example.value).path('value')] } }
                    ['json', 'xml'].findAll { form -> it.at("$place/content/text~1$form").has('examples') && examples("text~1$form") != examples("application~1$form") }
                            .collect { form -> new Objection("$place/content/text~1$form/examples", "differ from those of application/$form", 'Refer to the same examples, by the same names.') }
                }
            }),
            new Gate('every media type of a response has the same schema: Fault for an error, and another one for a success', { SpecTree it ->
                it.responsePlaces.collectMany { operation, status, place ->
                    def schemas = it.at(place + '/content').collect { SpecTree.target(it.path('schema')) }.unique()
                    schemas.size() > 1 ? [new Objection("$place/content", "has several schemas: ${schemas.join(', ')}", 'Use one in all media types.')] :
                            schemas && (schemas[0] == 'Fault') != (status[0] in ['4', '5']) ?
                                    [new Objection("$place/content", "has the schema ${schemas[0]} for status $status", status[0] in ['4', '5'] ? 'Use Fault.' : 'Use another schema: Fault is for errors.')] : []
                }
            }),
            new Gate('all successes of an operation have the same schema', { SpecTree it ->
                it.responsePlaces.findAll { operation, status, place -> status.startsWith('2') }.groupBy { it[0] }.collectMany { operation, successes ->
                    def schemas = successes.collectEntries { all -> [all[1], it.at(all[2] + '/content').collect { content -> SpecTree.target(content.path('schema')) }.toSet().join(', ')] }
                    schemas.values().toSet().size() < 2 ? [] : [new Objection("$operation/responses", "has successes with several schemas: ${schemas.collect { status, schema -> "$status $schema" }.join(', ')}", 'Use one schema: the generated method returns one type.')]
                }
            }),
            new Gate('every response has the headers that trace a call, and 429 has Retry-After', { SpecTree it ->
                it.responsePlaces.collectMany { operation, status, place ->
                    def headers = it.at(place + '/headers')
                    def names = headers.fieldNames().toList()
                    def sure = names.findAll { name -> it.resolved(headers.path(name)).path('required').asBoolean() }
                    def needed = SpecRules.TRACING + (status == '429' ? ['Retry-After'] : [])
                    (needed - names).collect { new Objection("$place/headers", "has no $it", "Refer to #/components/headers/$it.") } +
                            (['MS-RequestId', 'MS-CorrelationId', 'Retry-After'].intersect(needed).intersect(names) - sure).collect { name ->
                                new Objection(it.resolved("$place/headers/$name"), 'is optional', 'Add required: true.')
                            }
                }
            }),
            new Gate('a response refers to the header of the components that has its name', { SpecTree it ->
                places(it).collectMany { place ->
                    it.at(place + '/headers').properties().findAll { it.value.has('$ref') && it.value.path('$ref').asText() != "#/components/headers/${SpecTree.escaped(it.key)}" as String }
                            .collect { new Objection("$place/headers/${SpecTree.escaped(it.key)}/\$ref", "is ${it.value.path('$ref').asText()}", "Refer to #/components/headers/$it.key.") }
                }
            }),
            new Gate('a response header has the schema of the request header of the same name', { SpecTree it ->
                def sent = it.at('/components/parameters')
                it.at('/components/headers').properties().findAll { sent.has(it.key) && sent.path(it.key).path('schema') != it.value.path('schema') }.collect {
                    new Objection("/components/headers/$it.key/schema", 'differs from the schema of the request header of this name', 'Make them the same.')
                }
            })
    ]

    private static List<String> places(SpecTree document) {
        document.responsePlaces.collect { it[2] }.unique()
    }
}
