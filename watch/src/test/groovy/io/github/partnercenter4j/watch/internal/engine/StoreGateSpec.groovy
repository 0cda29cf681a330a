package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.watch.StoreException
import io.github.partnercenter4j.watch.StoreException.Kind
import io.github.partnercenter4j.watch.WatchPause
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.Specification

/** What a watch does while its database cannot be used. Its waits take no time. */
class StoreGateSpec extends Specification {
    private static final Duration QUIET = Duration.ofSeconds(7)

    InstantWaits closing = new InstantWaits()
    List<WatchPause> told = new CopyOnWriteArrayList<>()
    List<Boolean> changes = new CopyOnWriteArrayList<>()
    List<Thread> probes = new CopyOnWriteArrayList<>()
    Closure probe = {}
    StoreGate gate = new StoreGate({ probes << Thread.currentThread(); probe.call() }, { changes << gate.isClosed() }, new PauseReports({ told << it }), closing, QUIET)

    def 'the database is tried after growing pauses, until it can be used, and the pause is over when it stays usable'() {
        given: 'it fails eight times'
        probe = { if (probes.size() <= 8) { throw failure() } }

        when:
        gate.check()
        finished()

        then: 'the first time was the check'
        closing.waits*.toMillis() == [250, 500, 1000, 2000, 4000, 5000, 5000, 5000, 7000]
        changes == [true, false]
        told == [new WatchPause(WatchPause.Kind.DATABASE, 'away', null, false), new WatchPause(WatchPause.Kind.DATABASE, 'away', null, true)]
        !gate.isClosed()
        probes[1].name == 'partnercenter4j-watch-store'
        probes[1].daemon
    }

    def 'a failure before the quiet time is over belongs to the same pause'() {
        given: 'the gate closes again in the first quiet time, which is the second wait'
        closing.during = { if (it == 2) { gate.closeIfStore(failure()) } }

        when:
        gate.closeIfStore(failure())
        finished()

        then: 'the next pause is longer'
        closing.waits*.toMillis() == [250, 7000, 500, 7000]
        changes == [true, false, true, false]
        told*.over() == [false, true]
    }

    def 'after a pause that is over, the next failure is a new pause'() {
        given:
        gate.closeIfStore(failure())
        finished()

        when:
        gate.closeIfStore(failure())
        finished()

        then:
        told*.over() == [false, true, false, true]
        closing.waits*.toMillis() == [250, 7000, 250, 7000]
    }

    def 'a watch that is closed in the wait number #wait does not say that its database can be used'(int wait, List<Integer> waits) {
        given:
        closing.during = { if (it == wait) { closing.close() } }

        when:
        gate.closeIfStore(failure())
        finished()

        then:
        closing.waits*.toMillis() == waits
        told*.over() == [false]

        where:
        wait || waits
        1    || [250]
        2    || [250, 7000]
    }

    def 'a check of a database that can be used changes nothing'() {
        when:
        gate.check()

        then:
        !gate.isClosed()
        probes.size() == 1
        changes == []
    }

    def 'while the gate is closed, a check does not try the database, and a further failure changes nothing'() {
        given:
        def open = new Object()
        closing.during = { synchronized (open) { } }

        expect:
        synchronized (open) {
            assert gate.closeIfStore(failure())
            gate.check()
            assert gate.isClosed()
            assert probes.empty
            assert gate.closeIfStore(failure())
            assert changes == [true]
            true
        }
        finished()
    }

    def 'a failure that the database is not the cause of leaves the gate open'() {
        expect:
        !gate.closeIfStore(new IllegalStateException('a bug'))
        !gate.isClosed()
        changes == []
    }

    def 'work that fails because of the database is done again when it can be used'() {
        given:
        def runs = 0

        when:
        gate.persist { if (++runs <= 2) { throw failure() } }
        finished()

        then:
        runs == 3
        !gate.isClosed()
    }

    def 'while the gate is closed, work that failed waits'() {
        given: 'the first wait of the gate ends when the thread of the work does not go on'
        def runs = 0
        def seen = null
        Thread worker = null
        closing.during = { wait ->
            if (wait == 1) {
                while (!(worker.state in [Thread.State.TIMED_WAITING, Thread.State.TERMINATED])) {
                    Thread.onSpinWait()
                }
                seen = runs
            }
        }

        when:
        worker = new Thread({ gate.persist { if (++runs == 1) { throw failure() } } })
        worker.start()
        worker.join()
        finished()

        then:
        seen == 1
        runs == 2
    }

    def 'work is tried #runs times if it fails as #kind'(Kind kind, int failures, int runs, boolean thrown) {
        given:
        def done = 0
        def caught = null

        when:
        try {
            gate.persist { if (++done <= failures) { throw new StoreException(kind, 'away', null) } }
        } catch (StoreException e) {
            caught = e
        }
        finished()

        then:
        done == runs
        (caught != null) == thrown

        where: 'a failure that nobody knows could last for ever'
        kind             | failures || runs | thrown
        Kind.OTHER       | 4        || 5    | false
        Kind.OTHER       | 5        || 5    | true
        Kind.UNREACHABLE | 9        || 10   | false
        Kind.FULL        | 9        || 10   | false
    }

    def 'work that fails for another reason fails at once'() {
        given:
        def runs = 0

        when:
        gate.persist { runs++; throw new IllegalStateException('a bug') }

        then:
        thrown(IllegalStateException)
        runs == 1
    }

    def 'while the watch is being closed, work that fails is not tried again'() {
        given:
        def runs = 0
        closing.close()

        when:
        gate.persist { runs++; throw failure() }

        then:
        thrown(StoreException)
        runs == 1
    }

    def 'a thread that is interrupted tries its work again at once, and stays interrupted'() {
        given:
        def runs = 0
        def interrupted = null

        when:
        Thread.start {
            gate.persist { if (++runs == 1) { Thread.currentThread().interrupt(); throw failure() } }
            interrupted = Thread.currentThread().interrupted
        }.join()

        then:
        interrupted
        runs == 2
        finished()
    }

    /** Waits for the thread that tries the database. */
    private static boolean finished() {
        Thread.allStackTraces.keySet().findAll { it.name == 'partnercenter4j-watch-store' }.every {
            it.join(300_000)
            !it.alive
        }
    }

    private static StoreException failure() {
        new StoreException(Kind.UNREACHABLE, 'away', null)
    }
}
