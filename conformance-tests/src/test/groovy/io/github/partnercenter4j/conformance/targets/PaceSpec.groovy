package io.github.partnercenter4j.conformance.targets

import java.time.Duration
import spock.lang.Specification

/** Requests are sent at the pace, whatever the clock does in between. */
class PaceSpec extends Specification {
    ManualClock clock = new ManualClock()
    Pace pace = new Pace(Duration.ofSeconds(1), clock, clock.&sleep)

    def 'the first request is sent at once, and each further one a second after the one before'() {
        when:
        3.times { pace.take() }

        then:
        clock.slept == [Duration.ofSeconds(1)] * 2
    }

    def 'the time since the last request shortens the pause'() {
        when:
        pace.take()
        clock.now += Duration.ofMillis(700)
        pace.take()
        clock.now += Duration.ofSeconds(5)
        pace.take()

        then:
        clock.slept == [Duration.ofMillis(300)]
    }

    def 'after an early wake-up it waits again'() {
        given:
        def early = new Pace(Duration.ofSeconds(1), clock, { Duration it -> clock.sleep(it > Duration.ofMillis(500) ? it.dividedBy(2) : it) })

        when:
        2.times { early.take() }

        then:
        clock.slept == [Duration.ofMillis(500)] * 2
    }
}
