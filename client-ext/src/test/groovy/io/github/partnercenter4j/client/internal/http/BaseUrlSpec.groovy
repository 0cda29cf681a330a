package io.github.partnercenter4j.client.internal.http

import spock.lang.Specification

class BaseUrlSpec extends Specification {
    def '#url is where calls may go'() {
        expect:
        BaseUrl.parse(url).toString() == parsed

        where:
        url                                            || parsed
        'https://api.partnercenter.microsoft.com'      || 'https://api.partnercenter.microsoft.com'
        'https://api.partnercenter.microsoft.com/'     || 'https://api.partnercenter.microsoft.com'
        'https://gateway.example:8443/partner/center/' || 'https://gateway.example:8443/partner/center'
        'http://localhost:8080'                        || 'http://localhost:8080'
        'http://127.0.0.1:8080'                        || 'http://127.0.0.1:8080'
        'http://127.9.8.7'                             || 'http://127.9.8.7'
        'http://[::1]:8080'                            || 'http://[::1]:8080'
    }

    def '#url is rejected'() {
        when:
        BaseUrl.parse(url)

        then:
        thrown(IllegalArgumentException)

        where:
        url << ['', 'api.partnercenter.microsoft.com', 'ftp://localhost', 'http://api.partnercenter.microsoft.com', 'http://localhost.example',
                'http://127.0.0.1.example', 'http://10.0.0.1', 'https://', 'https:///x', 'https://user@host', 'https://host?x=y', 'https://host#x',
                'https://host/../x', 'https://host/./x', 'https://host/a%2Fb', 'https://host/{x}', 'https://host//x', 'https://ho st', 'https:host']
    }

    def '#url is rejected because #reason'() {
        when:
        BaseUrl.parse(url)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith(message)

        where:
        url               | reason                  || message
        'https://a b'     | 'it is none'            || 'The base URL is not a URL'
        'ftp://localhost' | 'of its scheme'         || 'The base URL must begin with https:// and a host'
        'https:host'      | 'it has no host'        || 'The base URL must begin with https:// and a host'
        'http:localhost'  | 'it has no host'        || 'The base URL must begin with https:// and a host'
        'https://u@host'  | 'it has a user'         || 'The base URL must not contain a user, query or fragment'
        'https://host?x'  | 'it has a query'        || 'The base URL must not contain a user, query or fragment'
        'https://host#x'  | 'it has a fragment'     || 'The base URL must not contain a user, query or fragment'
        'https://host/..' | 'its path is not plain' || 'The path of the base URL must be plain segments'
        'http://10.0.0.1' | 'it is without TLS'     || 'The base URL must begin with https://, because a token is never sent unencrypted'
    }
}
