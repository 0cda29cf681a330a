package io.github.partnercenter4j.sandbox

import static java.time.Duration.ofSeconds

import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.AutoCleanup
import spock.lang.Specification

class OrderScenarioSpec extends Specification {

    def clock = new MovableClock()
    @AutoCleanup
    def sandbox = PartnerCenterSandbox.builder().clock(clock).quota(1_000_000).start()
    def orders = new OrderScenario(200, ofSeconds(100), 7).orders().toList()

    def "all 200 orders are done when the time is over, some unfulfilled, and before that they move"() {
        given:
        orders.each { sandbox.add(it) }

        when: 'each order is asked for at the start, in the middle, shortly before and at the end'
        def seen = [0, 50, 40, 10].collect { seconds ->
            clock.pass(ofSeconds(seconds))
            orders.collect { statuses(it) }
        }

        then: 'some orders are not visible at first, and all others are pending'
        seen[0].count { it == [404] } == 10
        seen[0].findAll { it != [404] }.every { it.every { status -> status == 'PrefulfillmentPending' } }

        and: 'in the middle some line items are done and some are not'
        seen[1].flatten().countBy { it }.keySet() == ['Pending', 'AwaitingReview', 'Fulfilled', 'Unfulfilled'] as Set

        and: 'the slow ones and the one with an unknown status are the last'
        seen[2].count { !it.every { status -> status in ['Fulfilled', 'Unfulfilled'] } } == 11
        seen[2][0].toSet() == ['AwaitingReview'] as Set

        and:
        seen[3].count { it.toSet() == ['Unfulfilled'] as Set } == 10
        seen[3].count { it.toSet() == ['Fulfilled'] as Set } == 190
    }

    def "the same seed generates the same orders, another seed others, and no two orders have the same ids"() {
        expect:
        orders == new OrderScenario(200, ofSeconds(100), 7).orders().toList()
        orders != new OrderScenario(200, ofSeconds(100), 8).orders().toList()
        orders.collect { [it.customerId(), it.orderId()] }.toSet().size() == 200
        orders*.customerId().toSet().size() == 20
    }

    def "the orders of a seed are the same in each release"() {
        expect:
        orders[10].customerId() == '08a7f40e-d693-e164-faa6-5dfa685da6b6'
        orders[10].orderId() == 'order-0000011-15126e86'
    }

    def "a scenario can have one order, and its orders have 1 to 3 line items of 1 to 25 units"() {
        expect:
        orders*.lineItems()*.size().toSet() == [1, 2, 3] as Set
        new OrderScenario(1, ofSeconds(100), 7).orders().toList() == [orders[0]]
        orders*.lineItems().flatten()*.quantity().every { it in 1..25 }
    }

    def "a scenario without orders is refused"() {
        when:
        new OrderScenario(0, ofSeconds(1), 1)

        then:
        thrown(IllegalArgumentException)
    }

    private List<Object> statuses(SandboxOrder order) {
        def response = RawClient.get(sandbox.provisioningStatusUrl(order.customerId(), order.orderId()), [Authorization: 'Bearer ' + sandbox.token()])
        response.statusCode() == 200 ? new ObjectMapper().readValue(response.body(), Map).items*.status : [response.statusCode()]
    }
}
