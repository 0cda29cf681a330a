package io.github.partnercenter4j.sandbox.token

import spock.lang.Specification

class TokenFormSpec extends Specification {

    def "parameters are read from #encoded"(String encoded, Map values) {
        expect:
        TokenForm.parse(encoded).values() == values

        where:
        encoded              || values
        null                 || [:]
        ''                   || [:]
        'a=1&b=c%3Dd+e&f=g=h' || [a: '1', b: 'c=d e', f: 'g=h']
        'a=1&a=2'            || [a: '1']
        'a&=x&&b='           || [a: '', b: '']
    }

    def "a scope is a word of the parameter: #scope"(String scope, boolean has) {
        expect:
        new TokenForm([scope: scope]).hasScope('openid') == has

        where:
        scope             || has
        'openid'          || true
        'a openid b'      || true
        'openids'         || false
        'xopenid'         || false
        ''                || false
    }

    def "neither a form nor a reply shows its values as text"() {
        expect:
        new TokenForm([code: 's3cret']).toString() == 'TokenForm[code]'
        TokenReply.json([code: 's3cret']).toString() == 'TokenReply[200 application/json; charset=utf-8]'
    }
}
