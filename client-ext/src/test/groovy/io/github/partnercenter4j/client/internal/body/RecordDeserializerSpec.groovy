package io.github.partnercenter4j.client.internal.body

import com.fasterxml.jackson.annotation.JsonCreator
import com.fasterxml.jackson.annotation.JsonIgnoreProperties
import com.fasterxml.jackson.annotation.JsonValue
import com.fasterxml.jackson.databind.JsonDeserializer
import com.fasterxml.jackson.databind.deser.BeanDeserializerFactory
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext
import com.fasterxml.jackson.databind.deser.std.StringDeserializer
import com.fasterxml.jackson.databind.json.JsonMapper
import spock.lang.Specification

class RecordDeserializerSpec extends Specification {
    static record Person(String name, Integer age) {}

    static record Pair(@JsonIgnoreProperties('x') Person one, Person two) {}

    static record Status(@JsonValue String value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Status of(String value) {
            new Status(value)
        }
    }

    static class Bean {
        String name
    }

    def 'objects that are records of the model are read by it: #type.simpleName #used'(Class<?> type, boolean used) {
        expect:
        (modified(type, jacksonsOwn(type)) instanceof RecordDeserializer) == used

        where:
        type   || used
        Person || true
        Pair   || true
        Status || false
        Bean   || false
        String || false
    }

    def 'a deserializer of another kind stays'() {
        expect:
        modified(Person, StringDeserializer.instance).is(StringDeserializer.instance)
    }

    def 'objects in properties are read, whatever annotation the property has'() {
        expect:
        Mappers.json().readValue('{"one":{"name":"a","age":1},"two":{"age":2,"name":null}}', Pair) == new Pair(new Person('a', 1), new Person(null, 2))
    }

    def 'an open enumeration is read from its text'() {
        expect:
        Mappers.json().readValue('"new"', Status) == new Status('new')
    }

    private static JsonDeserializer<?> jacksonsOwn(Class<?> type) {
        def mapper = new JsonMapper()
        new DefaultDeserializationContext.Impl(BeanDeserializerFactory.instance).createInstance(mapper.deserializationConfig, mapper.createParser('{}'), null)
                .findNonContextualValueDeserializer(mapper.constructType(type))
    }

    private static JsonDeserializer<?> modified(Class<?> type, JsonDeserializer<?> deserializer) {
        def mapper = new JsonMapper()
        new RecordDeserializer.Modifier().modifyDeserializer(mapper.deserializationConfig, mapper.deserializationConfig.introspect(mapper.constructType(type)), deserializer)
    }
}
