package io.github.partnercenter4j.sandbox.internal.service

import static java.time.Duration.ZERO
import static java.time.Duration.ofMillis
import static java.time.Duration.ofSeconds

import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import java.time.Duration
import spock.lang.Specification

class QuotaSpec extends Specification {

    def clock = new MovableClock()

    def "the 501st request within any 60 seconds waits until the first of them is 60 seconds old"() {
        given:
        def quota = new Quota(500, ofSeconds(60), clock)

        when: 'a window is used up, half of it in its middle'
        def first = (1..250).collect { quota.request('a') }
        clock.pass(ofSeconds(30))
        def second = (1..250).collect { quota.request('a') }

        then:
        (first + second).every { it == ZERO }
        quota.request('a') == ofSeconds(30)

        when: 'the window that straddles the two is full as well'
        clock.pass(ofMillis(29_999))

        then:
        quota.request('a') == ofMillis(1)

        when: 'the first half has left'
        clock.pass(ofMillis(1))
        def third = (1..250).collect { quota.request('a') }

        then:
        third.every { it == ZERO }
        quota.request('a') == ofSeconds(30)

        when: 'and then the second'
        clock.pass(ofSeconds(30))
        def fourth = (1..250).collect { quota.request('a') }

        then:
        fourth.every { it == ZERO }
        quota.request('a') == ofSeconds(30)
    }

    def "a refused request does not count"() {
        given:
        def quota = new Quota(1, ofSeconds(60), clock)
        quota.request('a')

        expect:
        10.times { assert quota.request('a') == ofSeconds(60) }

        when:
        clock.pass(ofSeconds(60))

        then:
        quota.request('a') == ZERO
    }

    def "a quota of 0 refuses every request for a whole window"() {
        expect:
        new Quota(0, ofSeconds(60), clock).request('a') == ofSeconds(60)
    }

    def "#passed ms after a window began, the sandbox responds with 429 and Retry-After #seconds, and accepts requests after that time"(int passed, String seconds) {
        given:
        def sandbox = new InProcessSandbox(InProcessSandbox.options().quota(2).clock(clock))
        def get = { sandbox.get(sandbox.orderUrl()) }

        when:
        def before = (1..2).collect { get().statusCode() }
        clock.pass(ofMillis(passed))
        def refused = get()
        clock.pass(ofSeconds(seconds as int))
        def after = (1..3).collect { get().statusCode() }

        then:
        before == [200, 200]
        refused.statusCode() == 429
        refused.headers().allValues('Retry-After') == [seconds]
        after == [200, 200, 429]

        where:
        passed || seconds
        0      || '60'
        1      || '60'
        999    || '60'
        1000   || '59'
        58_999 || '2'
        59_000 || '1'
        59_001 || '1'
        59_999 || '1'
    }

    def "requests without a token do not use up the quota"() {
        given:
        def sandbox = new InProcessSandbox(InProcessSandbox.options().quota(1).clock(clock))

        expect:
        (1..3).every { sandbox.get(sandbox.orderUrl(), [Authorization: null]).statusCode() == 401 }
        sandbox.get(sandbox.orderUrl()).statusCode() == 200
    }

    def "each tenant has its own quota"() {
        given:
        def quota = new Quota(1, ofSeconds(60), clock)

        expect:
        ['a', 'b', 'a'].collect { quota.request(it) } == [ZERO, ZERO, ofSeconds(60)]
    }

    def "a window of another length, and a limit that changes while the sandbox runs, are kept"() {
        given:
        def sandbox = new InProcessSandbox(InProcessSandbox.options().clock(clock).quota(3, ofSeconds(6)))
        def get = { sandbox.get(sandbox.orderUrl()) }

        when:
        def first = (1..4).collect { get() }

        then:
        first*.statusCode() == [200, 200, 200, 429]
        first[3].headers().firstValue('Retry-After').get() == '6'

        when: 'a window later, the service lowers the limit'
        clock.pass(ofSeconds(6))
        sandbox.setQuota(1)

        then:
        [get(), get()]*.statusCode() == [200, 429]
        sandbox.refused == 2

        when: 'and raises it again'
        sandbox.setQuota(2)

        then:
        [get(), get()]*.statusCode() == [200, 429]
    }

    def "a quota of #requests in #window is refused"(int requests, Duration window) {
        when:
        PartnerCenterSandbox.builder().quota(requests, window)

        then:
        thrown(IllegalArgumentException)

        where:
        requests | window
        -1       | ofSeconds(6)
        1        | ZERO
        1        | ofSeconds(-1)
    }
}
