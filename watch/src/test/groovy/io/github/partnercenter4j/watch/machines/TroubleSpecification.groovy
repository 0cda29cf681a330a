package io.github.partnercenter4j.watch.machines

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.watch.ProvisioningWatch
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.WatchPause
import io.github.partnercenter4j.watch.WatchSpecification
import io.github.partnercenter4j.watch.WatchedOrder
import io.github.partnercenter4j.watch.internal.engine.EngineTimes
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Timeout

/** A watch of a hundred orders, whose database makes trouble. */
@Timeout(300)
abstract class TroubleSpecification extends WatchSpecification {
    static final int ORDERS = 100

    @AutoCleanup
    ProvisioningWatch watch

    /** Those of production: one pause must not look like several, however the database behaves meanwhile. */
    @Override
    EngineTimes times() {
        EngineTimes.USUAL
    }

    void watchOrders(Map<String, Object> options) {
        (1..ORDERS).each { sandbox.add(SandboxOrder.of(CUSTOMER, "order-$it").with(LineItem.of(1, 'fulfilled'))) }
        watch = builder(options + [quota: Quota.of(20, Duration.ofSeconds(1))]).build()
        watch.addAll((1..ORDERS).stream().map { WatchedOrder.of(CUSTOMER, "order-$it") })
        watch.start()
    }

    /** Makes trouble in the middle of the work, and ends it after a while: that is one pause, with this in its reason, and nothing is lost. */
    boolean isOnePause(String reason, Closure<?> trouble, Closure<?> end, Duration lasting = Duration.ofSeconds(5)) {
        eventually { watch.progress().done() > 5 }
        trouble.call()
        eventually { !pauses.empty }
        TimeUnit.SECONDS.sleep(lasting.toSeconds())
        def during = pauses.toList()
        end.call()
        allDone()
        assert during*.over() == [false]
        assert during[0].kind() == WatchPause.Kind.DATABASE
        assert during[0].reason().contains(reason)
        eventually { pauses.size() > 1 }
        assert pauses*.over() == [false, true]
        true
    }

    /** Each order ended once, and its result was delivered. */
    private void allDone() {
        assert watch.awaitDone(Duration.ofSeconds(120))
        def stored = watch.results(0, ORDERS + 1)
        assert stored*.number() == (1L..ORDERS).toList()
        assert stored*.orderId().toSet().size() == ORDERS
        assert results*.number().toSet() == stored*.number().toSet()
        println "${sandbox.requests().count()} requests for $ORDERS orders; $pauses"
    }
}
