package io.github.partnercenter4j.watch

import java.time.Duration
import spock.lang.Specification

class QuotaSpec extends Specification {

    def '#requests requests in #window are a quota'() {
        expect:
        Quota.of(requests, Duration.parse(window)) == new Quota(requests, Duration.parse(window))

        where:
        requests | window
        1        | 'PT1M'
        10_000   | 'PT1M'
        1        | 'PT0.1S'
        1        | 'PT24H'
    }

    def '#requests requests in #window are no quota: #message'() {
        when:
        Quota.of(requests, Duration.parse(window))

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        requests | window          || message
        0        | 'PT1M'          || 'A quota is 1 to 10000 requests, not 0'
        10_001   | 'PT1M'          || 'A quota is 1 to 10000 requests, not 10001'
        1        | 'PT0.099S'      || 'The window of a quota is 100 ms to a day, not PT0.099S'
        1        | 'PT24H0.001S'   || 'The window of a quota is 100 ms to a day, not PT24H0.001S'
    }

    def 'a quota for each minute has a window of a minute'() {
        expect:
        Quota.perMinute(500) == Quota.of(500, Duration.ofMinutes(1))
    }
}
