package io.github.partnercenter4j.client.orders

import static io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec.json
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.FULFILLED
import static io.github.partnercenter4j.client.orders.ProvisioningOutcome.Kind.PENDING

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.CallListener
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.RawServer
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec
import io.github.partnercenter4j.model.ApiResponse
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection as Page
import java.time.Duration
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Specification

/** An order in several pages, over real connections. */
class ProvisioningStatusSpec extends Specification {
    static final String CUSTOMER = RetryOnTheWireSpec.CUSTOMER

    @AutoCleanup(quiet = true)
    RawServer server
    @AutoCleanup
    PartnerCenter partnerCenter

    def 'pages with the line items #pages and totalCount #totals are #kind: #reason'() {
        given:
        serve(pages.withIndex().collect { items, n -> page(items, totals[n], n + 1 < pages.size() ? "/next/$n" : null) })

        when:
        def status = ProvisioningStatus.read(partnerCenter.orders(), CUSTOMER, 'o')

        then:
        status.outcome() == new ProvisioningOutcome(kind, reason)
        status.items()*.lineItemNumber() == pages.flatten()
        status.pages().size() == pages.size()
        server.requests.size() == pages.size()

        where:
        pages             | totals       || kind      | reason
        [[0]]             | [1]          || FULFILLED | 'the line item is fulfilled'
        [[0], [1]]        | [2, 2]       || FULFILLED | 'all 2 line items are fulfilled'
        [[0, 1], [2]]     | [3, null]    || FULFILLED | 'all 3 line items are fulfilled'
        [[0], [1]]        | [null, null] || FULFILLED | 'all 2 line items are fulfilled'
        [[], [0], [], []] | [1, 1, 1, 1] || FULFILLED | 'the line item is fulfilled'
        [[], []]          | [0, 0]       || PENDING   | 'the response in 2 pages has no line items'
        [[0], [1]]        | [3, 3]       || PENDING   | 'the response in 2 pages has 2 line items, but totalCount is 3'
        [[0], [1]]        | [1, 1]       || PENDING   | 'the response in 2 pages has 2 line items, but totalCount is 1'
        [[0], [1]]        | [2, 3]       || PENDING   | 'the response in 2 pages has different values of totalCount: 2, 3'
        [[0], [0]]        | [2, 2]       || PENDING   | 'line item 0 is on two pages, so another one may be missing'
    }

    def 'a pending line item on a later page keeps the order pending'() {
        given:
        serve([page([0], 2, '/next'), page([1], 2, null, 'pending')])

        expect:
        ProvisioningStatus.read(partnerCenter.orders(), CUSTOMER, 'o').outcome() == new ProvisioningOutcome(PENDING, 'line item 1 is pending')
    }

    def 'the response is that of the first page, and one page holds all line items'() {
        given:
        serve([page([0], 2, '/next'), page([1], 2, null)])

        when:
        def status = ProvisioningStatus.read(partnerCenter.with({ it.requestId('mine') } as UnaryOperator).orders(), CUSTOMER, 'o')

        then:
        status.response().requestIds() == ['mine']
        status.response().value().items()*.lineItemNumber() == [0]
        status.asOnePage().items()*.lineItemNumber() == [0, 1]
        status.asOnePage().totalCount() == 2
        status.asOnePage().links().next() == null
        ProvisioningOutcome.of(status.asOnePage()).kind() == FULFILLED
    }

    def 'pages without links are one page without links'() {
        given:
        def pages = [1, 2].collect { Page.builder().totalCount(2).items([OrderLineItemProvisioningStatus.builder().lineItemNumber(it).build()]).build() }

        when:
        def one = new ProvisioningStatus(new ApiResponse<>(pages[0], 200, [:], []), pages).asOnePage()

        then:
        one.items()*.lineItemNumber() == [1, 2]
        one.links() == null
    }

    def 'a status keeps the pages that it was created from'() {
        given:
        def pages = [Page.builder().totalCount(1).build()]
        def status = new ProvisioningStatus(new ApiResponse<>(pages[0], 200, [:], []), pages)

        when:
        pages.clear()

        then:
        status.pages().size() == 1
    }

    def 'a single page is not changed'() {
        given:
        serve([page([0], 1, null)])

        when:
        def status = ProvisioningStatus.read(partnerCenter.orders(), CUSTOMER, 'o')

        then:
        status.asOnePage().is(status.response().value())
    }

    def 'a second page that fails as #exception.simpleName fails the whole status'() {
        given:
        serve([page([0], 2, '/next'), second])

        when:
        ProvisioningStatus.read(partnerCenter.orders(), CUSTOMER, 'o')

        then:
        thrown(exception)

        where:
        second                                                      || exception
        json('500 No', '{"code":1}')                                || ServiceException
        json('404 No', '{"code":20000}')                            || ServiceException
        json('200 OK', '{"items":')                                 || DecodingException
        page([1], 2, '/next')                                       || DecodingException
        page([1], 2, 'http://other.example/next')                   || DecodingException
    }

    def 'a page is retried like any other call'() {
        given:
        serve([page([0], 2, '/next'), json('503 No', '', 'Retry-After: 0'), page([1], 2, null)], 3)

        expect:
        ProvisioningStatus.read(partnerCenter.orders(), CUSTOMER, 'o').outcome().kind() == FULFILLED
        server.requests.size() == 3
    }

    def 'all pages share one timeout, and the next status has its own'() {
        given:
        server = RetryOnTheWireSpec.playing(
                { it.connection.pause(Duration.ofSeconds(1)); it.send(page([0], 2, '/next')) },
                { it.send(page([1], 2, null)) })
        def left = []
        partnerCenter = client(0).build().with({ it.addListener(new CallListener() {
            @Override
            void beforeRequest(Duration remaining) {
                left << remaining
            }
        }) } as UnaryOperator<CallOptions>)

        when:
        2.times { ProvisioningStatus.read(partnerCenter.orders(), CUSTOMER, 'o') }

        then:
        left.size() == 3
        left[0] - left[1] >= Duration.ofSeconds(1)
        left[2] > left[1]
    }

    def 'a test double of the operations is called once'() {
        given:
        def orders = { String customerId, String orderId -> Page.builder().totalCount(1).build() } as OrdersApi

        expect:
        ProvisioningStatus.read(orders, CUSTOMER, 'o').pages().size() == 1
        PartnerCenter.of(orders).empty
    }

    def 'the client of an implementation has its options'() {
        given:
        serve([page([0], 1, null)])

        when:
        PartnerCenter.of(partnerCenter.with({ it.locale('de-DE') } as UnaryOperator).orders()).get().orders().getProvisioningStatus(CUSTOMER, 'o')

        then:
        server.requests[0].contains('X-Locale: de-DE')
    }

    private void serve(List<String> responses, int retries = 0) {
        server = RawServer.responding(*responses)
        partnerCenter = client(retries).build()
    }

    private client(int retries) {
        PartnerCenter.builder().baseUrl(server.url).credential(Credential.ofToken('s3cret-token')).options { it.maxRetries(retries) }
    }

    private static String page(List<Integer> items, Integer total, String next, String status = 'fulfilled') {
        json('200 OK', new ObjectMapper().writeValueAsString([
                items: items.collect { [lineItemNumber: it, status: status] },
                links: next == null ? [self: [uri: '/self']] : [self: [uri: '/self'], next: [uri: next]]] + (total == null ? [:] : [totalCount: total])))
    }
}
