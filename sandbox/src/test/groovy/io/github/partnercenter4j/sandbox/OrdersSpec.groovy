package io.github.partnercenter4j.sandbox

import static java.time.Duration.ofMinutes
import static java.time.Duration.ofSeconds


/** Orders of the sandbox: their line items, pages and changes. */
class OrdersSpec extends OrdersSpecification {
    def "a line item changes by time, by polls and by setStatus"() {
        given:
        start(SandboxOrder.of(CUSTOMER, 'o')
            .with(LineItem.of(1, 'pending').then(ofMinutes(5), 'fulfilled'))
            .with(LineItem.of(2, 'pending').withId(7).thenAfterPolls(2, 'fulfilled'))
            .with(LineItem.of(3, 'pending')))

        expect:
        statuses() == ['pending', 'pending', 'pending']
        statuses() == ['pending', 'pending', 'pending']
        statuses() == ['pending', 'fulfilled', 'pending']

        when:
        clock.pass(ofMinutes(5) - ofSeconds(1))

        then:
        statuses() == ['pending', 'fulfilled', 'pending']

        when:
        clock.pass(ofSeconds(1))

        then:
        statuses() == ['fulfilled', 'fulfilled', 'pending']

        when:
        sandbox.setStatus(CUSTOMER, 'o', 2, 'unfulfilled')
        sandbox.setStatus(CUSTOMER, 'o', 0, 'odd')

        then:
        statuses() == ['odd', 'fulfilled', 'unfulfilled']
    }

    def "the response has the line items with their numbers, ids and quantities, and the etag"() {
        given:
        start(SandboxOrder.of(CUSTOMER, 'o').withEtag('e').with(LineItem.of(3, 'a')).with(LineItem.of(4, 'b').withId(9)))

        expect:
        json('o') == [
            totalCount: 2,
            items: [
                [lineItemNumber: 0, status: 'a', quantityProvisioningInformation: [[quantity: 3, status: 'a']]],
                [orderLineItemId: 9, lineItemNumber: 1, status: 'b', quantityProvisioningInformation: [[quantity: 4, status: 'b']]],
            ],
            attributes: [etag: 'e', objectType: 'Collection'],
        ]
    }

    def "the orders that the sandbox knows can be listed"() {
        given:
        start(SandboxOrder.of(CUSTOMER, 'o'))
        sandbox.add(SandboxOrder.of(CUSTOMER, 'p'))

        expect:
        sandbox.orders()*.orderId().toSet() == ['o', 'p', sandbox.orderId()] as Set
    }

    def "an order without provisioning data is 404 with code 800007"() {
        given:
        start(SandboxOrder.of(CUSTOMER, 'o').withoutProvisioningData())

        expect:
        request('o').statusCode() == 404
        json('o') == [code: '800007', description: 'Unable to retrieve provisioning information', data: [], source: 'PartnerApi']
    }

    def "#count line items in pages of #size are pages of #pages, and only the last has no next link"(int count, int size, List pages) {
        given:
        def order = SandboxOrder.of(CUSTOMER, 'o').inPagesOf(size)
        count.times { order = order.with(LineItem.of(1, 'pending')) }
        start(order)

        when:
        def read = [json('o')]
        while (read.last().links?.next) {
            read << follow(read.last().links.next)
        }

        then:
        read*.items*.size() == pages

        where:
        count | size || pages
        1     | 1    || [1]
        2     | 1    || [1, 1]
        1     | 2    || [1]
        2     | 2    || [2]
        3     | 2    || [2, 1]
        4     | 2    || [2, 2]
        4     | 0    || [4]
    }

    def "pages are read with the continuation header, through both forms of links"() {
        given:
        def order = SandboxOrder.of(CUSTOMER, 'a b').inPagesOf(2)
        5.times { order = order.with(LineItem.of(1, "s$it")) }
        start(order)
        def path = "/customers/$CUSTOMER/orders/a%20b/provisioningstatus"

        when:
        def one = json('a%20b')
        def two = follow(one.links.next)
        def three = follow(two.links.next)

        then:
        [one, two, three]*.totalCount == [5, 5, 5]
        [one, two, three].collect { it.items*.status } == [['s0', 's1'], ['s2', 's3'], ['s4']]
        [one, two, three].collect { it.items*.lineItemNumber } == [[0, 1], [2, 3], [4]]
        one.links.self == [uri: path, method: 'GET', headers: []]
        one.links.next.uri == path + '?size=2&seekOperation=Next'
        two.links.next.uri == '/v1' + path + '?size=2&seekOperation=Next'
        one.links.keySet() == ['self', 'next'] as Set
        three.links.keySet() == ['self', 'previous'] as Set
        follow(three.links.previous).items == two.items
        follow(two.links.previous).items == one.items
        one.links.next.headers*.key == ['MS-ContinuationToken']
    }

    def "a continuation token that the order did not issue is rejected: #token"(String token, int status) {
        given:
        def line = LineItem.of(1, 'a')
        start(SandboxOrder.of(CUSTOMER, 'o').inPagesOf(2).with(line).with(line).with(line).with(line))

        expect:
        request('o', ['MS-ContinuationToken': token.bytes.encodeBase64().toString()]).statusCode() == status

        where: 'pages begin at 0 and 2, and nothing begins after the last line item'
        token      || status
        'offset:0' || 200
        'offset:2' || 200
        'offset:1' || 400
        'offset:4' || 400
        'offset:9' || 400
        'other'    || 400
    }

    def "MFA is reported if the request asks for it: #asked"(Map<String, String> asked, List<String> reported) {
        given:
        start(SandboxOrder.of(CUSTOMER, 'o'))

        expect:
        request('o', asked).headers().allValues('isMfaCompliant') == reported

        where:
        asked                  || reported
        [:]                    || []
        [ValidateMfa: 'true']  || ['true']
        [ValidateMfa: 'false'] || []
    }

    def "the URL of a provisioning status has encoded ids"() {
        given:
        start(SandboxOrder.of(CUSTOMER, 'a/b ?{order_id}'))

        expect:
        sandbox.provisioningStatusUrl(CUSTOMER, 'a/b ?{order_id}') ==
            "${sandbox.baseUrl()}/v1/customers/$CUSTOMER/orders/a%2Fb%20%3F%7Border_id%7D/provisioningstatus"
        RawClient.get(sandbox.provisioningStatusUrl(CUSTOMER, 'a/b ?{order_id}'), [Authorization: 'Bearer ' + sandbox.token()]).statusCode() == 200
    }

    def "the sandbox returns its orders and forbidden customers"() {
        given:
        sandbox = PartnerCenterSandbox.builder()
            .order(SandboxOrder.of(CUSTOMER, 'b')).order(SandboxOrder.of(CUSTOMER, 'a'))
            .forbiddenCustomer(CUSTOMER.toUpperCase(Locale.ROOT)).start()

        expect:
        sandbox.orders().collect { [it.customerId(), it.orderId()] }.toSet() ==
            [[sandbox.customerId(), sandbox.orderId()], [CUSTOMER, 'a'], [CUSTOMER, 'b']].toSet()
        sandbox.orders()*.orderId() - sandbox.orderId() == ['a', 'b']
        sandbox.forbiddenCustomers() == [CUSTOMER.toLowerCase(Locale.ROOT)]
    }

    def "an invalid option is rejected: #option"(Closure<?> option) {
        when:
        option(PartnerCenterSandbox.builder())

        then:
        thrown(IllegalArgumentException)

        where:
        option << [
            { it.port(-1) }, { it.port(65_536) }, { it.quota(-1) },
            { SandboxOrder.of('x', 'o') }, { SandboxOrder.of(CUSTOMER, '') }, { SandboxOrder.of(CUSTOMER, 'o').inPagesOf(-1) },
        ]
    }

    def "the status of a missing line item cannot be set, order #order"(String order) {
        given:
        start(SandboxOrder.of(CUSTOMER, 'o'))

        when:
        sandbox.setStatus(CUSTOMER, order, 0, 'a')

        then:
        thrown(IllegalArgumentException)

        where:
        order << ['o', 'x']
    }
}
