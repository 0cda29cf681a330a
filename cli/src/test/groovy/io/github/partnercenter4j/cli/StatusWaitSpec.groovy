package io.github.partnercenter4j.cli

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.SandboxOrder
import java.util.stream.Stream
import spock.lang.AutoCleanup
import spock.lang.Specification

class StatusWaitSpec extends Specification {
    static final CUSTOMER = CommandRun.CUSTOMER

    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    def "--wait asks until the order is done, and shows how each line item moves"() {
        given:
        sandbox.add(SandboxOrder.of(CUSTOMER, 'o')
                .with(LineItem.of(1, 'PrefulfillmentPending').thenAfterPolls(1, 'Fulfilled'))
                .with(LineItem.of(1, 'Fulfilled')))
        sandbox.next(Responses.notFound())

        when:
        def run = wait('o', '2m')

        then:
        run.exitCode == 0
        run.errLines().size() == 4
        run.errLines()[0] =~ /^Asking again: The service returned 404, code 20000: /
        run.errLines()[1..3] == ['line item 0: PrefulfillmentPending', 'line item 1: Fulfilled', 'line item 0: PrefulfillmentPending -> Fulfilled']
        run.out.contains('\nFulfilled: all 2 line items are fulfilled')
        sandbox.requests().hasCount(3)
    }

    def "an order that is pending when the time is over ends with 10"() {
        given:
        sandbox.add(SandboxOrder.of(CUSTOMER, 'o').with(LineItem.of(1, 'Pending')))

        when:
        def run = waitBriefly('o')

        then:
        run.exitCode == 10
        run.errLines()[0] == 'line item 0: Pending'
        run.out.contains('\nPending: line item 0 is Pending')
    }

    def "a line item is named by its number, and an order may have none: #text"() {
        given:
        sandbox.next(Responses.usual().body('application/json', "{\"items\":[$items],\"attributes\":{}}".bytes))
        sandbox.add(SandboxOrder.of(CUSTOMER, 'o').with(LineItem.of(1, 'Pending')))

        expect:
        waitBriefly('o').errLines().takeWhile { it } == text

        where:
        items                                                                 || text
        ''                                                                    || ['The order has no line items yet.']
        '{"status":"Pending"}'                                                || ['line item without a number: Pending']
        '{"status":"Pending"},{"status":"Fulfilled"}'                         || ['line item without a number: Pending', 'line item without a number: Fulfilled']
        '{"lineItemNumber":7,"status":"Pending"},{"lineItemNumber":3}'        || ['line item 7: Pending', 'line item 3: (none)']
    }

    def "an order that never appears ends with the error of the last request"() {
        when:
        def run = waitBriefly('nowhere')

        then:
        run.exitCode == 21
        run.out == ''
        run.err.contains('The service returned 404, code 20000')
    }

    def "#time is no time to wait"() {
        when:
        def run = wait('o', time)

        then:
        run.exitCode == 2
        run.errLines().size() == 1
        sandbox.requests().count() == 0

        where:
        time << ['0s', 'soon', '-1s']
    }

    /** One request fits into the shortest time. On a busy machine perhaps none, which ends with 23: then longer times follow. */
    private CommandRun waitBriefly(String order) {
        Stream.of('1s', '4s', '16s', '64s').map { wait(order, it) }.filter { it.exitCode != 23 }.findFirst().get()
    }

    private CommandRun wait(String order, String time) {
        CommandRun.of([PARTNER_CENTER_TOKEN: sandbox.token()], ['status', '--customer', CUSTOMER, '--order', order, '--base-url', sandbox.baseUrl(), '--retries', '0', "--wait=$time"])
    }
}
