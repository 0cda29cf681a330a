package io.github.partnercenter4j.client.internal.call

import feign.Client
import feign.Request
import feign.Response
import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.RequestInterceptor
import spock.lang.Specification

/** The headers of a request, and what an interceptor adds. */
class HeadersFilterSpec extends Specification {
    List<Request> sent = []
    def filter = new HeadersFilter({ Request request, Request.Options call ->
        sent << request
        Response.builder().status(204).request(request).build()
    } as Client)

    def 'a request has the documented headers, those of the options and its own'() {
        given:
        def options = CallOptions.DEFAULTS.accept('text/xml').requestId('r').correlationId('c').correlationVector('v.0').locale('fr-FR').applicationName('App').validateMfa(true)

        when:
        def response = filter.execute(request(['MS-ContinuationToken': ['next']]), call(options))

        then:
        response.status() == 204
        headers() == [
            'MS-ContinuationToken': 'next', 'Authorization': 'Bearer s3cret', 'Accept': 'text/xml', 'Accept-Encoding': 'gzip', 'MS-RequestId': 'r', 'MS-CorrelationId': 'c',
            'MS-Contract-Version': 'v1', 'MS-CV': 'v.0', 'X-Locale': 'fr-FR', 'MS-PartnerCenter-Application': 'App', 'ValidateMfa': 'true'
        ]
    }

    def 'without options there is no header of an option but the language'() {
        when:
        filter.execute(request([:]), call(CallOptions.DEFAULTS.accept('*/*')))

        then:
        headers().keySet() == ['Authorization', 'Accept', 'Accept-Encoding', 'MS-RequestId', 'MS-CorrelationId', 'MS-Contract-Version', 'X-Locale'] as Set
    }

    def 'interceptors see the request in order, and what they add is sent but not kept'() {
        given:
        def seen = []
        def options = CallOptions.DEFAULTS.accept('*/*')
                .addInterceptor({ it.addHeader('X-Key', 'a') } as RequestInterceptor)
                .addInterceptor({ seen << it.headers()['X-Key'] } as RequestInterceptor)
        def original = request([:])

        when:
        filter.execute(original, call(options))

        then:
        headers()['X-Key'] == 'a'
        seen == ['a']
        original.headers() == [:]
    }

    private Map<String, String> headers() {
        sent[0].headers().collectEntries { name, values -> [name, values.join('|')] }
    }

    private static Call call(CallOptions options) {
        def call = Call.start(new OperationMethod('GET', '/v1/things', ['200'], [], [:], false, String, []), options.settings(), System::nanoTime)
        call.addToken(new AccessToken('s3cret', null))
        call
    }

    private static Request request(Map<String, Collection<String>> headers) {
        Request.create(Request.HttpMethod.GET, 'http://127.0.0.1/', headers, null, null, null)
    }
}
