package io.github.partnercenter4j.client.orders

import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import java.time.Duration
import spock.lang.Specification

class PollPausesSpec extends Specification {
    static final Duration QUARTER_HOUR = Duration.ofMinutes(15)
    static final Duration YEAR = Duration.ofDays(365)

    def 'with the random number #random the pause after poll #polls is #seconds seconds'() {
        expect:
        PollPauses.growing(Duration.ofSeconds(15), QUARTER_HOUR, { random as double }).after(polls, null) == Duration.ofMillis((seconds * 1000) as long)

        where:
        random | polls             || seconds
        0      | 1                 || 7.5
        0.5    | 1                 || 11.25
        0      | 2                 || 15
        0      | 6                 || 240
        0      | 7                 || 450
        0.5    | 7                 || 675
        0      | 8                 || 450
        0      | Integer.MAX_VALUE || 450
        0      | 0                 || 7.5
    }

    def 'growing pauses never exceed the longest, and are spread below it'() {
        given:
        def pauses = PollPauses.growing(Duration.ofSeconds(1), QUARTER_HOUR)

        when:
        def drawn = (1..200).collect { pauses.after(30, null) }

        then:
        drawn.every { it <= QUARTER_HOUR && it >= QUARTER_HOUR.dividedBy(2) }
        drawn.unique(false).size() > 100
    }

    def 'equal first and longest pauses are spread too'() {
        expect:
        PollPauses.growing(QUARTER_HOUR, QUARTER_HOUR, { 0d }).after(1, null) == QUARTER_HOUR.dividedBy(2)
    }

    def 'a constant pause is exact'() {
        expect:
        [1, 2, 50].collect { PollPauses.every(Duration.ofSeconds(7)).after(it, null) }.unique() == [Duration.ofSeconds(7)]
    }

    def 'the pause is never shorter than #asked, as the service asked'(PartnerCenterException failure, Duration asked, int seconds) {
        expect:
        pauses.every { it.after(1, failure) == Duration.ofSeconds(seconds) }

        where:
        failure                                                                        | asked                  || seconds
        ServiceException.builder(429).retryAfter(Duration.ofSeconds(57)).build()       | Duration.ofSeconds(57) || 57
        ServiceException.builder(503).retryAfter(Duration.ofSeconds(3600)).build()     | Duration.ofHours(1)    || 3600
        ServiceException.builder(503).retryAfter(Duration.ofSeconds(1)).build()        | Duration.ofSeconds(1)  || 10
        ServiceException.builder(503).build()                                          | null                   || 10
        TransportException.builder(TransportException.Kind.FAILED, 'no').build()       | null                   || 10

        pauses = [PollPauses.every(Duration.ofSeconds(10)), PollPauses.growing(Duration.ofSeconds(20), QUARTER_HOUR, { 0d })]
    }

    def 'pauses from #first to #longest are refused'() {
        when:
        PollPauses.growing(first, longest)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "The pauses must be a second to a year, and the longest must not be shorter than the first, but they are $first and $longest"

        where:
        first                  | longest
        Duration.ofMillis(999) | QUARTER_HOUR
        Duration.ofSeconds(2)  | Duration.ofSeconds(1)
        Duration.ZERO          | Duration.ZERO
        Duration.ofSeconds(-5) | QUARTER_HOUR
        Duration.ofSeconds(1)  | YEAR.plusNanos(1)
    }

    def 'a constant pause of #pause is refused'() {
        when:
        PollPauses.every(pause)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "The pause must be a second to a year, but is $pause"

        where:
        pause << [Duration.ofSeconds(-1), Duration.ZERO, Duration.ofSeconds(1).minusNanos(1), YEAR.plusNanos(1)]
    }

    def 'a second and a year are accepted'() {
        expect:
        PollPauses.every(pause).after(1, null) == pause
        PollPauses.growing(pause, pause, { 0d }).after(1, null) == pause.dividedBy(2)

        where:
        pause << [Duration.ofSeconds(1), YEAR]
    }
}
