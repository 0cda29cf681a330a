package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.internal.store.QuotaTable
import io.github.partnercenter4j.watch.internal.store.VirtualDatabase
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** When the slots of a poll become free again. */
class PollPermitsSpec extends Specification {
    private static final Duration CALL = Duration.ofSeconds(5)
    private static final Duration WINDOW = Duration.ofSeconds(1)

    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('permits.db'))

    def 'after a poll with #what, slots are free after #free ms'() {
        given: 'two slots that are free'
        def quota = new QuotaTable(virtual.database, 'tenant')
        quota.prepare(Quota.of(2, WINDOW))
        virtual.time += 10_000
        def permits = new Permits(quota, new PauseReports({}), new Closing())
        def poll = new PollPermits(permits, permits.take(CALL, CALL), CALL)

        when: 'the last request takes 100 ms'
        requests.times { assert poll.acquire(CALL) != null }
        virtual.time += 100
        if (responded) {
            poll.responded()
        }
        poll.close()

        then:
        poll.requests() == requests
        freeAfter(quota) == free

        where:
        what                             | requests | responded || free
        'no request'                     | 0        | false     || [0, 0]
        'a request'                      | 1        | true      || [0, 1000]
        'a request without a response'   | 1        | false     || [0, 6000]
        'two requests'                   | 2        | true      || [900, 1000]
        'a second one without a response'| 2        | false     || [900, 6000]
    }

    def 'a poll that is closed twice gives its slot back once'() {
        given:
        def quota = new QuotaTable(virtual.database, 'tenant')
        quota.prepare(Quota.of(1, WINDOW))
        virtual.time += 10_000
        def permits = new Permits(quota, new PauseReports({}), new Closing())
        def poll = new PollPermits(permits, permits.take(CALL, CALL), CALL)
        poll.close()
        def next = permits.take(CALL, CALL)

        when:
        poll.close()

        then: 'the slot belongs to the next poll'
        next != null
        quota.take(CALL).empty
    }

    /** Returns when each slot becomes free, in milliseconds from now. */
    private List<Long> freeAfter(QuotaTable quota) {
        def start = virtual.time
        def free = []
        [0, 899, 900, 999, 1000, 5999, 6000].each { at ->
            virtual.time = start + at
            while (quota.take(Duration.ofDays(1)).present) {
                free << at
            }
        }
        free
    }
}
