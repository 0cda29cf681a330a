package io.github.partnercenter4j.client.internal.http

import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import java.time.Duration
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase
import spock.lang.Specification

/** Which settings of a proxy are rejected, and that none shows a password. */
class ProxySettingsSpec extends Specification {
    def 'the text of the settings does not contain the password'() {
        expect:
        def settings = new TransportSettings(Duration.ofSeconds(5), 10, TransportSpecification.LIMIT, null,
                new ProxySettings(ProxySettings.parse('http://p:1').host(), ProxySettings.credentials(ProxySpec.USER, ProxySpec.PASSWORD)))
        !settings.toString().contains('s3cret')
        settings.toString().contains('p:1')
    }

    def 'the proxy #url is #proxy'() {
        given:
        def settings = ProxySettings.parse(url)

        expect:
        settings.toString() == proxy
        settings.credentials() == null

        where:
        url                          || proxy
        'http://proxy.example:3128'  || 'proxy.example:3128'
        'HTTP://proxy.example:3128/' || 'proxy.example:3128'
        'http://proxy.example'       || 'proxy.example:80'
        'http://proxy.example:0'     || 'proxy.example:0'
    }

    def 'a proxy URL is rejected because #reason'() {
        when:
        ProxySettings.parse(url)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        reason              | url                      || message
        'it is none'        | 'http://a b'             || 'The URL of the proxy is not a URL'
        'of its scheme'     | 'https://proxy.example'  || 'The URL of the proxy must begin with http:// and a host, such as http://proxy.example:3128'
        'it has no host'    | 'http:proxy'             || 'The URL of the proxy must begin with http:// and a host, such as http://proxy.example:3128'
        'it has a user'     | 'http://a@proxy.example' || 'The URL of the proxy must not contain a user: call proxyCredentials(…)'
        'it has a path'     | 'http://proxy.example/a' || 'The URL of the proxy must not contain a path, query or fragment'
        'it has a query'    | 'http://proxy.example?a' || 'The URL of the proxy must not contain a path, query or fragment'
        'it has a fragment' | 'http://proxy.example#a' || 'The URL of the proxy must not contain a path, query or fragment'
    }

    def 'a user name and a password are combined with the proxy'() {
        given:
        def credentials = ProxySettings.credentials('a', 's3cret:pass')

        expect:
        credentials.userName == 'a'
        credentials.userPassword as String == 's3cret:pass'
        ProxySettings.of(ProxySettings.parse('http://proxy.example:1'), credentials, URI.create('https://a.example')).credentials().is(credentials)
        ProxySettings.of(null, null, URI.create('https://a.example')) == null
    }

    def 'the password is sent with the first request, unless there is none: #user'() {
        given:
        def proxy = new ProxySettings(ProxySettings.parse('http://proxy.example:1').host(), user == null ? null : ProxySettings.credentials(user, 's3cret'))
        def request = new HttpUriRequestBase('GET', URI.create('https://a.example'))
        def exchange = new Exchange(TransportSpecification.call(), request)

        when:
        proxy.authorize(exchange)
        def scheme = exchange.authExchanges[proxy.host()]?.authScheme

        then:
        scheme?.generateAuthResponse(proxy.host(), request, exchange) == header

        where:
        user | header
        'me' | 'Basic ' + 'me:s3cret'.bytes.encodeBase64()
        null | null
    }

    def 'a user name with a colon is rejected, also at the beginning: #user'() {
        when:
        ProxySettings.credentials(user, 's3cret')

        then:
        thrown(IllegalArgumentException)

        where:
        user << [':', ':a', 'a:', 'a:b']
    }

    def 'an invalid proxy URL is rejected and not quoted: #iterationIndex'() {
        when:
        PartnerCenter.builder().proxy(url)

        then:
        def e = thrown(IllegalArgumentException)
        !e.message.contains('s3cret')

        where:
        url << ['', 'proxy:3128', 'https://proxy:3128', 'socks://proxy', 'http://', 'http:proxy', 'http://user:s3cret@proxy:3128', 'http://proxy/path',
                'http://proxy?s3cret', 'http://proxy#s3cret', 'http://s3cret proxy']
    }

    def 'invalid proxy credentials are rejected and not quoted: #iterationIndex'() {
        when:
        PartnerCenter.builder().proxyCredentials(user, password)

        then:
        def e = thrown(IllegalArgumentException)
        !e.message.contains('s3cret')

        where:
        user   | password
        'a:b'  | 's3cret'
        'a\n'  | 's3cret'
        'a'    | 's3cret\r\nX: y'
    }

    def 'a base URL without TLS allows only a proxy on this machine: #url'() {
        given:
        def builder = PartnerCenter.builder().credential(Credential.ofToken('t')).baseUrl('http://127.0.0.1:1').proxy(url)

        expect:
        refused(IllegalArgumentException) { builder.build().close() } == refused

        where:
        url                      || refused
        'http://10.0.0.1:3128'   || true
        'http://proxy.example'   || true
        'http://localhost:3128'  || false
        'http://127.0.0.1:3128'  || false
        'http://[::1]:3128'      || false
    }

    def 'proxy credentials without a proxy are rejected'() {
        expect:
        refused(IllegalStateException) {
            PartnerCenter.builder().credential(Credential.ofToken('t')).proxyCredentials('a', 'b').build()
        }
    }

    private static boolean refused(Class<? extends Exception> type, Closure<?> work) {
        try {
            work.call()
            false
        } catch (Exception e) {
            assert type.isInstance(e)
            true
        }
    }
}
