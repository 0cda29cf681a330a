package io.github.partnercenter4j.watch.internal.store

import com.fasterxml.jackson.core.type.TypeReference
import spock.lang.Specification

class JsonSpec extends Specification {

    def 'what was written is read again'() {
        given:
        def state = new OrderState('customer', 'order', [a: 'b'], 1, 2, 3, 4, [], 'reason', 'id')

        expect:
        new Json().deserialize(OrderState, new Json().serialize(state)) == state
        Json.read(Json.write([a: 1]), new TypeReference<Map<String, Integer>>() {}) == [a: 1]
    }

    def 'a property that a later version added is ignored'() {
        expect:
        new Json().deserialize(OrderState, '{"orderId":"a","attributes":{},"later":1}'.bytes).orderId() == 'a'
    }

    def 'what is no JSON, or has no JSON, fails: #what'(String what, Closure action) {
        when:
        action.call()

        then:
        thrown(UncheckedIOException)

        where:
        what          | action
        'bytes'       | { new Json().deserialize(OrderState, 'no'.bytes) }
        'text'        | { Json.read('no', new TypeReference<Map>() {}) }
        'a value'     | { new Json().serialize(new Object() { Object getSelf() { throw new IllegalStateException() } }) }
        'a text'      | { Json.write(new Object() { Object getSelf() { throw new IllegalStateException() } }) }
    }
}
