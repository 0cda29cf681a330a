package io.github.partnercenter4j.watch.machines

import java.sql.DriverManager
import java.sql.SQLException
import java.time.Duration
import java.time.Instant
import java.util.concurrent.TimeUnit

/**
 * How much of the quota is used while work is due. A slot is held while a request is on its way, then for a window, and then it
 * is idle until the next request. Only the last one is lost by the watch: the slots allow {@code window / (window + held)}.
 */
class QuotaUse implements AutoCloseable {
    private static final String DUE = 'select count(*) from pc_watch_order where execution_time <= clock_timestamp()'
    private static final String SLOTS = 'select number, asked_at, free_at from pc_watch_slot where asked_at > 0'

    private final String url
    private final int quota
    private final long window
    private final Map<Integer, TreeMap<Long, Long>> freeAt = [:].withDefault { new TreeMap<>() }
    private final List<Long> delays = [].asSynchronized()
    private final Thread thread
    private volatile boolean closed
    /** The last time when so many orders were due that they need the whole quota. */
    private volatile Instant dueUntil = Instant.MIN
    private final Instant from

    /** @param from the first requests of a new JVM are slow, so earlier ones do not count */
    QuotaUse(String url, int quota, Duration window, Instant from) {
        this.from = from
        this.url = url
        this.quota = quota
        this.window = window.toMillis()
        thread = Thread.start('quota-use') { sample() }
    }

    private void sample() {
        while (!closed) {
            try {
                DriverManager.getConnection(url).withCloseable { connection ->
                    while (!closed) {
                        read(connection.createStatement())
                        def asleep = System.nanoTime()
                        TimeUnit.MILLISECONDS.sleep(250)
                        delays << TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asleep) - 250
                    }
                }
            } catch (SQLException e) {
                // While the database is restarted.
                TimeUnit.MILLISECONDS.sleep(250)
            }
        }
    }

    private void read(statement) {
        def due = statement.executeQuery(DUE)
        due.next()
        if (due.getInt(1) >= quota) {
            dueUntil = Instant.now()
        }
        def slots = statement.executeQuery(SLOTS)
        while (slots.next()) {
            freeAt[slots.getInt(1)][slots.getLong(2)] = slots.getLong(3)
        }
    }

    /** The mean time that a request held its slot, in milliseconds, without those that got no response. */
    double held() {
        mean(uses().collectMany { uses -> uses.collect { it.value - it.key - window } }.findAll { it < 10_000 })
    }

    /** The mean time in milliseconds that a thread waited for a processor after its sleep. A machine with nothing else to do has about 1. */
    double delay() {
        mean(delays)
    }

    /** The mean time that a slot was free, in milliseconds. */
    double idle() {
        mean(uses().collectMany { uses -> [uses.keySet().toList().tail(), uses.values().toList().init()].transpose().collect { asked, free -> asked - free } })
    }

    private Collection<Map<Long, Long>> uses() {
        freeAt.values()*.tailMap(from.toEpochMilli())
    }

    /** The part of the quota that the slots allow. */
    double allowed() {
        window / (window + held())
    }

    /** The part of the quota that was used: how long it took until so many further requests had arrived as the quota has. */
    double used(List<Instant> arrivals) {
        def whileDue = arrivals.findAll { it >= from && it <= dueUntil }
        assert whileDue.size() > quota: 'too few orders for this test'
        window / mean((quota..<whileDue.size()).collect { Duration.between(whileDue[it - quota], whileDue[it]).toMillis() })
    }

    private static double mean(List<Long> values) {
        values ? values.sum() / values.size() : 0
    }

    @Override
    void close() {
        closed = true
        thread.join()
    }
}
