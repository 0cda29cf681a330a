package io.github.partnercenter4j.checks.own

import com.fasterxml.jackson.databind.ObjectMapper

/** Records and enumerations that are generated from any document are values: complete, unchangeable, and readable by Jackson alone. */
class OwnModelsSpec extends OwnSpecification {
    private static final String LISTS = '''{type: object, properties: {items: {type: array, items: {type: string}},
            set: {type: array, uniqueItems: true, items: {type: string}}, map: {type: object, additionalProperties: {type: string}}, kind: {$ref: '#/components/schemas/Kind'}}}'''

    @Override
    String document() {
        OwnDocument.of(Thing: LISTS) + '''\
    Kind: {type: string, description: A metal., enum: [gold, silver], x-enum-descriptions: [The best., The second.]}
    Level: {type: integer, enum: [1, 2]}
'''
    }

    def 'a list, set or map that is not set is empty: #how'() {
        expect:
        [value.items(), value.set(), value.map()] == [[], [] as Set, [:]]

        where:
        how        | value
        'left out' | builder().build()
        'null'     | builder().items(null).set(null).map(null).build()
        'copied'   | builder().build().toBuilder().build()
    }

    def 'a builder without values has empty ones'() {
        expect:
        ['items', 'set', 'map'].collect { name -> builder().with { def field = it.class.getDeclaredField(name); field.accessible = true; field.get(it) } } == [[], [] as Set, [:]]
    }

    def 'a list, set or map is a copy in its order'() {
        given:
        def given = [['b', 'a'], ['d', 'c', 'e'] as LinkedHashSet, [g: 'x', f: 'y']]
        def value = builder().items(given[0]).set(given[1]).map(given[2]).build()

        when:
        given*.clear()

        then:
        [value.items().toList(), value.set().toList(), value.map().keySet().toList()] == [['b', 'a'], ['d', 'c', 'e'], ['g', 'f']]
    }

    def '#what cannot be changed'() {
        when:
        change(builder().items(['a']).set(['a'] as Set).map(a: 'a').build())

        then:
        thrown(UnsupportedOperationException)

        where:
        what     | change
        'a list' | { it.items().add('b') }
        'a set'  | { it.set().add('b') }
        'a map'  | { it.map().put('b', 'b') }
    }

    def 'an enumeration is its value, documented or not: #json'() {
        given:
        def type = own.load("model.$name")

        when:
        def value = new ObjectMapper().readValue(json, type)

        then:
        value == type.getConstructor(raw.class).newInstance(raw)
        value.toString() == raw.toString()
        new ObjectMapper().writeValueAsString(value) == json
        constant == null || value == type."$constant"

        where:
        name    | json     | raw    | constant
        'Kind'  | '"gold"' | 'gold' | 'GOLD'
        'Kind'  | '"tin"'  | 'tin'  | null
        'Level' | '2'      | 2      | 'NUMBER_2'
        'Level' | '3'      | 3      | null
    }

    def 'an enumeration has no value that is null'() {
        when:
        own.load('model.Kind').getConstructor(String).newInstance([null] as Object[])

        then:
        def e = thrown(java.lang.reflect.InvocationTargetException)
        e.cause instanceof NullPointerException
        e.cause.message == 'value'
    }

    def 'a record is read and written by Jackson alone'() {
        given:
        def json = '{"items":["a"],"set":["b"],"map":{"c":"d"},"kind":"gold"}'

        expect:
        new ObjectMapper().writeValueAsString(new ObjectMapper().readValue(json, own.load('model.ThingValue'))) == json
    }

    def 'the values of an enumeration have their descriptions'() {
        expect:
        own.sources.resolve('own/model/Kind.java').toFile().text.contains('/** The second. */')
        own.sources.resolve('own/model/Level.java').toFile().text.contains('/** The value <code>2</code>. */')
    }

    private Object builder() {
        own.load('model.ThingValue').getMethod('builder').invoke(null)
    }
}
