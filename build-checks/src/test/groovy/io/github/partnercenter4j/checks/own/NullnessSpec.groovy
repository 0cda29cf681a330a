package io.github.partnercenter4j.checks.own

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.model.Link
import org.jspecify.annotations.NullMarked
import org.jspecify.annotations.Nullable

/** Generated code tells Kotlin, and tools that check Java, what can be null. The client keeps to it. */
class NullnessSpec extends OwnSpecification {
    @Override
    String document() {
        OwnDocument.of(Thing: '''{type: object, required: [a], properties: {a: {type: string}, items: {type: array, items: {type: string}},
            set: {type: array, uniqueItems: true, items: {type: string}}, map: {type: object, additionalProperties: {type: string}}}}''')
    }

    def 'the packages of interfaces and of records are null-marked'() {
        expect:
        [own.load('api.ThingsApi'), own.load('model.Thing'), OrdersApi, Link].every { it.package.isAnnotationPresent(NullMarked) }
    }

    def 'a required value can be null too, because the service may omit it, but a list, set or map cannot'() {
        expect:
        own.load('model.ThingValue').recordComponents.collectEntries { [it.name, it.annotatedType.isAnnotationPresent(Nullable)] } == [a: true, items: false, set: false, map: false]
    }

    def 'no items are null: #json is refused'() {
        given:
        server.respond(200, 'application/json', "{\"value\":$json}".bytes)

        when:
        partnerCenter.api(own.load('api.ThingsApi')).getThing()

        then:
        def e = thrown(DecodingException)
        e.message.contains("the value at value.$place is invalid")

        where:
        json                 || place
        '{"items":[null]}'   || 'items[0]'
        '{"set":[null]}'     || 'set[0]'
        '{"map":{"a":null}}' || 'map.a'
    }

    def 'null in place of a list, set or map is an empty one'() {
        given:
        server.respond(200, 'application/json', '{"value":{"items":null,"set":null,"map":null}}'.bytes)

        expect:
        partnerCenter.api(own.load('api.ThingsApi')).getThing().value().toString() == 'ThingValue[a=null, items=[], set=[], map={}]'
    }

    def 'the value of a response without a body can be null'() {
        given:
        def nothing = OwnClient.of(folder.resolve('nothing'), OwnDocument.withOperation('/a', 'delete', "operationId: deleteIt, responses: {'204': {description: Nothing.}}"))

        expect:
        nothing.load('api.ThingsApi').getMethod('deleteItWithResponse').annotatedReturnType.annotatedActualTypeArguments[0].isAnnotationPresent(Nullable)

        cleanup:
        nothing?.close()
    }
}
