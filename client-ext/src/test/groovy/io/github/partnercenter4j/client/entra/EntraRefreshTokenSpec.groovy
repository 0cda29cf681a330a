package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.sandbox.token.TokenResponse
import java.nio.file.Path
import java.security.KeyStore
import java.time.Duration
import java.time.Instant
import java.time.temporal.ChronoUnit
import spock.lang.TempDir

/** Tokens requested with a refresh token: from whom, for which scope, until when. */
class EntraRefreshTokenSpec extends EntraSpecification {
    @TempDir
    Path directory

    def 'a call requests a token by itself'() {
        given:
        def partnerCenter = PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(byRefreshToken().build()).build()

        expect:
        partnerCenter.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId()).totalCount() == 1
        partnerCenter.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId()).totalCount() == 1
        asked()*.grantType() == ['refresh_token']

        cleanup:
        partnerCenter?.close()
    }

    def 'a token is read, whatever else the response has (#iterationIndex)'() {
        given:
        authorizationServer.next(TokenResponse.body(200, """{"access_token":"s3cret-token",$json}"""))

        expect:
        token(byRefreshToken().build()).value() == 's3cret-token'

        where:
        json << ['"scope":["a","b"]', '"id_token":"x.y.z"', '"token_type":null', '"client_info":[[]]']
    }

    def 'no request is sent and the store is not used before the first call'() {
        when:
        byRefreshToken().store(new TokenStore() {
            String load() { throw new AssertionError() }
            void save(String tokens) { throw new AssertionError() }
        }).build()

        then:
        asked().isEmpty()
    }

    def 'a token for #cloud has the scope #scope'(Cloud cloud, String scope) {
        when:
        token(byRefreshToken().build(), null, Duration.ofMinutes(1), cloud)

        then:
        asked()[0].scope().split(' ').toList().contains(scope)

        where:
        cloud               || scope
        Cloud.PUBLIC        || 'https://api.partnercenter.microsoft.com/user_impersonation'
        Cloud.US_GOVERNMENT || 'https://api.partnercenter.microsoft.com/user_impersonation'
        Cloud.CHINA         || 'https://partner.partnercenterapi.microsoftonline.cn/user_impersonation'
    }

    def 'by default the request goes to the authorization server of #cloud'(Cloud cloud, String host) {
        given: 'a proxy that sees the host name and forwards nothing'
        def proxy = new ServerSocket(0, 1, InetAddress.loopbackAddress)
        def line = java.util.concurrent.CompletableFuture.supplyAsync {
            proxy.accept().withCloseable { socket ->
                def first = new BufferedReader(new InputStreamReader(socket.inputStream)).readLine()
                socket.outputStream << 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n'
                first
            }
        }
        def credential = EntraCredential.refreshToken('the-refresh-token').tenant('contoso.onmicrosoft.com').clientId(authorizationServer.clientId())
            .proxy("http://127.0.0.1:$proxy.localPort").build()

        when:
        def e = failure { token(credential, null, Duration.ofMinutes(1), cloud) }

        then:
        line.get() == "CONNECT $host:443 HTTP/1.1"
        e.message.contains("https://$host")

        cleanup:
        proxy?.close()

        where:
        cloud               || host
        Cloud.PUBLIC        || 'login.microsoftonline.com'
        Cloud.US_GOVERNMENT || 'login.microsoftonline.us'
        Cloud.CHINA         || 'login.partner.microsoftonline.cn'
    }

    def 'a credential cannot be used with a second cloud'() {
        given:
        def credential = byRefreshToken().build()
        token(credential)

        when:
        action(credential)

        then:
        def e = thrown(CredentialException)
        e.message.contains('create a credential for each cloud')
        asked().size() == 1

        where:
        action << [{ token(it, null, Duration.ofMinutes(1), Cloud.CHINA) }, { it.signIn(Cloud.CHINA, Duration.ofMinutes(1)) }]
    }

    def 'the application can authenticate with a certificate'() {
        given:
        def keys = keyStore()
        authorizationServer.register(keys.getCertificate('app'))
        def credential = ready(EntraCredential.refreshToken(authorizationServer.refreshToken()))
            .clientCertificate(keys.getKey('app', 'changeit'.toCharArray()), keys.getCertificate('app')).build()

        expect:
        status(token(credential)) == 200
    }

    def 'a certificate that is not registered is rejected'() {
        given:
        def keys = keyStore()
        def credential = ready(EntraCredential.refreshToken(authorizationServer.refreshToken()))
            .clientCertificate(keys.getKey('app', 'changeit'.toCharArray()), keys.getCertificate('app')).build()

        expect:
        failure { token(credential) }.message.contains("the certificate is not the application's, or has expired")
    }

    def 'a token is refreshed 5 minutes before it expires: #minutes min into 75'(double minutes, int refreshes) {
        given:
        def credential = byRefreshToken().build()
        token(credential)

        when:
        clock.ahead = Duration.ofSeconds((minutes * 60) as long)
        token(credential)

        then:
        asked().size() == 1 + refreshes

        where:
        minutes || refreshes
        69.9    || 0
        70.1    || 1
        75.1    || 1
    }

    def 'the token expires when the authorization server says'() {
        given: 'a lifetime in whole seconds'
        def before = Instant.now().truncatedTo(ChronoUnit.SECONDS)

        expect:
        with(token(byRefreshToken().build()).expiresAt()) {
            it >= before + Duration.ofMinutes(75)
            it <= Instant.now() + Duration.ofMinutes(75)
        }
    }

    def 'each refresh uses the latest refresh token'() {
        given:
        authorizationServer.revokesUsedRefreshTokens(true)
        def credential = byRefreshToken().store(store).build()

        when:
        def tokens = (1..3).collect {
            clock.ahead = Duration.ofHours(2 * it)
            token(credential)
        }

        then:
        tokens*.value().toSet().size() == 3
        tokens.every { status(it) == 200 }
        store.saved == 3
    }

    def 'a builder with #what is rejected'(String what, Closure<?> build, Class<? extends Exception> type) {
        when:
        build()

        then:
        thrown(type)

        where:
        what                     | build                                                                                        || type
        'a blank refresh token'  | { EntraCredential.refreshToken(' ') }                                                        || IllegalArgumentException
        'no tenant'              | { EntraCredential.refreshToken('r').clientId('c').build() }                                  || IllegalStateException
        'no client id'           | { EntraCredential.refreshToken('r').tenant('t').build() }                                    || IllegalStateException
        'a tenant with a slash'  | { EntraCredential.refreshToken('r').tenant('t/../u') }                                       || IllegalArgumentException
        'a blank client id'      | { EntraCredential.refreshToken('r').clientId('') }                                           || IllegalArgumentException
        'a blank secret'         | { EntraCredential.refreshToken('r').clientSecret(' ') }                                      || IllegalArgumentException
        'a refresh token with a line end' | { EntraCredential.refreshToken('r\n') }                                                || IllegalArgumentException
        'a secret with a line end'        | { EntraCredential.refreshToken('r').clientSecret('s\r\n') }                            || IllegalArgumentException
        'a client id with a NUL'          | { EntraCredential.refreshToken('r').clientId('c\u0000') }                              || IllegalArgumentException
        'a secret and a browser' | { EntraCredential.browser { }.tenant('t').clientId('c').clientSecret('s').build() }          || IllegalStateException
        'a secret and a code'    | { EntraCredential.deviceCode { }.tenant('t').clientId('c').clientSecret('s').build() }       || IllegalStateException
    }

    def 'the authorization server URL #url is rejected, and the message does not quote it'(String url) {
        when:
        EntraCredential.refreshToken('r').authority(url)

        then:
        def e = thrown(IllegalArgumentException)
        e.cause == null
        !e.message.contains('canary')

        where:
        url << ['http://canary.example', 'https://canary@login.example', 'https://login.example/canary', 'https://login.example?canary',
            'https://login.example#canary', 'login.example/canary', 'https://', 'https:// canary']
    }

    private KeyStore keyStore() {
        def file = directory.resolve('app.p12')
        def keytool = Path.of(System.getProperty('java.home'), 'bin', 'keytool').toString()
        def process = [keytool, '-J-XX:TieredStopAtLevel=1', '-J-XX:+UseSerialGC', '-genkeypair', '-alias', 'app', '-keyalg', 'RSA', '-dname', 'CN=app', '-storetype', 'PKCS12', '-keystore', file.toString(), '-storepass', 'changeit'].execute()
        assert process.waitFor() == 0
        KeyStore.getInstance(file.toFile(), 'changeit'.toCharArray())
    }
}
