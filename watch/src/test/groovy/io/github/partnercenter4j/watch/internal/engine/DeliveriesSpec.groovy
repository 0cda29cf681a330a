package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.internal.store.VirtualDatabase
import io.github.partnercenter4j.watch.internal.store.VirtualTenant
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Which results the listener gets, and how often. */
class DeliveriesSpec extends Specification {
    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('deliveries.db'))
    VirtualTenant tenant = new VirtualTenant(virtual)
    Closing closing = new Closing()
    List<OrderResult> delivered = []
    Closure listener = { delivered << it }
    Deliveries deliveries = new Deliveries(tenant.results, { listener(it) }, closing)
    Deliveries without = new Deliveries(tenant.results, null, closing)

    def 'a result is delivered once, and is then done'() {
        given:
        def result = tenant.finish('a', true)

        expect:
        deliveries.isActive()
        !deliveries.isDone()

        when:
        deliveries.deliver(result)
        virtual.time += 60_000
        deliveries.redeliver()

        then:
        delivered == [result]
        deliveries.isDone()
    }

    def 'a result whose listener fails is delivered again when its lease is over'() {
        given:
        def result = tenant.finish('a', true)
        listener = { delivered << it; throw new IllegalStateException('a bug of the listener') }

        when:
        deliveries.deliver(result)
        deliveries.redeliver()
        virtual.time += 29_999
        deliveries.redeliver()

        then:
        delivered == [result]
        !deliveries.isDone()

        when:
        virtual.time += 1
        listener = { delivered << it }
        deliveries.redeliver()

        then:
        delivered == [result] * 2
        deliveries.isDone()
    }

    def 'without a listener, results wait for a machine that has one'() {
        given:
        def result = tenant.finish('a', without.isActive())

        when:
        without.deliver(result)
        without.redeliver()

        then:
        !without.isActive()
        without.isDone()
        !deliveries.isDone()

        when:
        deliveries.redeliver()

        then:
        delivered == [result]
        deliveries.isDone()
    }

    def 'all that was not delivered is delivered in the order of its numbers'() {
        given:
        45.times { tenant.finish("o$it", false) }

        when:
        deliveries.redeliver()

        then:
        delivered*.number() == (1L..45L).toList()
        deliveries.isDone()
    }

    def 'no result is delivered after the watch was closed'() {
        given:
        3.times { tenant.finish("o$it", false) }
        listener = { delivered << it; closing.close() }

        when:
        deliveries.redeliver()

        then:
        delivered*.number() == [1L]
        !deliveries.isDone()
    }
}
