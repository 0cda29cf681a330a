package io.github.partnercenter4j.conformance

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.EntraCredential
import spock.lang.AutoCleanup

/** Tokens through a proxy that wants a password. */
class EntraProxySpec extends EntraSpecification {
    @AutoCleanup
    TunnelProxy proxy = new TunnelProxy('me', 'canary pass')

    def 'a token comes through the tunnel, and the proxy learns nothing but the name of the authority'() {
        when:
        def token = token(byRefreshToken().proxy("http://$proxy.address").proxyCredentials('me', 'canary pass').build())

        then:
        status(token) == 200
        proxy.asked == [URI.create(authority.url()).authority]
        asked()*.grantType() == ['refresh_token']
    }

    def 'each request of a sign-in goes through the proxy'() {
        when:
        token(ready(EntraCredential.deviceCode {}).pause {}.proxy("http://$proxy.address").proxyCredentials('me', 'canary pass').build())

        then:
        proxy.asked.size() == asked().size()
        asked()*.path()*.split('/')*.last() == ['devicecode', 'token']
    }

    def 'a proxy that wants another password than #given is told of by name, and no password is'() {
        given:
        def builder = byRefreshToken().proxy("http://$proxy.address")
        given == 'none' ?: builder.proxyCredentials('me', given)

        when:
        token(builder.build())

        then:
        def e = thrown(CredentialException)
        e.message.contains("The proxy $proxy.address did not let the call through to ${URI.create(authority.url()).authority}: it wants a user name and password")
        !(e as String).contains('canary')
        asked().empty

        where:
        given << ['none', 'canary']
    }

    def '#what is refused, and never quoted'() {
        when:
        change(byRefreshToken()).build()

        then:
        def e = thrown(RuntimeException)
        e.class == type
        e.message.contains(message)
        !e.message.contains('canary')

        where:
        what                        | change                                         || type                     | message
        'a proxy over TLS'          | { it.proxy('https://canary.example') }         || IllegalArgumentException | 'must begin with http://'
        'a password in the address' | { it.proxy('http://me:canary@proxy.example') } || IllegalArgumentException | 'must have no user'
        'a user with a colon'       | { it.proxyCredentials('me:canary', 'canary') } || IllegalArgumentException | 'no colon'
        'a password for nobody'     | { it.proxyCredentials('me', 'canary') }        || IllegalStateException    | 'The proxy is missing'
    }
}
