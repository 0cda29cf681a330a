package io.github.partnercenter4j.client.internal.call

import feign.Response
import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.internal.http.TransportSpecification
import spock.lang.Specification

class ReceivedResponseSpec extends Specification {
    private static Call call() {
        def call = Call.start(null, CallOptions.DEFAULTS.accept('*/*').requestId('request-1').settings(), System::nanoTime)
        call.startAttempt()
        call.addToken(new AccessToken('s3cret-token', null))
        call
    }

    def 'for a request id that is #what the caller gets #told.length() characters'() {
        given:
        def response = Response.builder().status(404).request(TransportSpecification.request('https://a.example/')).headers(['MS-RequestId': echoed]).build()

        expect:
        ReceivedResponse.of(call(), response).ids().requestId() == told

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

    def 'the header #name is shown without tokens, control characters and needless escapes (#iterationIndex)'() {
        given:
        def response = ReceivedResponse.of(call(), Response.builder().status(404).request(TransportSpecification.request('https://a.example/')).headers([(name): value]).build())

        expect:
        response.header(name) == shown
        response.headers().size() == 1
        response.headers()[name.toUpperCase(Locale.ROOT)] == shown

        where:
        name               | value                                 || shown
        'X-Server'         | ['a', 'b']                            || ['a', 'b']
        'X-Server'         | ['a\u0000b\tc\u007f']                 || ['a b c ']
        'X-Server'         | ['before s3cret-token after']         || ['before *** after']
        'X-Server'         | ['"a\\b"']                            || ['"a\\b"']
        'WWW-Authenticate' | ['Bearer realm="s3\\cret-token \\"x"'] || ['Bearer realm="*** \\"x"']
        'www-authenticate' | ['Bearer realm="\\a"']                || ['Bearer realm="a"']
    }

    def 'a header that is missing has no values'() {
        given:
        def response = ReceivedResponse.of(call(), Response.builder().status(404).request(TransportSpecification.request('https://a.example/')).headers([:]).build())

        expect:
        response.header('X-Server') == []
        response.headers() == [:]
    }
}
