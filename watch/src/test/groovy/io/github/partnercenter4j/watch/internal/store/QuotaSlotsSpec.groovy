package io.github.partnercenter4j.watch.internal.store

import io.github.partnercenter4j.watch.Quota
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** How many slots there are, and what keeps one occupied. */
class QuotaSlotsSpec extends Specification {
    private static final Duration CALL = Duration.ofSeconds(5)

    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('slots.db'))
    QuotaTable quota = new QuotaTable(virtual.database, 'tenant')

    def setup() {
        quota.prepare(Quota.of(4, Duration.ofMillis(1000)))
        virtual.time += 10_000
    }

    def 'there is one slot for each request of the quota'() {
        expect:
        slots() == 4

        when:
        quota.prepare(Quota.of(8, Duration.ofMillis(1000)))

        then:
        slots() == 8
    }

    def 'with a higher quota, the new slots become free one after the other within a window'() {
        given:
        4.times { quota.take(CALL) }
        quota.prepare(Quota.of(8, Duration.ofMillis(1000)))
        def start = virtual.time

        expect:
        [0, 125, 250, 375].every { at ->
            virtual.time = start + at
            quota.take(CALL).present && quota.take(CALL).empty
        }
    }

    def 'a pause lasts until its last millisecond'() {
        given:
        quota.tooManyRequests(Duration.ofSeconds(2))
        def end = virtual.time + 2000

        when:
        virtual.time += millis

        then:
        quota.untilFree() == new QuotaTable.Wait(2000 - millis, paused ? end : 0)

        where:
        millis || paused
        0      || true
        1999   || true
        2000   || false
    }

    def 'a request that is on its way is not taken for a clock that was set back'() {
        given:
        4.times { quota.take(CALL) }

        when:
        quota.recover(CALL)
        virtual.time += millis

        then:
        quota.take(CALL).present == free

        where:
        millis || free
        5999   || false
        6000   || true
    }

    private int slots() {
        virtual.database.one('select count(*) from pc_watch_slot', { it.getInt(1) }).get()
    }
}
