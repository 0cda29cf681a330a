package io.github.partnercenter4j.client.internal.text

import spock.lang.Specification

class HeaderValueSpec extends Specification {
    def 'the value #value.inspect() of a header is valid: #valid'() {
        expect:
        HeaderValue.isValid(value) == valid

        where:
        value      || valid
        'a'        || true
        'a b'      || true
        'a  b'     || true
        '!'        || true
        '~'        || true
        ''         || false
        ' '        || false
        ' a'       || false
        'a '       || false
        'a\u001fb' || false
        'a\tb'     || false
        'a\u007f'  || false
        'ä'        || false
        'a\r\nb'   || false
    }

    def 'a value that is required names its option, and is not quoted'() {
        when:
        HeaderValue.require('requestId', 's3cret ')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'requestId must not be empty, and may contain only visible ASCII characters and spaces between them'
    }

    def 'a valid value is returned, and a missing one is not an empty one'() {
        expect:
        HeaderValue.require('requestId', 'a b') == 'a b'

        when:
        HeaderValue.require('clientSecret', null)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'clientSecret must not be null. If it comes from an environment variable, set that variable'
    }
}
