package io.github.partnercenter4j.watch.internal.engine

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException
import com.github.kagkarlsson.scheduler.task.Execution
import com.github.kagkarlsson.scheduler.task.ExecutionComplete
import com.github.kagkarlsson.scheduler.task.ExecutionContext
import com.github.kagkarlsson.scheduler.task.ExecutionOperations
import com.github.kagkarlsson.scheduler.task.TaskInstance
import io.github.partnercenter4j.client.orders.PollPauses
import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.StoreException
import io.github.partnercenter4j.watch.WatchSpecification
import io.github.partnercenter4j.watch.internal.store.OrderState
import io.github.partnercenter4j.watch.internal.store.OrderTable
import io.github.partnercenter4j.watch.internal.store.VirtualDatabase
import io.github.partnercenter4j.watch.internal.store.VirtualTenant
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup

/** What an order that is due becomes in the database. */
class OrderTaskSpec extends WatchSpecification {
    private static final Duration CALL = Duration.ofSeconds(30)
    private static final Instant DUE = Instant.ofEpochMilli(42)

    @AutoCleanup
    VirtualDatabase virtual
    VirtualTenant tenant
    InstantWaits closing = new InstantWaits()
    StoreGate gate = new StoreGate({}, {}, new PauseReports({ pauses << it }), closing, Duration.ofSeconds(1))
    Closure onClock = {}
    Closure onReschedule = {}
    List<List> rescheduled = []
    OrderTask task

    def setup() {
        virtual = new VirtualDatabase(folder.resolve('task.db'))
        tenant = new VirtualTenant(virtual)
        virtual.time += 10_000
        def reports = new PauseReports({})
        def settings = new EngineSettings(partnerCenter, 'tenant', PollPauses.every(Duration.ofSeconds(9)), Duration.ofHours(1), CALL, 1, { }, null, { }, EngineTimes.USUAL)
        def clock = new DatabaseClock({ virtual.time }, { onClock(); (virtual.time - VirtualDatabase.START) * 1_000_000 })
        def polls = new OrderPolls(settings, new Permits(tenant.quota, reports, closing), tenant.quota, new CredentialGate(reports, { 0L }, FIRST_PAUSE), clock, closing, { })
        task = new OrderTask(polls, tenant.results, new Deliveries(tenant.results, { results << it }, closing), gate)
    }

    def 'an order that is done gets its result, which is delivered'() {
        given:
        order('a', fulfilled())
        tenant.add('a')

        when:
        run('a')

        then:
        tenant.results.after(0, 9)*.kind() == [OrderResult.Kind.FULFILLED]
        results == tenant.results.after(0, 9)
        tenant.counters.open() == 0
        rescheduled == []
    }

    def 'an order that another machine has taken over gets no second result'() {
        given:
        order('a', fulfilled())
        tenant.add('a')

        when:
        run('a', 7)

        then:
        tenant.results.after(0, 9) == []
        results == []
    }

    def 'an order that is pending is due again after its pause, with what is known of it'() {
        given:
        order('a', pending(2, 'fulfilled'))

        when:
        run('a')

        then:
        rescheduled*.get(0) == [Instant.ofEpochMilli(virtual.time + 9_000)]
        rescheduled[0][1].reason() == 'line item 0 is PrefulfillmentPending'
    }

    def 'what cannot be written is written when the database can be used'() {
        given:
        order('a', pending(2, 'fulfilled'))
        def tries = 0
        onReschedule = { if (++tries == 1) { throw new StoreException(StoreException.Kind.FULL, 'full', null) } }

        when:
        run('a')

        then:
        tries == 2
        rescheduled.size() == 2
    }

    def 'that #what while the order is made due again #consequence'(String what, RuntimeException failure, String consequence) {
        given:
        order('a', pending(2, 'fulfilled'))
        onReschedule = { throw failure }
        def caught = null

        when:
        try {
            run('a')
        } catch (RuntimeException e) {
            caught = e
        }

        then:
        caught == (consequence == 'fails' ? failure : null)

        where:
        what                             | failure                                                                 || consequence
        'another machine has taken over' | new ExecutionException('taken over', 'tenant', 'a', 1)                  || 'is no failure'
        'something unexpected happens'   | new IllegalStateException('a bug')                                      || 'fails'
    }

    def 'an order stays due if the database cannot be used for a slot'() {
        given:
        def state = tenant.state('a')
        virtual.close()

        when:
        run('a', 1, state)

        then:
        rescheduled == [[DUE, state]]
        pauses[0].reason().contains('the test database')
    }

    def 'a failure of the program is no failure of the database'() {
        given:
        onClock = { throw new IllegalStateException('a bug') }

        when:
        run('a')

        then:
        def e = thrown(IllegalStateException)
        e.message == 'a bug'
        rescheduled == []
        !gate.isClosed()
    }

    private void run(String id, long version = 1, OrderState state = tenant.state(id)) {
        def instance = new TaskInstance<>('tenant', OrderTable.key(CUSTOMER, id), state)
        def execution = new Execution(DUE, instance, true, 'me', null, null, 0, null, version)
        def operations = new ExecutionOperations<OrderState>(null, null, execution) {
            @Override
            void reschedule(ExecutionComplete complete, Instant at, OrderState next) {
                rescheduled << [at, next]
                onReschedule()
            }
        }
        task.execute(instance, new ExecutionContext(null, execution, null, null)).complete(null, operations)
    }
}
