package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.orders.PollPauses
import io.github.partnercenter4j.client.orders.ProvisioningOutcome
import io.github.partnercenter4j.watch.LineItemStatus
import io.github.partnercenter4j.watch.OrderResult
import io.github.partnercenter4j.watch.internal.store.OrderState
import java.time.Duration
import spock.lang.Specification

/** What happens to an order after a poll. Times are in seconds after the order was added. */
class OrderRulesSpec extends Specification {
    static final long ADDED = 1_700_000_000_000
    static final Duration GIVE_UP = Duration.ofHours(48)
    static final long MINUTE = 60
    static final long HOUR = 3600
    static final List<LineItemStatus> ITEMS = [new LineItemStatus(0, 7, 'pending')]

    double random = 0.999999
    OrderRules rules = new OrderRules(PollPauses.growing(Duration.ofSeconds(15), Duration.ofMinutes(15)) { random }, GIVE_UP)

    def 'a response that is #outcome ends the order as #kind'(ProvisioningOutcome.Kind outcome, OrderResult.Kind kind) {
        when:
        def step = rules.next(state(3), read(outcome, 'because'), at(47 * HOUR))

        then:
        step instanceof Step.Done
        step.kind() == kind
        step.reason() == 'because'
        step.state().items() == ITEMS

        where:
        outcome                               || kind
        ProvisioningOutcome.Kind.FULFILLED    || OrderResult.Kind.FULFILLED
        ProvisioningOutcome.Kind.UNFULFILLED  || OrderResult.Kind.UNFULFILLED
    }

    def 'after #polls pending polls the next one follows after #least to #most s'(int polls, double least, double most) {
        when:
        random = 0
        def first = rules.next(state(polls), read(ProvisioningOutcome.Kind.PENDING, 'line item 0 is pending'), at(MINUTE))
        random = 0.999999
        def last = rules.next(state(polls), read(ProvisioningOutcome.Kind.PENDING, 'line item 0 is pending'), at(MINUTE))

        then:
        (first.atMillis() - at(MINUTE)) / 1000 == least
        Math.abs((last.atMillis() - at(MINUTE)) / 1000 - most) < 0.1
        first.state().polls() == polls + 1
        first.state().reason() == 'line item 0 is pending'
        first.state().items() == ITEMS

        where:
        polls  || least | most
        0      || 7.5   | 15
        1      || 15    | 30
        2      || 30    | 60
        6      || 450   | 900
        1000   || 450   | 900
    }

    def 'after #failure at the age of #age s the order is #expected'(String failure, PartnerCenterException exception, long age, String expected) {
        when:
        def step = rules.next(state(0), new PollResult.Failed(exception), at(age))

        then:
        (step instanceof Step.Done ? "$step.kind: $step.reason" : "asked again: ${step.state().reason()}") == expected

        where:
        failure            | exception                                                                     | age         || expected
        'a 404'            | service(404, '20000')                                                         | 0           || 'asked again: not visible yet: The service returned 404, code 20000'
        'a 404'            | service(404, '20000')                                                         | 15 * MINUTE || 'asked again: not visible yet: The service returned 404, code 20000'
        'a 404'            | service(404, '20000')                                                         | 15 * MINUTE + 1 || 'FAILED: The service returned 404, code 20000'
        'a 400'            | service(400, '800002')                                                        | 0           || 'FAILED: The service returned 400, code 800002'
        'a 403'            | service(403, '20002')                                                         | 0           || 'FAILED: The service returned 403, code 20002'
        'a 500'            | service(500, '800003')                                                        | HOUR        || 'asked again: The service returned 500, code 800003'
        'a 408'            | service(408, null)                                                            | HOUR        || 'asked again: The service returned 408'
        'no response'      | TransportException.builder(TransportException.Kind.TIMED_OUT, 'No response').requestId('a').requestIds(['a', 'b']).correlationId('c').build() | HOUR || 'asked again: No response'
        'unreadable'       | DecodingException.builder(DecodingException.Kind.UNREADABLE, 'Not JSON').build() | HOUR     || 'asked again: Not JSON'
    }

    def 'an id that cannot be sent ends its order'() {
        expect:
        rules.next(state(0), new PollResult.Invalid('orderId must not be .'), at(0)) == new Step.Done(state(0), OrderResult.Kind.FAILED, 'orderId must not be .')
    }

    def 'the pause after a failure is at least Retry-After'() {
        expect:
        rules.next(state(0), failed(ServiceException.builder(503).retryAfter(Duration.ofMinutes(10)).build()), at(0)).atMillis() == at(10 * MINUTE)
    }

    def 'a 429 is no reason for a longer pause of its order, because all orders wait'() {
        when:
        def step = rules.next(state(2), failed(ServiceException.builder(429).retryAfter(Duration.ofMinutes(10)).build()), at(HOUR))

        then:
        step.atMillis() == at(HOUR)
        step.state().polls() == 2
    }

    def 'a pending order #age h after it was added is #expected'(double age, String expected) {
        when:
        def step = rules.next(state(20), read(ProvisioningOutcome.Kind.PENDING, 'line item 0 is pending'), at((long) (age * HOUR)))

        then:
        (step instanceof Step.Done ? "$step.kind: $step.reason" : "asked again after ${Math.round((step.atMillis() - ADDED) / 1000 / MINUTE)} min") == expected

        where:
        age   || expected
        47    || 'asked again after 2835 min'
        47.9  || 'asked again after 2880 min'
        48    || 'GIVEN_UP: still not done 48 h after it was added: line item 0 is pending'
        60    || 'GIVEN_UP: still not done 48 h after it was added: line item 0 is pending'
    }

    def 'an order whose last poll failed is given up with the failure as the reason'() {
        expect:
        rules.next(state(20), failed(service(500, '800003')), at(48 * HOUR)).reason() == 'still not done 48 h after it was added: The service returned 500, code 800003'
    }

    def '#what stops all orders: #stops'(String what, PollResult result, boolean stops) {
        expect:
        OrderRules.stopsAll(result) == stops

        where:
        what               | result                                                                                                          || stops
        'a missing token'  | failed(new io.github.partnercenter4j.client.CredentialException('No token', null))                              || true
        'a 401'            | failed(service(401, '800001'))                                                                                  || true
        'an interrupt'     | failed(TransportException.builder(TransportException.Kind.INTERRUPTED, 'x').build())                            || true
        'a 404'            | failed(service(404, '20000'))                                                                                   || false
        'a 429'            | failed(service(429, null))                                                                                      || false
        'an invalid id'    | new PollResult.Invalid('x')                                                                                     || false
        'a response'       | read(ProvisioningOutcome.Kind.PENDING, 'x')                                                                     || false
    }

    private static long at(long seconds) {
        ADDED + seconds * 1000
    }

    private static OrderState state(int polls) {
        new OrderState('customer', 'order', [:], ADDED, null, polls, polls, null, null, null)
    }

    private static PollResult read(ProvisioningOutcome.Kind kind, String reason) {
        new PollResult.Read(new ProvisioningOutcome(kind, reason), ITEMS, 'request')
    }

    private static PollResult failed(PartnerCenterException e) {
        new PollResult.Failed(e)
    }

    private static ServiceException service(int status, String code) {
        ServiceException.builder(status).code(code).requestId('0-0').correlationId('1-1').build()
    }
}
