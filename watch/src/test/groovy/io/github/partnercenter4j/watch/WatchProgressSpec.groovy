package io.github.partnercenter4j.watch

import io.github.partnercenter4j.watch.internal.store.OrderState
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup

/** What a watch says of itself while it is not started. */
class WatchProgressSpec extends WatchSpecification {
    private static final Map<OrderResult.Kind, Integer> RESULTS = [(OrderResult.Kind.FULFILLED): 1, (OrderResult.Kind.UNFULFILLED): 2, (OrderResult.Kind.FAILED): 3, (OrderResult.Kind.GIVEN_UP): 4]

    @AutoCleanup
    ProvisioningWatch watch

    def 'each number is that of the tables'() {
        given:
        watch = builder(quota: Quota.of(8, Duration.ofHours(1))).build()
        def store = watch.@store
        def number = 0
        (1..15).each { watch.add(CUSTOMER, "o$it") }
        RESULTS.each { kind, count -> count.times { store.results().finish(OrderState.of(WatchedOrder.of(CUSTOMER, "o${++number}"), 0), 1, kind, 'x', false) } }
        assert store.quota().take(Duration.ofSeconds(1)).present
        store.quota().tooManyRequests(Duration.ofHours(1))

        expect:
        with(watch.progress()) {
            open() == 5
            fulfilled() == 1
            unfulfilled() == 2
            failed() == 3
            givenUp() == 4
            done() == 10
            requestsInWindow() == 1
            quota() == Quota.of(8, Duration.ofHours(1))
            usableQuota() == 6
            pause().kind() == WatchPause.Kind.TOO_MANY_REQUESTS
            pause().until() > Instant.now()
            timeLeft() != null
        }
        watch.results(0, 1)*.number() == [1L]
        watch.results(0, 99).size() == 10
        watch.slowestPending(1).size() == 1
        watch.slowestPending(99).size() == 5
    }

    def 'a watch with no orders has nothing to wait for'() {
        given:
        watch = builder().build()

        expect:
        with(watch.progress()) { done() == 0 && open() == 0 && pause() == null && timeLeft() == Duration.ZERO }
        watch.awaitDone(Duration.ZERO)
    }

    def 'a limit of #limit is refused for #list'(String list, int limit) {
        given:
        watch = builder().build()

        when:
        list == 'results' ? watch.results(0, limit) : watch.slowestPending(limit)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "limit must be 1 or more, but is $limit"

        where:
        list      | limit
        'results' | 0
        'pending' | 0
        'pending' | -1
    }

    def 'an exception has its kind'() {
        expect:
        new StoreException(StoreException.Kind.FULL, 'full', null).kind() == StoreException.Kind.FULL
    }
}
