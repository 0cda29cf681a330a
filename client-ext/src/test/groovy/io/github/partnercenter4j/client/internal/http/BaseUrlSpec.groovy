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
}
