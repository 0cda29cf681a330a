package io.github.partnercenter4j.sandbox

import static java.time.Duration.ofMillis
import static java.time.Duration.ofSeconds

import spock.lang.Specification

/** The best of several runs, so that a busy machine is not taken for a slow sandbox. */
class SpeedSpec extends Specification {

    def "a sandbox starts within two seconds, and answers within five milliseconds"() {
        given:
        def starts = (1..3).collect { timed { PartnerCenterSandbox.start().close() } }
        def sandbox = PartnerCenterSandbox.builder().quota(100_000).start()
        def uri = "${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus"
        def answers = (1..300).collect { timed { RawClient.get(uri, [Authorization: 'Bearer ' + sandbox.token()]) } }

        expect:
        starts.min() < ofSeconds(2).toNanos()
        answers.sort().take(100).max() < ofMillis(5).toNanos()

        cleanup:
        sandbox.close()
    }

    private static long timed(Closure<?> work) {
        def start = System.nanoTime()
        work()
        System.nanoTime() - start
    }
}
