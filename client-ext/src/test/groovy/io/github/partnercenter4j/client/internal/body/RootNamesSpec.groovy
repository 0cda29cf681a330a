package io.github.partnercenter4j.client.internal.body

import spock.lang.Specification

class RootNamesSpec extends Specification {
    def 'as the root of #documented the name #name is allowed: #allowed'() {
        expect:
        RootNames.of(documented).allow(name) == allowed

        where:
        documented        | name                                             || allowed
        'Order'           | 'Order'                                          || true
        'Order'           | 'oRDER'                                          || true
        'Order'           | 'Orders'                                         || false
        'Order'           | 'ArrayOfOrder'                                   || false
        'Order'           | 'ResourceCollectionOfOrder'                      || false
        'OrderCollection' | 'OrderCollection'                                || true
        'OrderCollection' | 'ordercollection'                                || true
        'OrderCollection' | 'ResourceCollectionOfOrder'                      || true
        'OrderCollection' | 'ResourceCollectionOfOrderSmVQeeax'              || true
        'OrderCollection' | 'ResourceCollectionOfOrder0123456_89ABCDEF'      || true
        'OrderCollection' | 'ResourceCollectionOfOrder1234567'               || false
        'OrderCollection' | 'ResourceCollectionOfOrder0123456789ABCDEFG'     || false
        'OrderCollection' | 'ResourceCollectionOfOrderCollection'            || true
        'OrderCollection' | 'ResourceCollectionOf'                           || false
        'OrderCollection' | 'Order'                                          || false
        'OrderCollection' | 'Collection'                                     || false
        'a.b'             | 'axb'                                            || false
    }
}
