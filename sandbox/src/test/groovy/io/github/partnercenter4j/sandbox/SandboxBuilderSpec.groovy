package io.github.partnercenter4j.sandbox

import io.github.partnercenter4j.sandbox.spec.SpecModel
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Specification
import spock.lang.TempDir

/** The options of a sandbox, in one that runs with all of them, and what is refused before it starts. */
class SandboxBuilderSpec extends Specification {

    static final CUSTOMER = '11111111-2222-3333-4444-555555555555'
    static final OTHER = '66666666-2222-3333-4444-555555555555'

    @TempDir
    Path folder

    def "a sandbox runs with all options, and tells what it was given"() {
        given:
        def orders = Files.writeString(folder.resolve('orders.yaml'), """\
            customers:
              - {id: $OTHER, forbidden: true}
              - {id: $CUSTOMER, orders: [{id: b, lineItems: [{status: Pending}]}]}
            """.stripIndent())
        def sandbox = PartnerCenterSandbox.builder().port(0).fidelity(Fidelity.OBSERVED).quota(3, Duration.ofSeconds(7)).forbiddenCustomer(CUSTOMER.replace('1', 'A'))
            .clock(Clock.fixed(Instant.parse('2017-04-05T23:59:09Z'), ZoneOffset.UTC)).order(SandboxOrder.of(CUSTOMER, 'a').with(LineItem.of(1, 'pending'))).orders(orders).start()
        def get = { String url -> RawClient.get(url, [Authorization: 'Bearer ' + sandbox.token()]) }

        expect:
        sandbox.orders()*.orderId() == [sandbox.orderId(), 'a', 'b']
        sandbox.forbiddenCustomers() == [OTHER, CUSTOMER.replace('1', 'a')]
        sandbox.clientSettings() == new ClientSettings(sandbox.baseUrl(), sandbox.token(), '0c39d6d5-c70d-4c55-bc02-f620844f3fd1', '34828C05-C16C-4D6F-9CFC-4D2650EF19A1')
        sandbox.servesOrders()
        sandbox.operationUrl('getProvisioningStatus') == sandbox.provisioningStatusUrl(sandbox.customerId(), sandbox.orderId())
        sandbox.spec().source() == SpecModel.bundled().source()

        when:
        sandbox.setStatus(CUSTOMER, 'a', 0, 'unfulfilled')
        def response = get(sandbox.provisioningStatusUrl(CUSTOMER, 'a'))

        then:
        response.headers().allValues('Date') == ['Wed, 05 Apr 2017 23:59:09 GMT']
        new String(response.body(), 'UTF-8').contains('"status":"Unfulfilled"')
        get(sandbox.provisioningStatusUrl(OTHER, 'a')).statusCode() == 403
        sandbox.requests().hasCount(2).all()*.arrived().toSet() == [Instant.parse('2017-04-05T23:59:09Z')] as Set

        when:
        sandbox.setQuota(2)
        def refused = get(sandbox.provisioningStatusUrl(CUSTOMER, 'a'))

        then:
        [refused.statusCode(), refused.headers().allValues('Retry-After')] == [429, ['7']]
        sandbox.requests().overQuota() == 1

        and: 'the page says what the sandbox follows'
        new String(RawClient.get(sandbox.baseUrl(), [Accept: 'text/html']).body(), 'UTF-8').contains('which responds as the service was observed to')
        sandbox.next(Responses.notFound()).remaining() == 1

        when:
        sandbox.add(SandboxOrder.of(CUSTOMER, 'c'))
        sandbox.reset()
        sandbox.setQuota(4)

        then:
        sandbox.requests().hasCount(0).overQuota() == 0
        get(sandbox.provisioningStatusUrl(CUSTOMER, 'c')).statusCode() == 200

        when:
        sandbox.close()
        get(sandbox.baseUrl())

        then:
        thrown(ConnectException)
    }

    def "a sandbox serves the document of a file"() {
        given:
        def sandbox = PartnerCenterSandbox.builder().spec(OwnOperationsSpecification.DOCUMENT).start()

        expect:
        !sandbox.servesOrders()
        RawClient.get(sandbox.operationUrl('getSubscriptionProvisioningStatus'), [Authorization: 'Bearer ' + sandbox.token()]).statusCode() == 200

        cleanup:
        sandbox.close()
    }

    def "the port #port is #what"(int port, String what) {
        when:
        def message = ''
        try {
            PartnerCenterSandbox.builder().port(port)
        } catch (IllegalArgumentException e) {
            message = e.message
        }

        then:
        message == (what == 'refused' ? "A port is 0 to 65535, not $port" : '')

        where:
        port   || what
        -1     || 'refused'
        0      || 'taken'
        65_535 || 'taken'
        65_536 || 'refused'
    }

    def "the port of a running sandbox is named if another should have it"() {
        given:
        def sandbox = PartnerCenterSandbox.start()
        def port = URI.create(sandbox.baseUrl()).port

        when:
        PartnerCenterSandbox.builder().port(port).start()

        then:
        def e = thrown(UncheckedIOException)
        e.message == "Cannot listen on port $port of 127.0.0.1"

        cleanup:
        sandbox.close()
    }

    def "a quota of #requests in #window is refused: #problem"(int requests, Duration window, String problem) {
        when:
        PartnerCenterSandbox.builder().quota(0).quota(requests, window)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == problem

        where:
        requests | window                || problem
        -1       | Duration.ofSeconds(1) || 'A quota is 0 or more, not -1'
        0        | Duration.ZERO         || 'The window of a quota is longer than zero, not PT0S'
        0        | Duration.ofSeconds(-1) || 'The window of a quota is longer than zero, not PT-1S'
    }

    def "a file that cannot be read is named"() {
        given:
        def file = folder.resolve('nothing.yaml')

        when:
        PartnerCenterSandbox.builder().spec(file)

        then:
        def e = thrown(UncheckedIOException)
        e.message == "Cannot read $file"
    }

    def "an option that is null is refused at once: #name"(String name, Closure<?> option) {
        when:
        option(PartnerCenterSandbox.builder())

        then:
        def e = thrown(NullPointerException)
        e.message == name

        where:
        name         | option
        'fidelity'   | { it.fidelity(null) }
        'clock'      | { it.clock(null) }
        'order'      | { it.order(null) }
        'customerId' | { it.forbiddenCustomer(null) }
    }
}
