package io.github.partnercenter4j.watch

import spock.lang.Specification

class WatchedOrderSpec extends Specification {

    def 'an id of #length characters is #valid'(int length, boolean valid) {
        expect:
        accepted('a' * length) == valid

        where:
        length || valid
        0      || false
        1      || true
        256    || true
        257    || false
    }

    def 'an id with the character #code is #valid'(int code, boolean valid) {
        expect:
        accepted('a' + (code as char) + 'b') == valid

        where:
        code   || valid
        0x00   || false
        0x1f   || false
        0x20   || false
        0x21   || true
        0x7e   || true
        0x7f   || false
        0x85   || false
        0xa0   || false
        0xa1   || true
        0x3000 || false
    }

    def 'the message names the id, and not its value'() {
        when:
        WatchedOrder.of(customer, order)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        customer | order   || message
        ''       | 'a'     || 'customerId must have 1 to 256 characters, but has 0'
        'a b'    | 'a'     || 'customerId must not contain spaces or control characters'
        'a'      | ''      || 'orderId must have 1 to 256 characters, but has 0'
        'a'      | 'a b'   || 'orderId must not contain spaces or control characters'
    }

    def 'attributes are copied, in their order, and cannot be changed'() {
        given:
        def attributes = [b: '1', a: '2']

        when:
        def order = new WatchedOrder('customer', 'order', attributes)
        attributes.c = '3'

        then:
        order.attributes().entrySet()*.key == ['b', 'a']
        WatchedOrder.of('customer', 'order').attributes() == [:]

        when:
        order.attributes().put('c', '3')

        then:
        thrown(UnsupportedOperationException)
    }

    private static boolean accepted(String id) {
        try {
            WatchedOrder.of('customer', id).orderId() == id && WatchedOrder.of(id, 'order').customerId() == id
        } catch (IllegalArgumentException ignored) {
            false
        }
    }
}
