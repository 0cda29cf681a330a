package io.github.partnercenter4j.cli.watch

import io.github.partnercenter4j.watch.LineItemStatus
import io.github.partnercenter4j.watch.OrderResult
import java.time.Instant

/** Results for tests. */
class Results {
    static final CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final START = Instant.parse('2026-01-02T03:04:05.678Z')

    static OrderResult result(Map<String, Object> changes = [:], long number) {
        def all = [customerId: CUSTOMER, orderId: "o$number" as String, attributes: [:], kind: OrderResult.Kind.FULFILLED,
                   reason    : 'the line item is fulfilled', lineItems: [new LineItemStatus(0, 7, 'Fulfilled')],
                   firstAsked: START, done: START.plusSeconds(90), requests: 5, requestId: 'r' + number] + changes
        new OrderResult(number, all.customerId, all.orderId, all.attributes, all.kind, all.reason, all.lineItems, all.firstAsked, all.done, all.requests, all.requestId)
    }

    static List<OrderResult> results(int from, int to) {
        (from..to).collect { result(it) }
    }
}
