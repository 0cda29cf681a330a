package io.github.partnercenter4j.watch.internal.store

import static io.github.partnercenter4j.watch.internal.store.VirtualTenant.CUSTOMER

import io.github.partnercenter4j.watch.LineItemStatus
import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.OrderResult.Kind
import java.nio.file.Path
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The results of a tenant: each order has one, and each is delivered by one machine at a time. */
class ResultTableSpec extends Specification {
    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('results.db'))
    VirtualTenant tenant = new VirtualTenant(virtual)
    ResultTable results = tenant.results

    def 'a result has all that is known of its order'() {
        given:
        tenant.add('a')
        def start = virtual.time
        def items = [new LineItemStatus(0, 7, 'Unfulfilled')]
        def state = new OrderState(CUSTOMER, 'a', [zone: 'north', account: ''], start, start + 5, 1, 2, items, 'x', 'id')
        virtual.time += 9000

        when:
        def result = results.finish(state, 1, Kind.UNFULFILLED, 'be\0cause', false).get()

        then:
        result == new OrderResult(1, CUSTOMER, 'a', [zone: 'north', account: ''], Kind.UNFULFILLED, 'be\uFFFDcause', items, Instant.ofEpochMilli(start + 5), Instant.ofEpochMilli(start + 9000), 2, 'id')
        results.after(0, 9) == [result]
    }

    def 'an order that was never asked for has a result without a time and without line items'() {
        when:
        def result = tenant.finish('a', false)

        then:
        with(result) { firstAsked() == null && lineItems() == [] && requestId() == null && requests() == 0 }
    }

    def 'each kind of result is counted, and numbers have no gaps'() {
        given:
        tenant.add('a', 'b', 'c', 'd')

        when:
        def numbers = [a: Kind.FAILED, b: Kind.GIVEN_UP, c: Kind.FULFILLED, d: Kind.UNFULFILLED].collect { id, kind -> results.finish(tenant.state(id), 1, kind, 'x', false).get().number() }

        then:
        numbers == [1L, 2L, 3L, 4L]
        tenant.counters.read().results() == Kind.values().collectEntries { [it, 1L] }
        results.after(1, 2)*.number() == [2L, 3L]
        results.after(4, 9) == []
    }

    def 'an order that another machine has taken over, or ended, gets no result'() {
        given:
        tenant.add('a')

        expect:
        results.finish(tenant.state('a'), 2, Kind.FULFILLED, 'x', false).empty
        tenant.counters.open() == 1
        results.finish(tenant.state('a'), 1, Kind.FULFILLED, 'x', false).present
        results.finish(tenant.state('a'), 1, Kind.FULFILLED, 'x', false).empty
        results.after(0, 9).size() == 1
    }

    def 'an order that was added again just before its first result keeps that one'() {
        given:
        def first = tenant.finish('a', false)
        virtual.database.update('insert into pc_watch_order (task_name, task_instance, execution_time, picked, version, added_at) values (?, ?, 0, 0, 1, 0)', 'tenant', OrderTable.key(CUSTOMER, 'a'))
        virtual.database.update('update pc_watch_tenant set added = added + 1')

        expect:
        results.finish(tenant.state('a'), 1, Kind.FAILED, 'second', false).empty
        results.after(0, 9) == [first]
        tenant.counters.open() == 0
        tenant.counters.read().results()[Kind.FAILED] == 0
        tenant.finish('b', false).number() == 2
    }

    def 'a machine that wrote a result has 30 s to deliver it, before another one does'() {
        given:
        def result = tenant.finish('a', true)

        when:
        virtual.time += 29_999

        then:
        results.claimUndelivered(9) == []

        when:
        virtual.time += 1

        then: 'the other one has 30 s too'
        results.claimUndelivered(9) == [result]
        results.claimUndelivered(9) == []
        results.hasUndelivered()

        when:
        results.delivered(1)
        virtual.time += 30_000

        then:
        results.claimUndelivered(9) == []
        !results.hasUndelivered()
    }

    def 'undelivered results are claimed in order, as many as are asked for, by one machine of the tenant'() {
        given:
        def other = new VirtualTenant(virtual, 'other')
        (1..5).each { tenant.finish("o$it", false) }

        expect:
        !other.results.hasUndelivered()
        other.results.claimUndelivered(9) == []
        results.claimUndelivered(2)*.number() == [1L, 2L]
        results.claimUndelivered(9)*.number() == [3L, 4L, 5L]
        results.claimUndelivered(9) == []
    }

    def 'a process that starts delivers what the one before it had claimed'() {
        given:
        def other = new VirtualTenant(virtual, 'other')
        def result = tenant.finish('a', true)
        other.finish('x', true)
        results.delivered(tenant.finish('b', true).number())

        when:
        results.endLeases()

        then:
        results.claimUndelivered(9) == [result]
        other.results.claimUndelivered(9) == []
    }
}
