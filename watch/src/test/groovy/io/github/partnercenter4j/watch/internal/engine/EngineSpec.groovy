package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.client.orders.PollPauses
import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.WatchPause
import io.github.partnercenter4j.watch.WatchSpecification
import io.github.partnercenter4j.watch.WatchedOrder
import io.github.partnercenter4j.watch.internal.store.OrderState
import io.github.partnercenter4j.watch.internal.store.WatchStore
import java.time.Duration
import java.time.Instant
import java.util.concurrent.CountDownLatch
import spock.lang.AutoCleanup

/** The parts of a watch together: what starts, what ends, and when a watch is done. */
class EngineSpec extends WatchSpecification {
    @AutoCleanup
    WatchStore store
    @AutoCleanup
    Engine engine

    def setup() {
        store = WatchStore.open(folder.resolve('engine.db'), 'tenant', Quota.of(20, Duration.ofMillis(100)))
        def settings = new EngineSettings(partnerCenter, 'tenant', PollPauses.every(Duration.ofSeconds(1)), Duration.ofHours(1), Duration.ofSeconds(10), 2, { }, { results << it }, { pauses << it }, times())
        engine = new Engine(settings, store)
    }

    def 'a watch is done when it has no orders, and not while it has one'() {
        expect:
        engine.awaitDone(Duration.ZERO)

        when:
        add('a')

        then:
        !engine.awaitDone(Duration.ofMillis(1))
    }

    def 'an order is asked for after the start only, and the wait ends when its result is delivered'() {
        given:
        order('a', fulfilled())
        add('a')

        when:
        engine.start()

        then:
        engine.awaitDone(LONG)
        results*.orderId() == ['a']
        asked() == ['a']
    }

    def 'a watch that is closed while a thread waits for it is not done'() {
        given:
        add('a')
        def done = null
        def waiting = Thread.start { done = engine.awaitDone(LONG) }

        when:
        engine.close()
        waiting.join()

        then:
        done == false
    }

    def 'a watch that is closed cannot be started'() {
        given:
        engine.close()

        when:
        engine.start()

        then:
        def e = thrown(IllegalStateException)
        e.message == 'A watch can be started once. Build a new one'
    }

    def 'no thread of a watch is left when it is closed'() {
        given:
        order('a', fulfilled())
        add('a')
        def others = Thread.allStackTraces.keySet()
        engine.start()
        engine.awaitDone(LONG)
        eventually { threads('partnercenter4j-watch-housekeeping') - others }
        def ours = threads('partnercenter4j-watch') + threads('db-scheduler') - others

        when:
        engine.close()

        then:
        ours.any { it.name.startsWith('db-scheduler') }
        ours.findAll { it.name == 'partnercenter4j-watch-housekeeping' }.every { it.daemon }
        eventually { ours.every { !it.alive } }
    }

    def 'after a quiet window more of the quota is used again'() {
        given:
        store.quota().tooManyRequests(Duration.ZERO)
        def lowered = store.counters().read().usable()

        when:
        engine.start()

        then:
        lowered == 15
        eventually { store.counters().read().usable() > 15 }
    }

    def 'what another process did not deliver is delivered'() {
        given:
        order('a', fulfilled())
        add('a')
        store.results().finish(OrderState.of(WatchedOrder.of(CUSTOMER, 'a'), 0), 1, OrderResult.Kind.FAILED, 'x', false)

        when:
        def before = engine.awaitDone(Duration.ofMillis(1))
        engine.start()

        then:
        !before
        engine.awaitDone(LONG)
        results*.orderId() == ['a']
    }

    def 'a database that cannot be read is a pause, and the watch is not done'() {
        given:
        store.database().update('alter table pc_watch_tenant rename to away')

        when:
        def done = engine.awaitDone(Duration.ofMillis(1))

        then:
        !done
        pauses*.kind() == [WatchPause.Kind.DATABASE]
        !engine.awaitDone(Duration.ofMillis(1))

        when:
        store.database().update('alter table away rename to pc_watch_tenant')

        then:
        engine.awaitDone(LONG)
    }

    def 'that the quota cannot be kept up to date is a pause too'() {
        given:
        store.database().update('alter table pc_watch_quota rename to away')

        when:
        engine.start()

        then:
        eventually { !pauses.empty }
        pauses[0].kind() == WatchPause.Kind.DATABASE
    }

    def 'a 429 that another machine got is a pause of this one, unless it has one of its own'() {
        given:
        def until = Instant.ofEpochMilli(store.database().now() + 60_000)
        def usual = store.counters().read()
        store.quota().tooManyRequests(Duration.ofMinutes(1))

        expect:
        engine.pause(usual) == null
        with(engine.pause(store.counters().read())) { kind() == WatchPause.Kind.TOO_MANY_REQUESTS && it.until() >= until && !over() }

        when:
        engine.@pauses.begin(WatchPause.Kind.CREDENTIAL, 'No token', null)

        then:
        engine.pause(store.counters().read()).kind() == WatchPause.Kind.CREDENTIAL
    }

    def 'the scheduler picks no orders while there is no token'() {
        when:
        engine.@credentialGate.failed('No token', false)
        engine.pauseOrResume()

        then:
        paused()

        when:
        engine.@credentialGate.open()
        engine.pauseOrResume()

        then:
        !paused()
    }

    def 'the scheduler picks no orders while the database cannot be used'() {
        when:
        store.database().update('alter table pc_watch_tenant rename to away')
        engine.@storeGate.check()

        then:
        paused()

        when:
        store.database().update('alter table away rename to pc_watch_tenant')

        then:
        eventually { !paused() }
    }

    def 'that the service refuses the token no longer is reported after a while'() {
        given:
        engine.@credentialGate.failed('refused', true)
        engine.@credentialGate.open()

        when:
        engine.start()

        then:
        eventually { pauses*.over() == [false, true] }
    }

    def 'a thread that is interrupted while it closes a watch stays interrupted'() {
        given:
        def end = new CountDownLatch(1)
        engine.@housekeeping.execute { end.await() }
        Thread.currentThread().interrupt()

        when:
        engine.close()

        then:
        Thread.interrupted()

        cleanup:
        end.countDown()
    }

    private boolean paused() {
        engine.@scheduler.schedulerState.paused
    }

    private void add(String id) {
        store.orders().addAll([WatchedOrder.of(CUSTOMER, id)].iterator())
    }

    private static List<Thread> threads(String name) {
        Thread.allStackTraces.keySet().findAll { it.name.startsWith(name) }.toList()
    }
}
