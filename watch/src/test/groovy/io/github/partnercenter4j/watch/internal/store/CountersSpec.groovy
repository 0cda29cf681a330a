package io.github.partnercenter4j.watch.internal.store

import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.WatchedOrder
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The numbers of a tenant, on a database with a time of its own. */
class CountersSpec extends Specification {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'

    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('counters.db'))
    OrderTable orders = new OrderTable(virtual.database, 'tenant')
    ResultTable results = new ResultTable(virtual.database, 'tenant')
    QuotaTable quota = new QuotaTable(virtual.database, 'tenant')
    Counters counters = new Counters(virtual.database, 'tenant')

    def setup() {
        counters.prepare()
        quota.prepare(Quota.of(4, Duration.ofSeconds(1)))
    }

    def '#done of #added orders that took #millis ms each leave #left'(int added, int done, long millis, Duration left) {
        given:
        add(added)

        when: 'the last of them is done now'
        done.times {
            virtual.time += millis
            finish(it)
        }

        then:
        counters.read().timeLeft() == left
        counters.read().open() == added - done
        counters.open() == added - done
        counters.read().done() == done

        where: 'the pace is the time since the first of the last results, for as many orders'
        added | done | millis || left
        10    | 0    | 1000   || null
        10    | 4    | 1000   || null
        10    | 5    | 1000   || Duration.ofMillis(4000)
        10    | 9    | 900    || Duration.ofMillis(800)
        10    | 10   | 1000   || Duration.ZERO
        4     | 4    | 1000   || Duration.ZERO
        0     | 0    | 1000   || Duration.ZERO
    }

    def 'the pace is that of the last 200 results, and it slows down while none is added'() {
        given: '5 results a minute apart, and then 200 a second apart'
        add(215)
        5.times {
            virtual.time += 60_000
            finish(it)
        }
        200.times {
            virtual.time += 1000
            finish(it + 5)
        }

        expect: 'they took 199 s'
        counters.read().timeLeft() == Duration.ofMillis(199_000 * 10 / 200 as long)

        when:
        virtual.time += 201_000

        then:
        counters.read().timeLeft() == Duration.ofMillis(400_000 * 10 / 200 as long)
    }

    def 'a request counts until it is one window old, and a pause until its last millisecond'() {
        given:
        virtual.time += 10_000
        quota.take(Duration.ofSeconds(5))
        quota.tooManyRequests(Duration.ofSeconds(2))
        def end = virtual.time + 2000

        when:
        virtual.time += millis

        then:
        counters.read().requestsInWindow() == requests
        counters.read().pausedUntil() == (paused ? end : 0)

        where:
        millis || requests | paused
        0      || 1        | true
        999    || 1        | true
        1000   || 0        | true
        1999   || 0        | true
        2000   || 0        | false
    }

    private void add(int number) {
        orders.addAll((0..<number).collect { order(it) }.iterator())
    }

    private void finish(int number) {
        assert results.finish(OrderState.of(order(number), virtual.time), 1, OrderResult.Kind.FULFILLED, 'done', false).present
    }

    private static WatchedOrder order(int number) {
        new WatchedOrder(CUSTOMER, "o$number" as String, [:])
    }
}
