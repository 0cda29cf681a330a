package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.ConnectProxy
import io.github.partnercenter4j.client.CredentialException
import spock.lang.AutoCleanup

/** Tokens are requested through a proxy that requires a password. */
class EntraProxySpec extends EntraSpecification {
    private static final String PASSWORD = 's3cret pass'

    @AutoCleanup
    ConnectProxy proxy = new ConnectProxy("Basic ${"me:$PASSWORD".bytes.encodeBase64()}")

    def 'a token is requested through the tunnel, and the proxy sees only the host name of the authorization server'() {
        when:
        def token = token(byRefreshToken().proxy(proxy.url).proxyCredentials('me', PASSWORD).build())

        then:
        status(token) == 200
        proxy.requests*.readLines()*.first() == ["CONNECT ${URI.create(authorizationServer.url()).authority} HTTP/1.1"]
        asked()*.grantType() == ['refresh_token']
    }

    def 'each request of a sign-in goes through the proxy'() {
        when:
        token(ready(EntraCredential.deviceCode {}).sleeper {}.proxy(proxy.url).proxyCredentials('me', PASSWORD).build())

        then:
        proxy.requests.size() == 1
        asked()*.path()*.split('/')*.last() == ['devicecode', 'token']
    }

    def 'the message names a proxy that rejects #what, and no password'() {
        given:
        def builder = byRefreshToken().proxy(proxy.url)
        given == 'none' ?: builder.proxyCredentials('me', given)

        when:
        token(builder.build())

        then:
        def e = thrown(CredentialException)
        e.message.contains("The proxy ${URI.create(proxy.url).authority} refused the call to ${URI.create(authorizationServer.url()).authority}: it requires a user name and password")
        !(e as String).contains('s3cret')
        asked().empty

        where:
        what        | given
        'none'      | 'none'
        'the given' | 's3cret'
    }

    def '#what is rejected, and the message does not quote it'() {
        when:
        change(byRefreshToken()).build()

        then:
        def e = thrown(RuntimeException)
        e.class == type
        e.message.contains(message)
        !e.message.contains('s3cret')

        where:
        what                        | change                                         || type                     | message
        'a proxy over TLS'          | { it.proxy('https://s3cret.example') }         || IllegalArgumentException | 'must begin with http://'
        'a password in the address' | { it.proxy('http://me:s3cret@proxy.example') } || IllegalArgumentException | 'must not contain a user'
        'a user with a colon'       | { it.proxyCredentials('me:s3cret', 's3cret') } || IllegalArgumentException | 'must not contain a colon'
        'a password, but no proxy'  | { it.proxyCredentials('me', 's3cret') }        || IllegalStateException    | 'Proxy credentials are set, but no proxy'
    }
}
