package io.github.partnercenter4j.client.internal.call

import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import spock.lang.Specification

class LinkRequestSpec extends Specification {
    static final String BASE = 'https://api.example'

    def 'the link #uri below #base is #url'() {
        expect:
        LinkRequest.of(Link.builder().uri(uri).build(), URI.create(base)) == new LinkRequest(url, null)

        where:
        base                       | uri                                           || url
        BASE                       | '/customers/1/orders'                         || BASE + '/v1/customers/1/orders'
        BASE                       | '/v1/customers?size=40&seekOperation=Next'    || BASE + '/v1/customers?size=40&seekOperation=Next'
        BASE                       | '/V1/customers'                               || BASE + '/V1/customers'
        BASE                       | '/v10/customers'                              || BASE + '/v1/v10/customers'
        BASE                       | '/customers/v1/x'                             || BASE + '/v1/customers/v1/x'
        BASE                       | '/customers/'                                 || BASE + '/v1/customers/'
        BASE                       | '/customers?'                                 || BASE + '/v1/customers?'
        BASE                       | '/a%2Fb/c%25;x=1/~.a/..b/...?q=%C3%A9&r=/../?' || BASE + '/v1/a%2Fb/c%25;x=1/~.a/..b/...?q=%C3%A9&r=/../?'
        BASE                       | 'https://api.example/v1/customers'            || BASE + '/v1/customers'
        BASE                       | 'HTTPS://API.example:443/customers'           || BASE + '/v1/customers'
        'http://127.0.0.1:8080'    | 'http://127.0.0.1:8080/customers'             || 'http://127.0.0.1:8080/v1/customers'
        'http://127.0.0.1'         | 'http://127.0.0.1:80/customers'               || 'http://127.0.0.1/v1/customers'
        'http://[::1]:81'          | 'http://[::1]:81/customers'                   || 'http://[::1]:81/v1/customers'
        'https://gateway/a/b'      | '/customers'                                  || 'https://gateway/a/b/v1/customers'
        'https://gateway/a/b'      | '/v1/customers'                               || 'https://gateway/a/b/v1/customers'
        'https://gateway/a/b'      | '/a/b/v1/customers'                           || 'https://gateway/a/b/v1/customers'
        'https://gateway/a/b'      | '/a/bc'                                       || 'https://gateway/a/b/v1/a/bc'
        'https://gateway/a/b'      | 'https://gateway/customers'                   || 'https://gateway/a/b/v1/customers'
    }

    def 'a link with #fault is rejected: #uri'() {
        when:
        LinkRequest.of(Link.builder().uri(uri).build(), URI.create('https://api.example:8443'))

        then:
        def e = thrown(DecodingException)
        e.kind() == DecodingException.Kind.UNREADABLE
        e.status() == 0
        e.excerpt() == null
        e.cause == null
        e.message.startsWith('The link was rejected, and nothing was sent: ')
        uri == null || uri.length() < 3 || !e.message.contains(uri)

        where:
        fault                             | uri
        'no URI'                          | null
        'an empty URI'                    | ''
        'a blank URI'                     | ' '
        'another host'                    | 'https://evil.example:8443/v1/customers'
        'a longer host'                   | 'https://api.example.evil:8443/v1/customers'
        'another scheme'                  | 'http://api.example:8443/v1/customers'
        'a scheme without host'           | 'file:///etc/passwd'
        'a script'                        | 'javascript:alert(1)'
        'another port'                    | 'https://api.example:8444/v1/customers'
        'the default port'                | 'https://api.example/v1/customers'
        'a host and no scheme'            | '//evil.example/v1/customers'
        'our host and no scheme'          | '//api.example:8443/v1/customers'
        'a third slash'                   | '///evil.example/v1/customers'
        'one slash behind the scheme'     | 'http:/evil.example/v1/customers'
        'one slash behind our scheme'     | 'https:/evil.example/v1/customers'
        'no slash behind the scheme'      | 'https:evil.example'
        'three slashes behind the scheme' | 'https:///evil.example/v1'
        'user info'                       | 'https://user@api.example:8443/v1/customers'
        'our host as user info'           | 'https://api.example:8443@evil.example/v1/customers'
        'an empty user'                   | 'https://@api.example:8443/v1/customers'
        'no path'                         | 'https://api.example:8443'
        'a root'                          | '/'
        'a query only'                    | '?size=1'
        'no slash before the path'        | 'customers/1'
        'an empty segment'                | '/v1//evil.example'
        'two dots'                        | '/v1/../admin'
        'two dots at the end'             | '/v1/customers/..'
        'one dot'                         | '/v1/./customers'
        'two encoded dots'                | '/v1/%2e%2E/admin'
        'one encoded dot of two'          | '/v1/.%2e/admin'
        'two dots behind encoded slashes' | '/v1/a%2F..%2fadmin'
        'dots encoded twice'              | '/v1/%252e%252e/admin'
        'two dots and a parameter'        | '/v1/..;x/admin'
        'two dots and an encoded backslash' | '/v1/..%5Cadmin'
        'two dots in an absolute URI'     | 'https://api.example:8443/v1/../admin'
        'a backslash'                     | '\\\\evil.example/v1'
        'a slash and a backslash'         | '/\\evil.example/v1'
        'a backslash in the path'         | '/v1/..\\admin'
        'a fragment'                      | '/v1/customers#x'
        'an empty fragment'               | '/v1/customers#'
        'a blank'                         | '/v1/cust omers'
        'a line end'                      | '/v1/customers\r\nX-Evil: 1'
        'a tab'                           | '/v1/customers\t'
        'a NUL'                           | '/v1/customers\0'
        'an encoded line end'             | '/v1/customers%0d%0aX-Evil:%201'
        'an encoded NUL in the query'     | '/v1/customers?a=%00'
        'an encoded DEL'                  | '/v1/customers%7f'
        'an encoded DEL in capitals'      | '/v1/customers%7F'
        'a broken escape'                 | '/v1/customers%2'
        'another alphabet'                | '/v1/customérs'
        'a wide slash'                    | '/v1/..\uFF0Fadmin'
        'braces'                          | '/v1/{x}'
    }

    def 'port #port is not the default port of #base'() {
        when:
        LinkRequest.of(Link.builder().uri("$base:$port/customers").build(), URI.create(base))

        then:
        thrown(DecodingException)

        where:
        base                | port
        'https://a.example' | 0
        'https://a.example' | 80
        'http://127.0.0.1'  | 0
        'http://127.0.0.1'  | 443
    }

    def 'the method #method is #result'() {
        expect:
        outcome { LinkRequest.of(Link.builder().uri('/x').method(method).build(), URI.create(BASE)).url() } == (accepted ? BASE + '/v1/x' : DecodingException)

        where:
        method    || accepted
        null      || true
        'GET'     || true
        'get'     || true
        'POST'    || false
        'DELETE'  || false
        'HEAD'    || false
        ''        || false
        'GET '    || false
        'GET /x'  || false
        result = accepted ? 'followed' : 'refused'
    }

    def 'the headers #headers are #result'() {
        given:
        def link = Link.builder().uri('/x').headers(headers.collect { KeyValuePair.builder().key(it[0]).value(it[1]).build() }).build()

        expect:
        outcome { LinkRequest.of(link, URI.create(BASE)).continuationToken() } == (accepted ? headers[0]?.get(1) : DecodingException)

        where:
        headers                                                        || accepted
        []                                                             || true
        [['MS-ContinuationToken', 'bmV4dCBwYWdl']]                     || true
        [['ms-continuationtoken', 'bmV4dCBwYWdl']]                     || true
        [['Authorization', 'Bearer x']]                                || false
        [['Host', 'evil.example']]                                     || false
        [['MS-ContinuationToken', 'a'], ['X-Evil', 'b']]               || false
        [['X-Evil', 'b'], ['MS-ContinuationToken', 'a']]               || false
        [['MS-ContinuationToken', 'a'], ['MS-ContinuationToken', 'a']] || false
        [['MS-ContinuationToken', null]]                               || false
        [[null, 'a']]                                                  || false
        [['MS-ContinuationToken', '']]                                 || false
        [['MS-ContinuationToken', 'a\r\nX-Evil: b']]                   || false
        [['MS-ContinuationToken', 'é']]                                || false
        result = accepted ? 'followed' : 'refused'
    }

    private static Object outcome(Closure<?> work) {
        try {
            work.call()
        } catch (DecodingException e) {
            e.class
        }
    }
}
