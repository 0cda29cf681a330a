package io.github.partnercenter4j.sandbox.internal.service

import static java.time.Duration.ofMinutes

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper
import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.InProcessSandbox.Answer
import io.github.partnercenter4j.sandbox.LineItem
import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.SandboxOrder
import spock.lang.Specification

/** The rules for an order, and the order in which they are checked. */
class BehaviorSpec extends Specification {

    static final CUSTOMER = '11111111-2222-3333-4444-555555555555'
    static final STRANGER = '22222222-2222-3333-4444-555555555555'
    static final FORBIDDEN = '33333333-2222-3333-4444-555555555555'

    def clock = new MovableClock()
    def sandbox = new InProcessSandbox(InProcessSandbox.options().clock(clock).quota(3).forbiddenCustomer(FORBIDDEN)
        .order(SandboxOrder.of(CUSTOMER, 'o').with(LineItem.of(1, 'a')).with(LineItem.of(1, 'b')).inPagesOf(1))
        .order(SandboxOrder.of(CUSTOMER, 'later').visibleAfter(ofMinutes(1)))
        .order(SandboxOrder.of(CUSTOMER, 'new').withoutProvisioningData()))

    def "the order #order of the customer #customer gets #status #code"(String customer, String order, int status, String code) {
        given:
        def response = sandbox.get(sandbox.orderUrl(customer, order))

        expect:
        response.statusCode() == status
        json(response).code == code

        where:
        customer  | order   || status | code
        CUSTOMER  | 'o'     || 200    | null
        CUSTOMER  | 'x'     || 404    | '20000'
        CUSTOMER  | 'later' || 404    | '20000'
        CUSTOMER  | 'new'   || 404    | '800007'
        STRANGER  | 'o'     || 404    | '60003'
        FORBIDDEN | 'o'     || 403    | '20002'
        'x'       | 'o'     || 400    | '800002'
    }

    def "an order is there as soon as it is visible"() {
        when:
        clock.pass(ofMinutes(1))

        then:
        json(sandbox.get(sandbox.orderUrl(CUSTOMER, 'later'))).totalCount == 0
    }

    def "a page has the link to the next one, and a continuation token that no link has is refused"() {
        given:
        def url = sandbox.orderUrl(CUSTOMER, 'o')

        when:
        def first = json(sandbox.get(url))
        def second = json(sandbox.get(url, first.links.next.headers.collectEntries { [it.key, it.value] }))
        def wrong = sandbox.get(url, ['MS-ContinuationToken': 'x'])

        then:
        [first, second]*.items*.status == [['a'], ['b']]
        [wrong.statusCode(), json(wrong).code, json(wrong).description] == [400, '800002', 'The continuation token is not valid.']
    }

    def "the token is checked before the quota, and the quota before the ids"() {
        given:
        def withoutMfa = [Authorization: 'Bearer ' + sandbox.tokens.issue('other', false, ofMinutes(1))]

        expect:
        5.times { assert sandbox.get(sandbox.orderUrl('x'), [Authorization: 'Bearer x']).statusCode() == 401 }
        5.times { assert json(sandbox.get(sandbox.orderUrl('x'), withoutMfa)).code == '900421' }
        (1..4).collect { sandbox.get(sandbox.orderUrl('x')).statusCode() } == [400, 400, 400, 429]
        sandbox.refused == 1
    }

    def "the header isMfaCompliant is there if ValidateMfa is #value: #there"(String value, boolean there) {
        expect:
        sandbox.get(sandbox.orderUrl(), [ValidateMfa: value]).headers().allValues('isMfaCompliant') == (there ? ['true'] : [])

        where:
        value   || there
        'true'  || true
        'TRUE'  || true
        'false' || false
        null    || false
    }

    def "a property that the document adds has a value in other orders, but not in the sample of Microsoft's documentation"() {
        given:
        def document = new YAMLMapper().readTree(InProcessSandbox.BUNDLED.source())
        document.at('/components/schemas/OrderLineItemProvisioningStatusCollection/properties').putObject('region').put('type', 'string').putObject('xml').put('name', 'region')
        def own = new InProcessSandbox(new YAMLMapper().writeValueAsString(document))
        own.orders.add(SandboxOrder.of(CUSTOMER, 'o'))

        expect:
        json(own.get(own.orderUrl(CUSTOMER, 'o'))).region instanceof String
        !json(own.get(own.orderUrl())).containsKey('region')
    }

    private static Map json(Answer response) {
        new ObjectMapper().readValue(response.body(), Map)
    }
}
