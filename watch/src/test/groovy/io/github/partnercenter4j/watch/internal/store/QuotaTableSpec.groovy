package io.github.partnercenter4j.watch.internal.store

import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.internal.store.QuotaTable.Slot
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** The slots of the quota, on a database with a time of its own. Times are in milliseconds. */
class QuotaTableSpec extends Specification {
    static final Duration CALL = Duration.ofSeconds(5)

    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('quota.db'))
    QuotaTable quota = new QuotaTable(virtual.database, 'tenant')

    def setup() {
        quota.prepare(Quota.of(4, Duration.ofMillis(1000)))
    }

    def 'the first slots become free one after the other within a window'() {
        expect:
        [0, 250, 500, 750].every { at ->
            virtual.time = VirtualDatabase.START + at
            quota.take(CALL).present && quota.take(CALL).empty
        }
    }

    def 'a slot stays occupied until one window after its response'() {
        given:
        virtual.time += 10_000
        def slots = (1..4).collect { quota.take(CALL).get() }

        when: 'the response of one request is in after 300 ms'
        virtual.time += 300
        quota.responded(slots[2])

        then:
        quota.take(CALL).empty
        quota.untilFree() == new QuotaTable.Wait(1000, 0)

        when:
        virtual.time += 999

        then:
        quota.take(CALL).empty

        when:
        virtual.time += 1

        then:
        quota.take(CALL).get().number() == slots[2].number()
        quota.take(CALL).empty
    }

    def 'a slot whose machine died is free one window after its longest call'() {
        given:
        virtual.time += 10_000
        4.times { quota.take(CALL).get() }

        when:
        virtual.time += 5_999

        then:
        quota.take(CALL).empty

        when:
        virtual.time += 1

        then:
        quota.take(CALL).present
    }

    def 'a response after the longest call does not free the slot of another request'() {
        given:
        virtual.time += 10_000
        def late = quota.take(CALL).get()
        3.times { quota.take(CALL) }
        virtual.time += 6_000
        def others = (1..4).collect { quota.take(CALL).get() }

        when:
        quota.responded(late)
        quota.unused(late)
        virtual.time += 1_000

        then:
        others*.number().contains(late.number())
        quota.take(CALL).empty
    }

    def 'a slot of a request without response stays occupied as long as a call may take, and one window'() {
        given:
        virtual.time += 10_000
        def slots = (1..4).collect { quota.take(CALL).get() }

        when: 'the connection breaks after 300 ms, and the request may still arrive'
        virtual.time += 300
        quota.lost(slots[0], CALL)
        virtual.time += 5_700

        then: 'the others are free, as those of a machine that died'
        (1..3).every { quota.take(CALL).get().number() != slots[0].number() }
        quota.take(CALL).empty

        when:
        virtual.time += 300

        then:
        quota.take(CALL).get().number() == slots[0].number()
    }

    def 'a slot that no request used is free at once'() {
        given:
        virtual.time += 10_000
        List<Slot> slots = (1..4).collect { quota.take(CALL).get() }

        when:
        quota.unused(slots[0])

        then:
        quota.take(CALL).get().number() == slots[0].number()
    }

    def 'after a 429 nobody gets a slot until the time it asked for has passed'() {
        given:
        virtual.time += 10_000

        when:
        quota.tooManyRequests(Duration.ofMillis(2_000))
        quota.tooManyRequests(Duration.ofMillis(500))

        then:
        quota.take(CALL).empty
        quota.untilFree() == new QuotaTable.Wait(2_000, virtual.time + 2_000)

        when:
        virtual.time += 2_000

        then:
        quota.take(CALL).present
    }

    def 'a 429 lowers the usable slots by a quarter, once in a window'() {
        given:
        quota.prepare(Quota.of(40, Duration.ofMillis(1000)))
        virtual.time += 10_000

        when:
        5.times { quota.tooManyRequests(Duration.ZERO) }

        then:
        usable() == 30

        when:
        virtual.time += 1_000
        quota.tooManyRequests(Duration.ZERO)

        then:
        usable() == 23
    }

    def 'however many 429 there are, one slot stays usable'() {
        when:
        20.times { virtual.time += 1_000; quota.tooManyRequests(Duration.ZERO) }

        then:
        usable() == 1
    }

    def 'each quiet window brings a twentieth of the quota back'() {
        given:
        quota.prepare(Quota.of(40, Duration.ofMillis(1000)))
        virtual.time += 10_000
        quota.tooManyRequests(Duration.ofMillis(3_000))

        when: 'the pause and one window have passed'
        virtual.time += 3_999
        quota.recover(CALL)
        def early = usable()
        virtual.time += 1
        5.times { quota.recover(CALL) }
        def first = usable()
        virtual.time += 1_000
        quota.recover(CALL)
        def second = usable()
        20.times { virtual.time += 1_000; quota.recover(CALL) }

        then:
        [early, first, second, usable()] == [30, 32, 34, 40]
    }

    def 'slots that are not usable are not taken'() {
        given:
        virtual.time += 10_000
        quota.tooManyRequests(Duration.ZERO)

        expect:
        usable() == 3
        (1..3).every { quota.take(CALL).present }
        quota.take(CALL).empty
    }

    def 'a start with the same quota changes nothing, and a lower one is used at once'() {
        given:
        virtual.time += 10_000
        4.times { quota.take(CALL) }

        when:
        quota.prepare(Quota.of(4, Duration.ofMillis(1000)))

        then:
        quota.take(CALL).empty

        when:
        quota.prepare(Quota.of(2, Duration.ofMillis(1000)))
        virtual.time += 10_000

        then:
        (1..2).every { quota.take(CALL).present }
        quota.take(CALL).empty
    }

    def 'with another window all slots wait for a new window'() {
        given:
        virtual.time += 10_000

        when:
        quota.prepare(Quota.of(4, Duration.ofMillis(3000)))
        virtual.time += 2_999

        then:
        quota.take(CALL).empty

        when:
        virtual.time += 1

        then:
        quota.take(CALL).present
    }

    def 'slots are usable again one window after the clock of the database was set back'() {
        given:
        virtual.time += 10_000
        4.times { quota.responded(quota.take(CALL).get()) }
        virtual.time -= 3_600_000

        when:
        quota.recover(CALL)
        virtual.time += 1_000

        then:
        quota.take(CALL).present
    }

    def 'the tenants have quotas of their own'() {
        given:
        def other = new QuotaTable(virtual.database, 'other')
        other.prepare(Quota.of(1, Duration.ofMillis(1000)))
        virtual.time += 10_000

        expect:
        4.times { assert quota.take(CALL).present }
        other.take(CALL).present
        other.take(CALL).empty
    }

    private int usable() {
        virtual.database.one('select usable from pc_watch_quota', { it.getInt(1) }).get()
    }
}
