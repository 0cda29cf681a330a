package io.github.partnercenter4j.watch

import static io.github.partnercenter4j.watch.OrderResult.Kind.FAILED
import static io.github.partnercenter4j.watch.OrderResult.Kind.FULFILLED
import static io.github.partnercenter4j.watch.OrderResult.Kind.GIVEN_UP
import static io.github.partnercenter4j.watch.OrderResult.Kind.UNFULFILLED

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.SandboxOrder
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.stream.Stream
import spock.lang.AutoCleanup

/** What becomes of orders. */
class ProvisioningWatchSpec extends WatchSpecification {
    @AutoCleanup
    ProvisioningWatch watch

    def 'each order is asked for until it is done, and gets one result'() {
        given:
        order('done', fulfilled())
        order('slow', pending(2, 'fulfilled'))
        order('cancelled', pending(1, 'Unfulfilled'), fulfilled())
        sandbox.add(SandboxOrder.of(CUSTOMER, 'paged').with(fulfilled()).with(fulfilled()).with(fulfilled()).inPagesOf(1))
        watch = builder().build()

        when:
        def added = watch.addAll(Stream.of('done', 'slow', 'cancelled', 'paged').map { WatchedOrder.of(CUSTOMER, it) })
        watch.start()

        then:
        added == 4
        watch.awaitDone(LONG)
        def byOrder = watch.results(0, 10).collectEntries { [it.orderId(), it] }
        byOrder.collectEntries { id, result -> [id, result.kind()] } == [done: FULFILLED, slow: FULFILLED, cancelled: UNFULFILLED, paged: FULFILLED]
        byOrder.collectEntries { id, result -> [id, result.requests()] } == [done: 1, slow: 3, cancelled: 2, paged: 3]
        byOrder.slow.lineItems() == [new LineItemStatus(0, null, 'fulfilled')]
        byOrder.cancelled.reason() == 'line item 0 is Unfulfilled'
        byOrder.values().every { it.requestId() && it.firstAsked() <= it.done() }
        watch.results(0, 10)*.number() == [1L, 2L, 3L, 4L]
        watch.results(2, 1)*.number() == [3L]
        results.sort { it.number() } == watch.results(0, 10)
        changes.toSet() == [new LineItemChange(CUSTOMER, 'slow', 0, 'PrefulfillmentPending', 'fulfilled'), new LineItemChange(CUSTOMER, 'cancelled', 0, 'PrefulfillmentPending', 'Unfulfilled')].toSet()
        asked().countBy { it } == [done: 1, slow: 3, cancelled: 2, paged: 3]
        servicePauses == []
    }

    def 'a bad order does not stop the others'() {
        given:
        restart(PartnerCenterSandbox.builder().forbiddenCustomer('11111111-2222-4333-8444-555555555555'))
        order('good', pending(1, 'fulfilled'))
        watch = builder().build()

        when:
        watch.addAll(Stream.of(
                WatchedOrder.of('11111111-2222-4333-8444-555555555555', 'forbidden'), WatchedOrder.of('no-guid', 'bad-customer'), WatchedOrder.of(CUSTOMER, '..'),
                WatchedOrder.of(CUSTOMER, 'good'), WatchedOrder.of(CUSTOMER, 'unknown')))
        watch.start()

        then: 'a 404 soon after adding is no failure'
        eventually { watch.progress().done() == 4 }
        def byOrder = watch.results(0, 10).collectEntries { [it.orderId(), it] }
        byOrder.collectEntries { id, result -> [id, result.kind()] } == [forbidden: FAILED, 'bad-customer': FAILED, '..': FAILED, good: FULFILLED]
        byOrder.forbidden.reason().startsWith('The service returned 403, code 20002')
        byOrder['..'].requests() == 0
        byOrder['..'].firstAsked() == null
        watch.slowestPending(10)*.orderId() == ['unknown']
        watch.slowestPending(10)[0].reason().startsWith('not visible yet: The service returned 404')
        with(watch.progress()) { open() == 1 && fulfilled() == 1 && failed() == 3 && unfulfilled() == 0 && givenUp() == 0 }
    }

    def 'an order that stays pending is given up'() {
        given:
        order('stuck', LineItem.of(1, 'PrefulfillmentPending'))

        when: 'a busy machine may ask once only before the time is over, so longer times follow'
        def result = [1_500, 6_500, 26_500].stream().map { millis ->
            watch?.close()
            watch = builder(file: folder.resolve("${millis}.db")).giveUpAfter(Duration.ofMillis(millis)).build()
            watch.add(CUSTOMER, 'stuck')
            watch.start()
            watch.awaitDone(LONG)
            [millis: millis, order: watch.results(0, 10)[0]]
        }.filter { it.order.requests() >= 2 }.findFirst().get()

        then:
        result.order.kind() == GIVEN_UP
        result.order.reason() == "still not done $result.millis ms after it was added: line item 0 is PrefulfillmentPending"
    }

    def 'an order is watched once, however often it is added, and whether it is open or done'() {
        given:
        order('a', fulfilled())
        watch = builder().build()

        expect: 'the case of a GUID has no meaning, that of an order id has'
        watch.add(CUSTOMER, 'a')
        !watch.add(CUSTOMER, 'a')
        !watch.add(CUSTOMER.toUpperCase(), 'a')
        watch.add(CUSTOMER, 'A')
        watch.addAll(Stream.of(WatchedOrder.of(CUSTOMER, 'b'), WatchedOrder.of(CUSTOMER, 'b'), WatchedOrder.of(CUSTOMER, 'a'))) == 1
        watch.progress().open() == 3

        when:
        watch.start()

        then:
        eventually { watch.progress().fulfilled() == 1 }
        !watch.add(CUSTOMER, 'a')
        watch.results(0, 10)*.orderId() == ['a']
    }

    def 'further values of an order come back with its result, in their order'() {
        given:
        order('a', fulfilled())
        watch = builder().build()
        def attributes = [zone: 'north', account: '"quoted", naïve \u0000', empty: '']

        when:
        watch.addAll(Stream.of(new WatchedOrder(CUSTOMER, 'a', attributes)))
        def pending = watch.slowestPending(1)[0]
        watch.start()

        then:
        watch.awaitDone(LONG)
        watch.results(0, 1)[0].attributes() == attributes
        watch.results(0, 1)[0].attributes().keySet().toList() == ['zone', 'account', 'empty']
        pending.attributes() == attributes
        pending.requests() == 0
        pending.reason() == null
    }

    def 'a second watch on the same file goes on where the first one ended'() {
        given:
        order('first', fulfilled())
        order('second', pending(1, 'fulfilled'))
        watch = builder().build()
        watch.addAll(Stream.of(WatchedOrder.of(CUSTOMER, 'first'), WatchedOrder.of(CUSTOMER, 'second')))

        when:
        watch.start()

        then:
        eventually { watch.progress().done() >= 1 }

        when:
        watch.close()
        watch = builder().build()
        watch.start()

        then:
        watch.awaitDone(LONG)
        watch.results(0, 10)*.number() == [1L, 2L]
        results*.orderId().toSet() == ['first', 'second'].toSet()
        asked().count('first') == 1
    }

    def 'a result whose listener failed is delivered again after a restart'() {
        given:
        order('a', fulfilled())
        def delivered = new CopyOnWriteArrayList()
        watch = builder().onResult { delivered << it; throw new IllegalStateException('the receiver is away') }.build()

        when:
        watch.add(CUSTOMER, 'a')
        watch.start()

        then: 'the watch is not done, because the result was not delivered'
        eventually { delivered.size() == 1 }
        !watch.awaitDone(Duration.ofMillis(500))
        watch.progress().open() == 0

        when:
        watch.close()
        watch = builder().build()
        watch.start()

        then:
        watch.awaitDone(LONG)
        results*.orderId() == ['a']
        results*.number() == [1L]
        asked() == ['a']
    }

    def 'results wait for a watch that has a listener'() {
        given:
        order('a', fulfilled())
        watch = builder(listener: false).build()
        watch.add(CUSTOMER, 'a')
        watch.start()
        watch.awaitDone(LONG)
        watch.close()

        when:
        watch = builder().build()
        watch.start()

        then:
        watch.awaitDone(LONG)
        results*.orderId() == ['a']
    }

    def 'the listeners of changes and pauses may fail'() {
        given:
        order('a', pending(1, 'fulfilled'))
        sandbox.next(Responses.tooManyRequests().retryAfter(Duration.ofSeconds(1)))
        watch = builder().onChange { throw new IllegalStateException() }.onPause { throw new IllegalStateException() }.build()

        when:
        watch.add(CUSTOMER, 'a')
        watch.start()

        then:
        watch.awaitDone(LONG)
    }

    def 'tenants in one file do not see each other'() {
        given:
        order('a', fulfilled())
        order('b', fulfilled())
        watch = builder().tenant('one').build()
        watch.add(CUSTOMER, 'a')
        watch.close()

        when:
        watch = builder().tenant("two's").build()
        watch.add(CUSTOMER, 'b')
        watch.start()

        then:
        watch.awaitDone(LONG)
        watch.results(0, 10)*.orderId() == ['b']
        asked() == ['b']

        when:
        watch.close()
        watch = builder().tenant('one').build()
        watch.start()

        then:
        watch.awaitDone(LONG)
        watch.results(0, 10)*.orderId() == ['a']
    }

    def 'a watch can be closed while it waits for the quota, and closed twice'() {
        given:
        (1..20).each { order("o$it", fulfilled()) }
        watch = builder(quota: Quota.of(1, Duration.ofHours(1))).build()
        watch.addAll((1..20).stream().map { WatchedOrder.of(CUSTOMER, "o$it") })
        watch.start()
        assert eventually { asked().size() == 1 }

        when:
        watch.close()
        watch.close()

        and: 'the next one knows that the quota is used'
        watch = builder(quota: Quota.of(1, Duration.ofHours(1))).build()
        watch.start()

        then:
        !watch.awaitDone(Duration.ofSeconds(1))
        asked().size() == 1
        watch.progress().requestsInWindow() == 1
        watch.progress().open() == 19
    }

    def 'a watch starts once'() {
        given:
        watch = builder().build()
        watch.start()

        when:
        watch.start()

        then:
        thrown(IllegalStateException)
    }
}
