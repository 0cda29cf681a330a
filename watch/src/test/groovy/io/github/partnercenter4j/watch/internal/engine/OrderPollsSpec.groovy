package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.orders.PollPauses
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.wire.WireFaults
import io.github.partnercenter4j.watch.LineItemChange
import io.github.partnercenter4j.watch.LineItemStatus
import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.WatchSpecification
import io.github.partnercenter4j.watch.internal.store.OrderState
import io.github.partnercenter4j.watch.internal.store.VirtualDatabase
import io.github.partnercenter4j.watch.internal.store.VirtualTenant
import java.time.Duration
import spock.lang.AutoCleanup

/** One poll of an order: its slot, its request, and what it does to the other orders. Its waits take no time. */
class OrderPollsSpec extends WatchSpecification {
    private static final Duration CALL = Duration.ofSeconds(30)
    private static final long DUE = 42

    @AutoCleanup
    VirtualDatabase virtual
    @AutoCleanup
    PartnerCenter client
    VirtualTenant tenant
    InstantWaits closing = new InstantWaits()
    List<Boolean> gateChanges = []
    CredentialGate gate
    Closure onChange = { changes << it }
    Closure onClock = {}
    /** Runs before each request that asks for a token. */
    Closure onToken = {}
    OrderPolls polls

    def setup() {
        virtual = new VirtualDatabase(folder.resolve('polls.db'))
        tenant = new VirtualTenant(virtual)
        virtual.time += 10_000
        client = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential { request ->
            onToken()
            new AccessToken(sandbox.token(), null)
        }.build()
        def reports = new PauseReports({ pauses << it })
        gate = new CredentialGate(reports, { nanos() }, FIRST_PAUSE)
        def settings = new EngineSettings(client, 'tenant', PollPauses.every(Duration.ofSeconds(9)), Duration.ofHours(1), CALL, 1, { onChange(it) }, null, { }, EngineTimes.USUAL)
        def clock = new DatabaseClock({ virtual.time }, { onClock(); nanos() })
        polls = new OrderPolls(settings, new Permits(tenant.quota, reports, closing), tenant.quota, gate, clock, closing, { gateChanges << gate.isClosed() })
    }

    def 'an order that is fulfilled is done after one request'() {
        given:
        order('a', fulfilled())

        when:
        def step = poll()

        then:
        step.kind() == OrderResult.Kind.FULFILLED
        with(step.state()) { requests() == 1 && firstAsked() == virtual.time && requestId() && items() == [new LineItemStatus(0, null, 'fulfilled')] }
        occupied() == [1000]
        gateChanges == []
        changes == []
    }

    def 'an order that is pending is asked for again after its pause'() {
        given:
        order('a', pending(2, 'fulfilled'))

        when:
        def step = poll()

        then:
        step.atMillis() == virtual.time + 9_000
        step.state().requests() == 1
    }

    def 'a change of a line item is told, and a listener that fails does not matter'() {
        given:
        order('a', fulfilled())
        onChange = { changes << it; throw new IllegalStateException('a bug of the listener') }

        when:
        def step = poll(tenant.state('a').withItems([new LineItemStatus(0, null, 'pending')]))

        then:
        changes == [new LineItemChange(CUSTOMER, 'a', 0, 'pending', 'fulfilled')]
        step.kind() == OrderResult.Kind.FULFILLED
    }

    def 'after a 429 that asks for #asked s, all orders wait #seconds s'(Integer asked, int seconds) {
        given:
        order('a', fulfilled())
        def response = Responses.tooManyRequests()
        sandbox.next(asked ? response.retryAfter(Duration.ofSeconds(asked)) : response.withoutHeader('Retry-After'))

        when:
        def step = poll()

        then:
        tenant.quota.untilFree().pausedUntil() == virtual.time + seconds * 1000
        step.atMillis() == virtual.time
        step.state().requestId()

        where:
        asked || seconds
        3     || 3
        null  || 10
    }

    def 'a failure is not repeated at once'() {
        given:
        order('a', fulfilled())
        sandbox.next(Responses.serverError())

        when:
        def step = poll()

        then:
        step.state().reason().startsWith('The service returned 500')
        asked() == ['a']
        occupied() == [1000]
        tenant.quota.untilFree().pausedUntil() == 0
    }

    def 'a request without a response occupies its slot as long as a call may take'() {
        given:
        order('a', fulfilled())
        sandbox.next(Responses.usual().wire(WireFaults.reset()))

        when:
        def step = poll()

        then:
        step instanceof Step.Again
        occupied() == [31_000]
    }

    def 'an id that cannot be sent ends its order without a request'() {
        when:
        def step = poll(tenant.state('..'))

        then:
        step.kind() == OrderResult.Kind.FAILED
        step.state().requests() == 0
        occupied() == []
    }

    def 'without a token the thread tries again after growing pauses, and the pause is over with the first token'() {
        given:
        order('a', fulfilled())
        def tries = 0
        onToken = { if (++tries <= 3) { throw new CredentialException('No token', null) } }

        when:
        def step = poll()

        then:
        step.kind() == OrderResult.Kind.FULFILLED
        closing.waits == [FIRST_PAUSE, FIRST_PAUSE.multipliedBy(2), FIRST_PAUSE.multipliedBy(4)]
        gateChanges == [true, true, true, false]
        pauses*.over() == [false, true]
        pauses[0].reason() == 'No token'
    }

    def 'a token that the service refused is tried again, and the pause is not over with the first success'() {
        given:
        order('a', fulfilled())
        sandbox.next(Responses.mfaRequired())

        when:
        def step = poll()

        then:
        step.state().requests() == 2
        closing.waits == [FIRST_PAUSE]
        gateChanges == [true, false]
        pauses*.over() == [false]
    }

    def 'if another thread found that there is no token #when, the order is returned without a request'(String when) {
        given:
        order('a', fulfilled())
        def fail = { Thread.start { gate.failed('No token', false) }.join() }
        switch (when) {
            case 'before': fail(); break
            case 'while this one waited for a slot': onClock = { fail() }; break
            default: onToken = { fail(); throw new CredentialException('No token', null) }
        }

        expect:
        poll().with { it.atMillis() == DUE && it.state() == tenant.state('a') }
        asked() == []
        closing.waits == []
        gate.isClosed()

        where:
        when << ['before', 'while this one waited for a slot', 'at the same time']
    }

    def 'a slot that was taken while another thread found that there is no token is given back'() {
        given:
        onClock = { Thread.start { gate.failed('No token', false) }.join() }

        when:
        poll()

        then:
        occupied() == []
    }

    def 'a watch that is closed #when returns its order, and leaves the gate open'(String when, List<Boolean> changes) {
        given:
        order('a', fulfilled())
        switch (when) {
            case 'before': closing.close(); break
            case 'while the quota is used':
                4.times { tenant.quota.take(CALL) }
                closing.during = { closing.close() }
                break
            case 'while it waits for a token':
                onToken = { throw new CredentialException('No token', null) }
                closing.during = { closing.close() }
                break
            default: onToken = { closing.close(); throw new CredentialException('No token', null) }
        }

        expect:
        poll().with { it.atMillis() == DUE && it.state() == tenant.state('a') }
        gateChanges == changes
        !gate.isClosed()
        asked() == []

        where:
        when                         || changes
        'before'                     || []
        'while the quota is used'    || []
        'while it waits for a token' || [true, false]
        'during a request'           || []
    }

    def 'a thread that is interrupted returns its order, and stays interrupted'() {
        given:
        Thread.currentThread().interrupt()

        when:
        def step = poll()

        then:
        Thread.interrupted()
        step.atMillis() == DUE
        occupied() == []
    }

    private Step poll(OrderState state = tenant.state('a')) {
        polls.poll(state, DUE)
    }

    private long nanos() {
        (virtual.time - VirtualDatabase.START) * 1_000_000
    }

    /** How long the slots that are not free stay occupied, in milliseconds. */
    private List<Long> occupied() {
        virtual.database.list('select free_at - {now} from pc_watch_slot where free_at > {now} order by free_at', { it.getLong(1) })
    }
}
