package io.github.partnercenter4j.client

import feign.Response
import spock.lang.Specification

class AnswerSpec extends Specification {
    def 'of a request id that is #what the caller is told #told.length() characters'() {
        given:
        def response = Response.builder().status(404).request(TransportSpecification.request('https://a.example/')).headers(['MS-RequestId': echoed]).build()

        expect:
        Answer.of(TransportSpecification.call(), response).ids().requestId() == told

        where:
        what                 | echoed                 || told
        'another'            | ['request-22']         || 'request-22'
        'there twice'        | ['request-22', 'other'] || 'request-22'
        'as long as can be'  | ['x' * 256]            || 'x' * 256
        'too long'           | ['x' * 257]            || 'request-1'
        'the token'          | ['s3cret-token']       || 'request-1'
        'the token and more' | ['not s3cret-token']   || 'request-1'
        'not to be shown'    | ['a\u0000b']           || 'request-1'
        'missing'            | []                     || 'request-1'
    }

    def 'an excerpt is one line of #shown.length() plain characters'() {
        expect:
        Excerpt.escape(text) == shown

        where:
        text                 || shown
        'é日 x'               || 'é日 x'
        'a\r\nb\u001b[0m'    || 'a\\u000d\\u000ab\\u001b[0m'
        'a\u2028b\u2029c'    || 'a\\u2028b\\u2029c'
        'a\u202eb'           || 'a\\u202eb'
        '😀'                  || '\\ud83d\\ude00'
        '\uffff'             || '\\uffff'
        'x' * 1025           || 'x' * 1024
        'x' * 1023 + '\n'    || 'x' * 1023
    }

    def 'the status #status is #kind'() {
        expect:
        ServiceException.Kind.of(status) == kind

        where:
        status || kind
        499    || ServiceException.Kind.OTHER
        500    || ServiceException.Kind.SERVER_ERROR
        599    || ServiceException.Kind.SERVER_ERROR
        600    || ServiceException.Kind.OTHER
    }
}
