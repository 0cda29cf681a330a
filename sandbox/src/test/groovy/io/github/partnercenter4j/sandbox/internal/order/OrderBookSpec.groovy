package io.github.partnercenter4j.sandbox.internal.order

import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.SandboxOrder
import spock.lang.Specification

class OrderBookSpec extends Specification {

    private static final FIRST = 'aaaaaaaa-2222-3333-4444-555555555555'
    private static final SECOND = 'bbbbbbbb-2222-3333-4444-555555555555'
    private static final SAMPLE = SandboxOrder.of(SECOND, 'o2')

    def book = new OrderBook(new MovableClock(), SAMPLE)

    def "only the order of the documentation is the sample"() {
        expect:
        book.isSample(SandboxOrder.of(SECOND, 'o2'))
        !book.isSample(SandboxOrder.of(SECOND, 'o1'))
    }

    def "a customer is known in upper and lower case, if it has an order"() {
        expect:
        book.hasCustomer(SECOND)
        book.hasCustomer(SECOND.toUpperCase(Locale.ROOT))
        !book.hasCustomer(FIRST)
    }

    def "the orders are sorted by customer, in any case, and then by id"() {
        given:
        def orders = [SandboxOrder.of(FIRST, 'p'), SandboxOrder.of(FIRST, 'a'), SandboxOrder.of(SECOND.toUpperCase(Locale.ROOT), 'o1')]
        orders.each { book.add(it) }

        expect:
        book.orders() == [orders[1], orders[0], orders[2], SAMPLE]
    }
}
