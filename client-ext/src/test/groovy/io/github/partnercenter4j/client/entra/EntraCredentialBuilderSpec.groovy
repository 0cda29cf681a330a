package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.Keys
import java.security.KeyPairGenerator
import java.time.Clock
import java.time.Duration
import java.util.function.LongSupplier
import javax.net.ssl.SSLContext
import spock.lang.Specification

/** Which settings are accepted. Nothing is sent. */
class EntraCredentialBuilderSpec extends Specification {
    def 'the tenant #tenant is accepted: #accepted'() {
        when:
        def text = ''
        try {
            text = EntraCredential.refreshToken('s3cret').tenant(tenant).clientId('c').build().toString()
        } catch (IllegalArgumentException e) {
            assert e.message == 'tenant must be a GUID or a domain name'
        }

        then:
        text == (accepted ? "EntraCredential[tenant=$tenant, clientId=c]" : '')

        where:
        tenant                                 || accepted
        '1f3a8bb1-5a4f-4b4f-9f5a-0e8f5ef60b00' || true
        'contoso.onmicrosoft.com'              || true
        't'                                    || true
        ''                                     || false
        null                                   || false
        '.t'                                   || false
        't/u'                                  || false
    }

    def 'the authorization server #url is accepted'() {
        expect:
        EntraCredential.refreshToken('s3cret').authority(url).tenant('t').clientId('c').build().settings.authority().toString() == url

        where:
        url << ['https://login.example', 'HTTPS://login.example:8443']
    }

    def 'a builder without #what says which method to call'() {
        when:
        builder.build()

        then:
        def e = thrown(IllegalStateException)
        e.message == 'The tenant or the client id is missing: call tenant(…) and clientId(…)'

        where:
        what        | builder
        'a tenant'  | EntraCredential.deviceCode { }.clientId('c')
        'an id'     | EntraCredential.deviceCode { }.tenant('t')
    }

    def 'a secret works with a refresh token only: #message'() {
        when:
        def said = ''
        try {
            builder.tenant('t').clientId('c').clientSecret('s3cret').build()
        } catch (IllegalStateException e) {
            said = e.message
        }

        then:
        said == message

        where:
        builder                                || message
        EntraCredential.refreshToken('s3cret') || ''
        EntraCredential.browser()              || 'A client secret or certificate works with a refresh token only: remove it'
        EntraCredential.deviceCode { }         || 'A client secret or certificate works with a refresh token only: remove it'
    }

    def 'a certificate needs an RSA key: #algorithm'() {
        given:
        def key = KeyPairGenerator.getInstance(algorithm).generateKeyPair().private

        when:
        EntraCredential.refreshToken('s3cret').clientCertificate(key, null)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'clientCertificate needs an RSA key'

        where:
        algorithm << ['EC', 'DSA']
    }

    def 'an explicit sign-in for #timeout is rejected before anything is sent'() {
        when:
        EntraCredential.deviceCode { }.tenant('t').clientId('c').build().signIn(Cloud.PUBLIC, Duration.parse(timeout))

        then:
        thrown(IllegalArgumentException)

        where:
        timeout << ['PT0S', 'PT24H0.001S']
    }

    def 'the store and the pages of a sign-in are those that were set'() {
        given:
        def store = new MemoryTokenStore()

        expect:
        EntraCredential.deviceCode { }.tenant('t').clientId('c').store(store).build().settings.store().is(store)
        EntraCredential.browser().tenant('t').clientId('c').build() != null
        EntraCredential.systemBrowser() instanceof SystemBrowser
        EntraCredential.systemBrowser().command(URI.create('https://a.example')).last() == 'https://a.example'
    }

    def 'requests for tokens use the proxy, the certificates and the clocks that were set'() {
        given:
        def context = SSLContext.default
        def clock = Clock.systemUTC()
        LongSupplier nanoTime = { 0L }
        Sleeper sleeper = { }

        when:
        def settings = EntraCredential.deviceCode { }.tenant('t').clientId('c').proxy('http://proxy.example:3128').proxyCredentials('me', 's3cret')
                .sslContext(context).clock(clock).nanoTime(nanoTime).sleeper(sleeper).build().settings

        then:
        settings.transport().proxy() as String == 'proxy.example:3128'
        settings.transport().proxy().credentials().userName == 'me'
        settings.transport().sslContext().is(context)
        settings.clock().is(clock)
        settings.nanoTime().is(nanoTime)
        settings.sleeper().is(sleeper)
    }

    def 'the authorization server is that of the cloud #cloud, unless another is set'() {
        given:
        def builder = EntraCredential.deviceCode { }.tenant('t').clientId('c')

        expect:
        builder.build().settings.tenantUrl(cloud) == "https://$host/t/"
        builder.authority('https://other.example').build().settings.tenantUrl(cloud) == 'https://other.example/t/'

        where:
        cloud        || host
        Cloud.PUBLIC || 'login.microsoftonline.com'
        Cloud.CHINA  || 'login.partner.microsoftonline.cn'
    }

    def 'an application that authenticates with a certificate needs no secret'() {
        given:
        def certificate = Keys.localhost.getCertificate('localhost')
        def key = KeyPairGenerator.getInstance('RSA').generateKeyPair().private

        expect:
        EntraCredential.refreshToken('s3cret').tenant('t').clientId('c').clientCertificate(key, certificate).build().settings.clientCredential() != null
    }

    def 'the text of the settings does not contain the secret'() {
        expect:
        EntraCredential.refreshToken('s3cret').tenant('t').clientId('c').clientSecret('s3cret').build().settings.toString() == 'EntraSettings[tenant=t, clientId=c]'
    }

    def 'each setting is needed: #name'() {
        when:
        set(EntraCredential.deviceCode { })

        then:
        thrown(NullPointerException)

        where:
        name         | set
        'store'      | { EntraCredentialBuilder b -> b.store(null) }
        'sslContext' | { EntraCredentialBuilder b -> b.sslContext(null) }
    }

    def 'a refused grant is reported as a failure of the credential'() {
        given:
        def refused = new CredentialException('No token: x', null)

        expect:
        new GrantRejectedException(refused).toCredentialException().is(refused)
    }
}
