package io.github.partnercenter4j.client

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.SandboxOrder
import io.github.partnercenter4j.sandbox.wire.WireFault
import io.github.partnercenter4j.sandbox.wire.WireFaults
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeoutException
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The limiter sees each request on the wire: it is asked before the request, and told when the response is in. */
class RequestLimiterSpec extends Specification {

    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder()
            .order(SandboxOrder.of('0c39d6d5-c70d-4c55-bc02-f620844f3fd1', 'paged').with(LineItem.of(1, 'fulfilled')).with(LineItem.of(1, 'fulfilled')).inPagesOf(1))
            .start()
    List<String> events = new CopyOnWriteArrayList<>()
    List<Duration> remaining = new CopyOnWriteArrayList<>()
    Iterator<String> tokens = [sandbox.token()].iterator()
    @AutoCleanup
    PartnerCenter partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl())
            .credential(Credential.ofSupplier { tokens.hasNext() ? tokens.next() : sandbox.token() })
            .options { it.requestLimiter { atMost -> counted(atMost) } }
            .build()

    def 'the limiter is asked for #requests permits when #what'(String what, List planned, int requests) {
        given:
        planned.each { sandbox.next(it) }

        when:
        partnerCenter.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then: 'each permit is returned before the next one is asked for'
        sandbox.requests().hasCount(requests)
        events == (1..requests).collectMany { ["asked with ${it - 1} requests sent", "returned with $it requests sent"] }*.toString()

        where:
        what                                      | planned                                                           || requests
        'the first response is good'              | []                                                                || 1
        'a 503 is retried'                        | [Responses.bytes(503, 'text/plain', new byte[0])]                 || 2
        'two statuses are retried'                | [Responses.serverError(), Responses.serverError()]                || 3
        'the connection is closed without a response' | [Responses.usual().wire(WireFaults.nothing())] || 2
    }

    def 'the repeat with a refreshed token needs a permit'() {
        given:
        tokens = ['s3cret-old-token', sandbox.token()].iterator()

        when:
        partnerCenter.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        events.count { it.startsWith('asked') } == 2
    }

    def 'each page needs a permit'() {
        given:
        def first = partnerCenter.orders().getProvisioningStatus(sandbox.customerId(), 'paged')

        expect:
        partnerCenter.pages(first) { it.links() }.count() == 2
        sandbox.requests().hasCount(2)
        events.size() == 4
    }

    def 'no permit is held while the call waits before a retry'() {
        given: 'a limiter with a single permit'
        def held = 0
        def granted = 0
        def view = limited { granted++; held++; assert held == 1; { -> held-- } as RequestLimiter.Permit }
        sandbox.next(Responses.serverError()).then(Responses.serverError())

        when:
        view.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        granted == 3
        held == 0
    }

    def 'the limiter gets the remaining time of the call'() {
        when:
        options(partnerCenter) { it.timeout(Duration.ofMinutes(2)) }.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        remaining.size() == 1
        remaining.every { it > Duration.ofMinutes(1) && it <= Duration.ofMinutes(2) }
    }

    def 'without a permit in time the call fails as after a timeout, and sends nothing'() {
        when:
        limited { throw new TimeoutException() }.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        TransportException e = thrown()
        e.kind() == TransportException.Kind.TIMED_OUT
        e.message == 'No response within the timeout of 60 s, while waiting for a permit of the request limiter'
        e.requestIds() == []
        sandbox.requests().hasCount(0)
    }

    def 'an interrupt while waiting for a permit ends the call'() {
        given:
        def waiting = new CountDownLatch(1)
        def failure = null
        def flag = false
        def view = limited { waiting.countDown(); new CountDownLatch(1).await(); null }
        def caller = Thread.start {
            try {
                view.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId())
            } catch (TransportException e) {
                failure = e.kind()
                flag = Thread.currentThread().interrupted
            }
        }

        when:
        waiting.await()
        caller.interrupt()
        caller.join()

        then:
        failure == TransportException.Kind.INTERRUPTED
        flag
    }

    def 'an exception of the limiter reaches the caller unchanged'() {
        given:
        def broken = new IllegalStateException('the store of the quota is away')

        when:
        limited { throw broken }.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        def e = thrown(IllegalStateException)
        e.is(broken)
    }

    def 'a view without limiter sends at once'() {
        when:
        options(partnerCenter) { it.requestLimiter(null) }.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        events == []
    }

    private RequestLimiter.Permit counted(Duration atMost) {
        remaining << atMost
        events << ("asked with ${sandbox.requests().all().size()} requests sent" as String)
        return { -> events << ("returned with ${sandbox.requests().all().size()} requests sent" as String) } as RequestLimiter.Permit
    }

    private PartnerCenter limited(Closure<RequestLimiter.Permit> limiter) {
        options(partnerCenter) { it.requestLimiter(limiter as RequestLimiter) }
    }

    /** Groovy has its own method named with. */
    private static PartnerCenter options(PartnerCenter client, UnaryOperator<CallOptions> change) {
        client.with(change)
    }
}
