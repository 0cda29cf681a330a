package io.github.partnercenter4j.cli

import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.sandbox.SandboxOrder
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
        def run = wait('o', '1s')

        then:
        run.exitCode == 10
        run.errLines()[0] == 'line item 0: Pending'
        run.out.contains('\nPending: line item 0 is Pending')
    }

    def "an order that never appears ends with the error of the last request"() {
        when:
        def run = wait('nowhere', '1s')

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

    private CommandRun wait(String order, String time) {
        CommandRun.of([PARTNER_CENTER_TOKEN: sandbox.token()], ['status', '--customer', CUSTOMER, '--order', order, '--base-url', sandbox.baseUrl(), '--retries', '0', "--wait=$time"])
    }
}
