package io.github.partnercenter4j.sandbox.internal.service

import static java.time.Duration.ZERO
import static java.time.Duration.ofMillis
import static java.time.Duration.ofSeconds

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.RawClient
import spock.lang.Specification

class QuotaSpec extends Specification {

    def clock = new MovableClock()

    def "the 501st request within any 60 seconds waits until the first of them is 60 seconds old"() {
        given:
        def quota = new Quota(500, clock)

        when: 'a window is used up, half of it in its middle'
        def first = (1..250).collect { quota.request() }
        clock.pass(ofSeconds(30))
        def second = (1..250).collect { quota.request() }

        then:
        (first + second).every { it == ZERO }
        quota.request() == ofSeconds(30)

        when: 'the window that straddles the two is full as well'
        clock.pass(ofMillis(29_999))

        then:
        quota.request() == ofMillis(1)

        when: 'the first half has left'
        clock.pass(ofMillis(1))
        def third = (1..250).collect { quota.request() }

        then:
        third.every { it == ZERO }
        quota.request() == ofSeconds(30)

        when: 'and then the second'
        clock.pass(ofSeconds(30))
        def fourth = (1..250).collect { quota.request() }

        then:
        fourth.every { it == ZERO }
        quota.request() == ofSeconds(30)
    }

    def "a refused request does not count"() {
        given:
        def quota = new Quota(1, clock)
        quota.request()

        expect:
        10.times { assert quota.request() == ofSeconds(60) }

        when:
        clock.pass(ofSeconds(60))

        then:
        quota.request() == ZERO
    }

    def "a quota of 0 refuses every request for a whole window"() {
        expect:
        new Quota(0, clock).request() == ofSeconds(60)
    }

    def "the sandbox responds with 429 and the seconds rounded up, and accepts requests after that time"() {
        given:
        def sandbox = PartnerCenterSandbox.builder().quota(2).clock(clock).start()
        def get = { RawClient.get("${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus", [Authorization: 'Bearer ' + sandbox.token()]) }

        when:
        def before = (1..2).collect { get().statusCode() }
        clock.pass(ofMillis(59_001))
        def refused = get()
        clock.pass(ofSeconds(1))
        def after = (1..3).collect { get().statusCode() }

        then:
        before == [200, 200]
        refused.statusCode() == 429
        refused.headers().allValues('Retry-After') == ['1']
        after == [200, 200, 429]

        cleanup:
        sandbox.close()
    }

    def "requests without a token do not use up the quota"() {
        given:
        def sandbox = PartnerCenterSandbox.builder().quota(1).clock(clock).start()
        def uri = "${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus"

        expect:
        (1..3).every { RawClient.get(uri, [:]).statusCode() == 401 }
        RawClient.get(uri, [Authorization: 'Bearer ' + sandbox.token()]).statusCode() == 200

        cleanup:
        sandbox.close()
    }
}
