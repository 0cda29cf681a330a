package io.github.partnercenter4j.watch.internal.engine

import java.util.concurrent.TimeUnit
import spock.lang.Specification

/** The time of the database, whatever the clock of the machine says. */
class DatabaseClockSpec extends Specification {
    long nanos = TimeUnit.MILLISECONDS.toNanos(5_000)
    long database = 1_000_000

    def 'between two readings the time goes on with the monotonic clock'() {
        given:
        def clock = new DatabaseClock({ database }, { nanos })

        when:
        nanos += TimeUnit.MILLISECONDS.toNanos(250)

        then:
        clock.now().toEpochMilli() == 1_000_250
    }

    def 'a reading that takes long counts for its middle'() {
        given:
        def clock = new DatabaseClock({ nanos += TimeUnit.MILLISECONDS.toNanos(400); database }, { nanos })

        expect:
        clock.millis() == 1_000_200
    }

    def 'a later reading corrects the time'() {
        given:
        def clock = new DatabaseClock({ database }, { nanos })

        when:
        database -= 30_000
        clock.refresh()

        then:
        clock.millis() == 970_000
    }
}
