package io.github.partnercenter4j.sandbox

import static java.time.Duration.ofMinutes
import static java.time.Duration.ofSeconds

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class OrdersSpec extends Specification {

    static final CUSTOMER = '11111111-2222-3333-4444-555555555555'

    @AutoCleanup PartnerCenterSandbox sandbox
    @TempDir Path folder
    def clock = new MovableClock()

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
        get('o').statusCode() == 404
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
        get('o', ['MS-ContinuationToken': token.bytes.encodeBase64().toString()]).statusCode() == status

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
        get('o', asked).headers().allValues('isMfaCompliant') == reported

        where:
        asked                  || reported
        [:]                    || []
        [ValidateMfa: 'true']  || ['true']
        [ValidateMfa: 'false'] || []
    }

    def "orders come from a file, in addition to the sample of the documentation"() {
        given:
        def file = Files.writeString(folder.resolve('orders.yaml'), """\
            customers:
              - id: $CUSTOMER
                orders:
                  - id: o
                    etag: e
                    lineItems:
                      - status: pending
                        changes:
                          - {after: 90s, status: fulfilled}
                      - {orderLineItemId: 5, quantity: 2, status: pending, changes: [{polls: 1, status: odd}, {after: PT2M, status: fulfilled}]}
                  - {id: new, provisioned: false}
                  - {id: later, visibleAfter: 90s}
                  - id: long
                    pageSize: 1
                    lineItems: [{status: a}, {status: b}]
              - id: 22222222-2222-3333-4444-555555555555
                forbidden: true
            """.stripIndent())
        sandbox = PartnerCenterSandbox.builder().spec(KnownSpec.MODEL).clock(clock).orders(file).start()

        expect:
        statuses() == ['pending', 'pending']
        statuses() == ['pending', 'odd']
        json('o').items[1].subMap('orderLineItemId', 'quantityProvisioningInformation') == [orderLineItemId: 5, quantityProvisioningInformation: [[quantity: 2, status: 'odd']]]
        json('new').code == '800007'
        json('later').code == '20000'
        json('long').items*.status == ['a']
        json('o', '22222222-2222-3333-4444-555555555555').code == '20002'
        json(sandbox.orderId(), sandbox.customerId()).items*.status == ['fulfilled']

        when:
        clock.pass(ofSeconds(90))

        then:
        statuses() == ['fulfilled', 'odd']
        json('later').totalCount == 0

        when:
        clock.pass(ofSeconds(30))

        then:
        statuses() == ['fulfilled', 'fulfilled']
    }

    def "an invalid orders file is rejected with its line and place: #problem"(String text, String problem) {
        given:
        def file = Files.writeString(folder.resolve('orders.yaml'), text)

        when:
        PartnerCenterSandbox.builder().orders(file)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "$file, $problem"

        where:
        text                                                         || problem
        'customers: ['                                               || "line 1: expected the node content, but found '<stream end>'"
        'customers:\n  - id: a: b'                                   || 'line 2: mapping values are not allowed here'
        ''                                                           || 'line 1: must have names and values, such as customers: []'
        'secret'                                                     || 'line 1: must have names and values, such as customers: []'
        '{}'                                                         || 'line 1: customers is missing'
        '\ncustomer: []'                                             || 'line 1: customers is missing'
        'customers:\n  id: 1'                                        || 'line 1: customers: must be a list'
        'customers:\n  -'                                            || 'line 2: customers[0]: is empty'
        'customers:\n  - id: x'                                      || "line 2: customers[0]: The id of a customer must be a GUID, but was: x"
        'customers:\n  - orders: []'                                 || 'line 2: customers[0]: id is missing'
        "customers:\n  - id: $CUSTOMER\n    forbidden: perhaps"      || 'line 3: customers[0].forbidden: must be true or false'
        "customers:\n  - id: $CUSTOMER\n    id: $CUSTOMER"           || "line 3: Duplicate field 'id'"
        orders('- {id: o}', '- pageSize: 1')                         || 'line 5: customers[0].orders[1]: id is missing'
        orders('- {id: o}', '- {id: ""}')                            || "line 5: customers[0].orders[1]: The id of an order must not be empty"
        orders('- id: o', '  pageSize: -1')                          || 'line 4: customers[0].orders[0]: A page size is 1 or more, or 0 for a single page, not -1'
        orders('- id: o', '  visibleAfter: soon')                    || 'line 4: customers[0].orders[0]: visibleAfter must be a duration such as 90s or 5m, but was: soon'
        'customers: []\nextra: 1'                                    || 'line 2: extra: is not a known name; known here: customers'
        "customers:\n  - id: $CUSTOMER\n    lineItem: []"            || 'line 3: customers[0].lineItem: is not a known name; known here: forbidden, id, orders'
        orders('- id: o', '  lines: []')                             || 'line 5: customers[0].orders[0].lines: is not a known name; known here: etag, id, lineItems, pageSize, provisioned, visibleAfter'
        line('status: a', 'lineItem: 1')                             || 'line 7: customers[0].orders[0].lineItems[0].lineItem: is not a known name; known here: changes, orderLineItemId, quantity, status'
        line('status: a', 'changes: [{status: b, polls: 1, at: 1}]') || 'line 7: customers[0].orders[0].lineItems[0].changes[0].at: is not a known name; known here: after, polls, status'
        orders('- id: [o]')                                          || 'line 4: customers[0].orders[0].id: must be text'
        line('status: a', 'quantity: x')                             || 'line 7: customers[0].orders[0].lineItems[0].quantity: must be a whole number'
        line('quantity: 1')                                          || 'line 6: customers[0].orders[0].lineItems[0]: status is missing'
        line('status: a', 'changes: [{after: 1s}]')                  || 'line 7: customers[0].orders[0].lineItems[0].changes[0]: status is missing'
        line('status: a', 'changes: [{status: b}]')                  || 'line 7: customers[0].orders[0].lineItems[0].changes[0]: A change of status needs either a time or a number of polls, not both'
        line('status: a', 'changes: [{status: b, after: x}]')        || 'line 7: customers[0].orders[0].lineItems[0].changes[0]: after must be a duration such as 90s or 5m, but was: x'
    }

    private static String orders(String... lines) {
        (['customers:', "  - id: $CUSTOMER", '    orders:'] + lines.collect { '      ' + it }).join('\n')
    }

    private static String line(String... names) {
        orders('- id: o', '  lineItems:', "    - ${names.join('\n            ')}")
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

    def "the error for a missing orders file contains its name"() {
        when:
        PartnerCenterSandbox.builder().orders(folder.resolve('no.yaml'))

        then:
        def e = thrown(UncheckedIOException)
        e.message.contains('no.yaml')
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

    private void start(SandboxOrder order) {
        sandbox = PartnerCenterSandbox.builder().spec(KnownSpec.MODEL).clock(clock).order(order).start()
    }

    private get(String order, Map<String, String> headers = [:], String customer = CUSTOMER) {
        RawClient.get("${sandbox.baseUrl()}/v1/customers/$customer/orders/$order/provisioningstatus", [Authorization: 'Bearer ' + sandbox.token()] + headers)
    }

    private json(String order, String customer = CUSTOMER) {
        new ObjectMapper().readValue(get(order, [:], customer).body(), Map)
    }

    private follow(Map link) {
        def base = link.uri.startsWith('/v1/') ? sandbox.baseUrl() : sandbox.baseUrl() + '/v1'
        def headers = link.headers.collectEntries { [it.key, it.value] }
        new ObjectMapper().readValue(RawClient.get(base + link.uri, [Authorization: 'Bearer ' + sandbox.token()] + headers).body(), Map)
    }

    private List<String> statuses() {
        json('o').items*.status
    }
}
