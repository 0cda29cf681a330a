package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.client.orders.PollPauses
import io.github.partnercenter4j.client.orders.ProvisioningOutcome
import io.github.partnercenter4j.watch.Quota
import io.github.partnercenter4j.watch.internal.store.OrderState
import io.github.partnercenter4j.watch.internal.store.QuotaTable
import io.github.partnercenter4j.watch.internal.store.VirtualDatabase
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** How long many orders take, by simulation: the real slots and the real rules, on a time of its own. */
class PaceSpec extends Specification {
    private static final int ORDERS = Integer.getInteger('watch.simulated', 6_000)
    private static final Quota QUOTA = Quota.perMinute(500)
    private static final Duration CALL = Duration.ofSeconds(60)

    @TempDir
    Path folder
    @AutoCleanup
    VirtualDatabase virtual = new VirtualDatabase(folder.resolve('pace.db'))

    def 'many orders take at most 1.05 times what the quota allows, and never exceed it'() {
        given: 'a tenth of the orders is pending twice, and a response takes 0.1 to 1 s'
        def random = new Random(7)
        def quota = new QuotaTable(virtual.database, 'tenant')
        quota.prepare(QUOTA)
        def rules = new OrderRules(PollPauses.growing(Duration.ofSeconds(15), Duration.ofMinutes(15)) { random.nextDouble() }, Duration.ofHours(48))
        def due = new PriorityQueue<List>({ List a, List b -> a[0] <=> b[0] })
        ORDERS.times { due << [virtual.time, state(), it % 10 == 0 ? 2 : 0] }
        def inFlight = new PriorityQueue<List>({ List a, List b -> a[0] <=> b[0] })
        List<Long> sent = []
        def done = 0
        // No slot is free before, so the table is not asked: that makes the simulation several times faster.
        def notBefore = 0L

        when:
        while (done < ORDERS) {
            while (!inFlight.empty && inFlight.peek()[0] <= virtual.time) {
                def (at, slot, OrderState state, int pendings) = inFlight.poll()
                quota.responded(slot)
                notBefore = Math.min(notBefore, virtual.time + QUOTA.window().toMillis())
                def kind = pendings > 0 ? ProvisioningOutcome.Kind.PENDING : ProvisioningOutcome.Kind.FULFILLED
                def step = rules.next(state, new PollResult.Read(new ProvisioningOutcome(kind, 'x'), [], null), virtual.time)
                if (step instanceof Step.Again) {
                    due << [step.atMillis(), step.state(), pendings - 1]
                } else {
                    done++
                }
            }
            def next = inFlight.empty ? Long.MAX_VALUE : inFlight.peek()[0] as long
            if (virtual.time < notBefore && !due.empty && due.peek()[0] <= virtual.time) {
                virtual.time = Math.min(next, notBefore)
            } else if (!due.empty && due.peek()[0] <= virtual.time) {
                def slot = quota.take(CALL)
                if (slot.present) {
                    def (at, state, pendings) = due.poll()
                    sent << virtual.time
                    inFlight << [virtual.time + 100 + random.nextInt(900), slot.get(), state, pendings]
                } else {
                    notBefore = virtual.time + Math.max(1, quota.untilFree().millis())
                    virtual.time = Math.min(next, notBefore)
                }
            } else if (done < ORDERS) {
                virtual.time = Math.min(next, due.empty ? Long.MAX_VALUE : due.peek()[0] as long)
            }
        }
        def taken = Duration.ofMillis(virtual.time - VirtualDatabase.START)
        def allowed = Duration.ofMillis((long) (sent.size() * QUOTA.window().toMillis() / QUOTA.requests()))
        println "$ORDERS orders, ${sent.size()} requests: ${taken.toMinutes()} min, the quota allows ${allowed.toMinutes()} min, ratio ${taken.toMillis() / allowed.toMillis()}"

        then:
        sent.size() == ORDERS + 2 * ORDERS.intdiv(10)
        taken.toMillis() <= 1.05 * allowed.toMillis()
        (QUOTA.requests()..<sent.size()).every { sent[it] - sent[it - QUOTA.requests()] >= QUOTA.window().toMillis() }
    }

    private static OrderState state() {
        new OrderState('customer', 'order', [:], VirtualDatabase.START, null, 0, 0, null, null, null)
    }
}
