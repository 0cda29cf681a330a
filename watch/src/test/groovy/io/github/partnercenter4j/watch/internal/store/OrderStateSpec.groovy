package io.github.partnercenter4j.watch.internal.store

import spock.lang.Specification

class OrderStateSpec extends Specification {

    def 'of #before, after #sent requests at 9 with the id #id, #what'() {
        when:
        def after = before.asked(9, sent, id)

        then:
        [after.firstAsked(), after.requests(), after.requestId()] == [first, requests, last]
        after == new OrderState('customer', 'order', [a: 'b'], 1, first, 2, requests, null, 'reason', last)

        where:
        what                                    | before            | sent | id    || first | requests | last
        'the first one is noted'                | state(null, 0, null) | 1 | 'new' || 9     | 1        | 'new'
        'nothing is noted if none was sent'     | state(null, 0, null) | 0 | null  || null  | 0        | null
        'the first one stays, and all count'    | state(5, 3, 'old')   | 2 | 'new' || 5     | 5        | 'new'
        'the last known id stays'               | state(5, 3, 'old')   | 1 | null  || 5     | 4        | 'old'
    }

    private static OrderState state(Long first, int requests, String id) {
        new OrderState('customer', 'order', [a: 'b'], 1, first, 2, requests, null, 'reason', id)
    }
}
