package io.github.partnercenter4j.sandbox

import static java.time.Duration.ofSeconds

import java.nio.file.Files

/** Orders of the sandbox that come from a file. */
class OrdersFileSpec extends OrdersSpecification {
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
        "customers:\n  - id: $CUSTOMER\n    colour: red\n  - [" || 'line 3: customers[0].colour: is not a known name; known here: forbidden, id, orders'
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

    def "the error for a missing orders file contains its name"() {
        when:
        PartnerCenterSandbox.builder().orders(folder.resolve('no.yaml'))

        then:
        def e = thrown(UncheckedIOException)
        e.message.contains('no.yaml')
    }
}
