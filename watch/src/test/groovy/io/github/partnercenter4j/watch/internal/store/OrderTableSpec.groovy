package io.github.partnercenter4j.watch.internal.store

import static io.github.partnercenter4j.watch.internal.store.VirtualTenant.CUSTOMER

import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.PendingOrder
import io.github.partnercenter4j.watch.WatchedOrder
import java.nio.file.Path
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The open orders of a tenant. */
class OrderTableSpec extends Specification {
    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('orders.db'))
    VirtualTenant tenant = new VirtualTenant(virtual)
    OrderTable orders = tenant.orders

    def 'the case of a customer id does not matter, that of an order id does'() {
        expect:
        OrderTable.key('ABC', 'Id') == 'abc/Id'
    }

    def '#number orders are added, however many transactions that takes'(int number) {
        expect:
        orders.addAll((0..<number).collect { WatchedOrder.of(CUSTOMER, "o$it") }.iterator()) == number
        tenant.counters.open() == number
        orders.addAll((0..number).collect { WatchedOrder.of(CUSTOMER, "o$it") }.iterator()) == 1

        where: 'a transaction adds up to 5,000'
        number << [0, 1, 4_999, 5_000, 5_001]
    }

    def 'when the orders cannot be read any further, those of whole transactions are added'(int read, int added) {
        given:
        def number = 0
        def failing = [hasNext: { true }, next: { if (number == read) { throw new IllegalStateException('line') } ; WatchedOrder.of(CUSTOMER, "o${number++}") }] as Iterator

        when:
        orders.addAll(failing)

        then:
        thrown(IllegalStateException)
        tenant.counters.open() == added

        where:
        read   || added
        4_999  || 0
        5_000  || 5_000
        5_001  || 5_000
        10_001 || 10_000
    }

    def 'all machines write orders in the same order, so that none waits for another one that waits for it'() {
        when:
        tenant.add('c', 'a', 'b')

        then:
        virtual.database.list('select task_instance from pc_watch_order order by rowid', { it.getString(1) }) == ['a', 'b', 'c'].collect { "$CUSTOMER/$it" as String }
    }

    def 'an order that is new is due at once, and no machine works on it'() {
        when:
        tenant.add('a')

        then:
        virtual.database.list('select task_name, execution_time, added_at, picked, version from pc_watch_order', { row -> (1..5).collect { row.getObject(it) } }) ==
                [['tenant', virtual.time, virtual.time, 0, 1]]
    }

    def 'an order that has a result is not added again, except by another tenant'() {
        given:
        tenant.finish('a', false)
        def other = new VirtualTenant(virtual, 'other')

        expect:
        tenant.add('a') == 0
        other.add('a') == 1
        tenant.counters.open() == 0
        other.counters.open() == 1
    }

    def 'the oldest orders come first, with what is known of them'() {
        given:
        def start = virtual.time
        tenant.add('b', 'c')
        virtual.time += 1000
        orders.addAll([new WatchedOrder(CUSTOMER, 'a', [zone: 'north'])].iterator())
        new VirtualTenant(virtual, 'other').add('x')
        def state = tenant.state('c').asked(start + 2000, 3, 'id').pending('still', 1)
        virtual.database.update("update pc_watch_order set task_data = ?, execution_time = ? where task_instance like '%/c'", new Json().serialize(state), start + 9000)

        expect:
        orders.oldest(9)*.orderId() == ['b', 'c', 'a']
        orders.oldest(2)*.orderId() == ['b', 'c']
        orders.oldest(3)[2] == new PendingOrder(CUSTOMER, 'a', [zone: 'north'], Instant.ofEpochMilli(start + 1000), Instant.ofEpochMilli(start + 1000), 0, null)
        with(orders.oldest(2)[1]) { nextPoll() == Instant.ofEpochMilli(start + 9000) && requests() == 3 && reason() == 'still' }
    }

    def 'a process that starts takes over what the one before it worked on'() {
        given:
        def other = new VirtualTenant(virtual, 'other')
        tenant.add('a', 'b')
        other.add('x')
        virtual.database.update("update pc_watch_order set picked = true, picked_by = 'me', last_heartbeat = 1 where task_instance not like '%/b'")

        when:
        orders.releasePicked()

        then: 'whoever picked it cannot end it any more'
        virtual.database.list('select task_instance, picked, picked_by, last_heartbeat, version from pc_watch_order order by 1', { row -> [row.getString(1)[-1]] + (2..5).collect { row.getObject(it) } }) ==
                [['a', 0, null, null, 2], ['b', 0, null, null, 1], ['x', 1, 'me', 1, 1]]
        tenant.results.finish(tenant.state('a'), 1, OrderResult.Kind.FULFILLED, 'done', false).empty
    }
}
