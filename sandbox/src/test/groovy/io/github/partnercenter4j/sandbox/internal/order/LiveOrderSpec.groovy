package io.github.partnercenter4j.sandbox.internal.order

import static java.time.Duration.ofSeconds

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.SandboxOrder
import java.nio.charset.StandardCharsets
import spock.lang.Specification

class LiveOrderSpec extends Specification {

    private static final FOUR = (1..4).inject(SandboxOrder.of('11111111-2222-3333-4444-555555555555', 'o')) { order, quantity ->
        order.with(LineItem.of(quantity, 'pending').thenAfterPolls(1, 'fulfilled'))
    }

    def clock = new MovableClock()

    def "in pages of 2, a page counts its own requests: after that of #offset the statuses are #statuses"() {
        given:
        def order = new LiveOrder(FOUR.inPagesOf(2), clock)

        when:
        order.page(offset)

        then:
        order.statuses() == statuses

        where:
        offset || statuses
        0      || ['fulfilled', 'fulfilled', 'pending', 'pending']
        2      || ['pending', 'pending', 'fulfilled', 'fulfilled']
    }

    def "a page has the line items from its offset: #offset, with #size on a page"() {
        expect:
        new LiveOrder(FOUR.inPagesOf(size), clock).page(offset).items*.lineItemNumber == numbers

        where:
        size | offset || numbers
        0    | 0      || [0, 1, 2, 3]
        3    | 0      || [0, 1, 2]
        3    | 3      || [3]
        4    | 0      || [0, 1, 2, 3]
    }

    def "a status that is set stays, for all line items or for one"() {
        given:
        def order = new LiveOrder(FOUR, clock)

        when:
        order.setStatus('odd')
        order.setStatus(0, 'first')
        order.setStatus(3, 'last')
        order.page(0)

        then:
        order.statuses() == ['first', 'odd', 'odd', 'last']
        order.page(0).items*.status == order.statuses()
    }

    def "there is no line item #number of four"() {
        when:
        new LiveOrder(FOUR, clock).setStatus(number, 'odd')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "Order o has no line item $number"

        where:
        number << [-1, 4]
    }

    def "a status changes, and an order is visible, at the time that was given"() {
        given:
        def order = new LiveOrder(SandboxOrder.of(FOUR.customerId(), 'o').with(LineItem.of(1, 'a').then(ofSeconds(2), 'b')).visibleAfter(ofSeconds(2)), clock)

        when:
        clock.pass(ofSeconds(2).minusMillis(1))

        then:
        order.statuses() == ['a']
        !order.visible

        when:
        clock.pass(ofSeconds(0).plusMillis(1))

        then:
        order.statuses() == ['b']
        order.visible
    }

    def "in pages of #size, the token of offset #offset is that of a page: #known"() {
        given:
        def token = "offset:$offset".getBytes(StandardCharsets.UTF_8).encodeBase64() as String

        expect:
        new PageLinks(FOUR.inPagesOf(size)).offset(token) == (known ? OptionalInt.of(offset) : OptionalInt.empty())

        where:
        size | offset || known
        2    | 0      || true
        2    | 1      || false
        2    | 2      || true
        2    | 4      || false
        0    | 0      || false
    }
}
