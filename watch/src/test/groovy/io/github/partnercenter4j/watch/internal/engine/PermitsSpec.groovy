package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.WatchPause
import io.github.partnercenter4j.watch.internal.store.QuotaTable
import io.github.partnercenter4j.watch.internal.store.VirtualDatabase
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.util.concurrent.TimeoutException
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** How a poll waits for a slot of the quota. */
class PermitsSpec extends Specification {
    private static final Duration CALL = Duration.ofSeconds(5)
    private static final Duration LONG = Duration.ofMinutes(1)
    private static final Duration SHORT = Duration.ofMillis(5)

    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('permits.db'))
    QuotaTable quota = new QuotaTable(virtual.database, 'tenant')
    Closing closing = new Closing()
    List<WatchPause> told = []
    Closure onPause = {}
    Permits permits = new Permits(quota, new PauseReports({ told << it; onPause() }), closing)

    def setup() {
        quota.prepare(Quota.of(1, Duration.ofSeconds(1)))
        virtual.time += 10_000
    }

    def 'a wait ends when no slot is free in time'() {
        given:
        permits.take(CALL, LONG)

        when:
        permits.take(CALL, SHORT)

        then:
        thrown(TimeoutException)
        told == []
    }

    def 'no slot is taken while the watch is being closed'() {
        given:
        closing.close()

        when:
        permits.take(CALL, LONG)

        then:
        thrown(TimeoutException)
        quota.take(CALL).present
    }

    def 'after a 429 a slot is taken when the pause is over, and both are reported'() {
        given:
        quota.tooManyRequests(Duration.ofMillis(1))
        def end = Instant.ofEpochMilli(virtual.time + 1)
        onPause = { virtual.time = end.toEpochMilli() }

        when:
        permits.take(CALL, LONG)

        then:
        told*.kind() == [WatchPause.Kind.TOO_MANY_REQUESTS] * 2
        told*.until() == [end, null]
        told*.over() == [false, true]
    }

    def 'while one thread waits for a slot, another one waits for its turn, and gives up in time'() {
        given:
        def refused = null
        permits.take(CALL, LONG)
        quota.tooManyRequests(LONG)
        onPause = {
            Thread.start {
                try {
                    permits.take(CALL, SHORT)
                } catch (TimeoutException e) {
                    refused = e
                }
            }.join()
            closing.close()
        }

        when:
        permits.take(CALL, LONG)

        then:
        thrown(TimeoutException)
        refused != null
    }

    def 'after one thread has taken a slot, another one can take the next'() {
        given:
        def taken = null
        permits.unused(permits.take(CALL, LONG))

        when:
        Thread.start { taken = permits.take(CALL, LONG) }.join()

        then:
        taken != null
    }

    def 'a slot whose request got no response is free one call and one window later'() {
        given:
        def slot = permits.take(CALL, LONG)
        virtual.time += 4000

        when:
        permits.lost(slot, CALL)
        virtual.time += millis

        then:
        quota.take(CALL).present == free

        where:
        millis || free
        5999   || false
        6000   || true
    }

    def 'a database that is away does not disturb a poll that is done'() {
        given:
        def slot = permits.take(CALL, LONG)
        virtual.close()

        when:
        permits.responded(slot)
        permits.lost(slot, CALL)
        permits.unused(slot)

        then:
        noExceptionThrown()
    }
}
