package io.github.partnercenter4j.client.internal.body

import spock.lang.Specification

class FaultBodySpec extends Specification {
    def 'with a 401 the code #code means that MFA is missing: #mfa, and that a new token is refused too: #refused'() {
        expect:
        fault(code).requiresMfa() == mfa
        fault(code).refreshingFails() == refused

        where:
        code     || mfa   | refused
        '900421' || true  | true
        '10001'  || true  | true
        '900420' || false | true
        '900422' || false | false
        '1000'   || false | false
        ''       || false | false
        null     || false | false
    }

    def 'a fault is empty if nothing of it could be read: #fault'() {
        expect:
        fault.isEmpty() == empty

        where:
        fault                                        || empty
        new FaultBody(null, null, [], null)          || true
        new FaultBody('1', null, [], null)           || false
        new FaultBody(null, 'd', [], null)           || false
        new FaultBody(null, null, ['a'], null)       || false
        new FaultBody(null, null, [], 's')           || false
    }

    private static FaultBody fault(String code) {
        new FaultBody(code, null, [], null)
    }
}
