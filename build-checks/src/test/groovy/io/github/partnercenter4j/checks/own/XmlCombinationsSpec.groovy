package io.github.partnercenter4j.checks.own

/** Every form of a property in XML with every way to name it, in one object, as test documents for XML annotations have them. */
class XmlCombinationsSpec extends OwnSpecification {
    private static final Map<String, String> NAMED = [plain: '', named: 'name: xml_%s', prefixed: 'prefix: p', inNamespace: 'namespace: "urn:a"', both: 'name: xml_%s, prefix: p, namespace: "urn:a"']
    private static final Map<String, String> TYPES = [Text: 'type: string', Number: 'type: number', Integer: 'type: integer', Boolean: 'type: boolean', Attribute: 'type: string', List: 'type: array', Wrapped: 'type: array']
    private static final Map<String, String> VALUES = [Text: 'a', Number: '1.50', Integer: '7', Boolean: 'true', Attribute: 'a']
    private static final List<List<String>> PROPERTIES = [NAMED.keySet().toList(), TYPES.keySet().toList()].combinations()

    private static final Map<String, String> REFERENCES = [
            Texts: '{type: array, items: {type: string}}', Wrapped: '{type: array, xml: {wrapped: true}, items: {type: string}}', Attribute: '{type: string, xml: {attribute: true}}'
    ]

    @Override
    String document() {
        OwnDocument.of(Thing: "{type: object, properties: {${PROPERTIES.collect { schema(*it) }.join(', ')}}}",
                Other: "{type: object, properties: {${REFERENCES.keySet().withIndex().collect { name, i -> "p$i: {\$ref: '#/components/schemas/$name'}" }.join(', ')}, p3: {type: array, items: {\$ref: '#/components/schemas/Item'}}}}") +
                REFERENCES.collect { name, schema -> "    $name: $schema\n" }.join('') + '    Item: {type: string, xml: {name: one}}\n'
    }

    def 'a property has the form in XML of the schema that it refers to'() {
        given:
        server.respond(200, 'application/xml', '<Other><value p2="a"><p0>b</p0><p0>c</p0><p1><x>d</x></p1><one>e</one><one>f</one></value></Other>'.bytes)

        when:
        def value = inXml().api(own.load('api.ThingsApi')).getOther().value()

        then:
        [value.p0(), value.p1(), value.p2(), value.p3()] == [['b', 'c'], ['d'], 'a', ['e', 'f']]
    }

    def 'all 35 properties are read, in any order, with the namespaces of the document and with none'() {
        given:
        def things = inXml().api(own.load('api.ThingsApi'))
        def read = { String prefix, List<List<String>> order ->
            server.respond(200, 'application/xml', xml(prefix, order).bytes)
            def value = things.getThing().value()
            PROPERTIES.collectEntries { [it.join(), value."${it.join()}"()] }
        }

        expect:
        PROPERTIES.size() == 35
        read('p:', PROPERTIES) == expected()
        read('', PROPERTIES.reverse()) == expected()
    }

    private static String schema(String naming, String type) {
        def name = naming + type
        def xml = [String.format(NAMED[naming], name), type == 'Attribute' ? 'attribute: true' : '', type == 'Wrapped' ? 'wrapped: true' : ''].findAll().join(', ')
        def items = type in ['List', 'Wrapped'] ? ", items: {type: integer, xml: {${String.format(NAMED[naming], 'item_of_' + name)}}}" : ''
        "$name: {${TYPES[type]}, xml: {$xml}$items}"
    }

    private static String xml(String prefix, List<List<String>> order) {
        def attributes = order.findAll { it[1] == 'Attribute' }.collect { "${it[0] in ['prefixed', 'both'] ? prefix : ''}${name(*it)}=\"a\"" }
        def elements = order.findAll { it[1] != 'Attribute' }.collect { naming, type ->
            def tag = { String local, String content -> "<${naming in ['prefixed', 'both'] ? prefix : ''}$local>$content</${naming in ['prefixed', 'both'] ? prefix : ''}$local>" as String }
            def item = naming in ['named', 'both'] ? "xml_item_of_$naming$type" as String : naming + type
            type == 'List' ? tag(item, '1') + tag(item, '2') : type == 'Wrapped' ? tag(name(naming, type), tag(item, '1') + tag(item, '2')) : tag(name(naming, type), VALUES[type])
        }
        "<Thing><value xmlns:p=\"urn:a\" ${attributes.join(' ')}>${elements.join('\n')}</value></Thing>"
    }

    private static String name(String naming, String type) {
        naming in ['named', 'both'] ? "xml_$naming$type" as String : naming + type
    }

    private static Map<String, Object> expected() {
        PROPERTIES.collectEntries { naming, type ->
            [naming + type, [Text: 'a', Number: 1.50, Integer: 7, Boolean: true, Attribute: 'a', List: [1, 2], Wrapped: [1, 2]][type]]
        }
    }
}
