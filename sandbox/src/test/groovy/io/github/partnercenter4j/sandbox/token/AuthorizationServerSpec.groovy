package io.github.partnercenter4j.sandbox.token

import static io.github.partnercenter4j.sandbox.token.TokenClient.claims
import static io.github.partnercenter4j.sandbox.token.TokenClient.json

import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.RawClient
import io.github.partnercenter4j.sandbox.internal.http.Guid
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.security.MessageDigest
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import javax.net.ssl.SSLHandshakeException
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class AuthorizationServerSpec extends Specification {

    static final VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
    // RFC 7636, appendix B.
    static final CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    static final REDIRECT = 'http://localhost:51234'

    @Shared MovableClock clock = new MovableClock()
    @Shared @AutoCleanup PartnerCenterSandbox sandbox = PartnerCenterSandbox.builder().clock(clock).start()
    @Shared AuthorizationServer server = sandbox.authorizationServer()
    @Shared TokenClient client = new TokenClient(sandbox)

    def setup() {
        server.lifetime(Duration.ofMinutes(75)).mfa(true).revokesUsedRefreshTokens(false).declinesSignIns(false)
    }

    def "a refresh token is exchanged for an access token that the sandbox accepts, and a newer refresh token"() {
        given:
        def refreshToken = server.refreshToken()

        when:
        def response = client.refresh(refreshToken)
        def tokens = json(response)

        then:
        response.statusCode() == 200
        response.headers().firstValue('Content-Type').get() == 'application/json; charset=utf-8'
        tokens.keySet() == ['token_type', 'scope', 'expires_in', 'ext_expires_in', 'access_token', 'refresh_token', 'id_token', 'client_info'] as Set
        tokens.token_type == 'Bearer'
        tokens.scope == 'https://api.partnercenter.microsoft.com/user_impersonation'
        tokens.expires_in == 4500
        tokens.refresh_token != refreshToken
        client.refresh(tokens.refresh_token).statusCode() == 200
        status(tokens.access_token) == 200
    }

    def "an access token has the claims of App+User with multi-factor authentication"() {
        when:
        def claims = claims(json(client.refresh(server.refreshToken())).access_token)

        then:
        claims.aud == 'https://api.partnercenter.microsoft.com'
        claims.tid == server.tenantId()
        claims.scp == 'user_impersonation'
        claims.upn == 'admin@sandbox.example'
        claims.oid ==~ Guid.PATTERN
        claims.amr == ['pwd', 'mfa']
        claims.exp == clock.instant().epochSecond + 4500
    }

    def "the audience follows the scope, and the id token and the client info contain the user"() {
        when:
        def tokens = json(client.refresh(server.refreshToken(), [scope: 'openid https://partner.partnercenterapi.microsoftonline.cn/user_impersonation']))

        then:
        claims(tokens.access_token).aud == 'https://partner.partnercenterapi.microsoftonline.cn'
        !tokens.containsKey('refresh_token')
        claims(tokens.id_token).subMap('aud', 'tid', 'ver') == [aud: server.clientId(), tid: server.tenantId(), ver: '2.0']
        new String(tokens.client_info.decodeBase64Url()).contains(server.tenantId())
    }

    def "an access token is refused from the second on at which it expires, by the sandbox's clock"() {
        given:
        server.lifetime(Duration.ofMinutes(10))
        def token = json(client.refresh(server.refreshToken())).access_token

        expect:
        status(token) == 200

        when:
        clock.pass(Duration.ofMinutes(10).minusMillis(1))

        then:
        status(token) == 200

        when:
        clock.pass(Duration.ofMillis(1))

        then:
        status(token) == 401
    }

    def "an access token of a sign-in without multi-factor authentication is refused with 900421"() {
        given:
        server.mfa(false)

        when:
        def token = json(client.refresh(server.refreshToken())).access_token
        def response = RawClient.get(sample(), [Authorization: "Bearer $token".toString()])

        then:
        claims(token).amr == ['pwd']
        response.statusCode() == 401
        new String(response.body()).contains('900421')
    }

    def "a used refresh token stays good: #stays"(boolean stays) {
        given:
        def refreshToken = server.revokesUsedRefreshTokens(!stays).refreshToken()
        client.refresh(refreshToken)

        expect:
        client.refresh(refreshToken).statusCode() == (stays ? 200 : 400)

        where:
        stays << [true, false]
    }

    def "a refresh token lives 90 days"() {
        given:
        def refreshToken = server.refreshToken()

        when:
        clock.pass(Duration.ofDays(90))

        then:
        refused(client.refresh(refreshToken)) == [400, 'invalid_grant', 70000]
    }

    def "a refresh request with #change is refused with #error"(Map<String, String> change, int status, String error, int number) {
        expect:
        refused(client.refresh(server.refreshToken(), change)) == [status, error, number]

        where:
        change                                          || status | error                    | number
        [refresh_token: 'unknown']                      || 400    | 'invalid_grant'          | 70000
        [refresh_token: null]                           || 400    | 'invalid_request'        | 900144
        [grant_type: null]                              || 400    | 'invalid_request'        | 900144
        [grant_type: 'password']                        || 400    | 'unsupported_grant_type' | 70003
        [client_id: 'unknown']                          || 400    | 'unauthorized_client'    | 700016
        [client_secret: 'wrong']                        || 401    | 'invalid_client'         | 7000215
        [client_secret: null]                           || 401    | 'invalid_client'         | 7000218
        [client_secret: null, client_assertion: 'a.b.c']|| 401    | 'invalid_client'         | 700027
        [scope: 'openid']                               || 400    | 'invalid_scope'          | 70011
        [scope: null]                                   || 400    | 'invalid_request'        | 900144
    }

    def "an error has the form of the Microsoft identity platform"() {
        when:
        def error = json(client.refresh('unknown'))

        then:
        error.keySet() == ['error', 'error_description', 'error_codes', 'timestamp', 'trace_id', 'correlation_id', 'error_uri'] as Set
        error.error_description == "AADSTS70000: The provided value for the 'refresh_token' parameter is not valid. Trace ID: ${error.trace_id}" +
            " Correlation ID: ${error.correlation_id} Timestamp: ${error.timestamp}"
        error.timestamp ==~ /2026-\d\d-\d\d 03:\d\d:05Z/
        error.trace_id ==~ Guid.PATTERN
    }

    def "the response for the tenant #tenant is #status"(String tenant, int status) {
        expect:
        client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE], tenant).statusCode() == status

        where:
        tenant                                 || status
        'common'                               || 200
        'organizations'                        || 200
        '00000000-0000-0000-0000-000000000000' || 400
    }

    def "a device code is exchanged once"() {
        when:
        def code = json(client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE]))

        then:
        code.keySet() == ['user_code', 'device_code', 'verification_uri', 'expires_in', 'interval', 'message'] as Set
        code.user_code ==~ /[A-Z0-9]{9}/
        code.message.contains(code.user_code)
        [code.expires_in, code.interval] == [900, 5]
        status(json(client.poll(code.device_code)).access_token) == 200
        refused(client.poll(code.device_code)) == [400, 'bad_verification_code', 70018]
    }

    def "a device code expires after 15 minutes"() {
        given:
        def code = json(client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE]))

        when:
        clock.pass(Duration.ofMinutes(15))

        then:
        refused(client.poll(code.device_code)) == [400, 'expired_token', 70020]
    }

    def "the user can decline the device code"() {
        given:
        def code = json(client.post('devicecode', [client_id: server.clientId(), scope: TokenClient.SCOPE]))
        server.declinesSignIns(true)

        expect:
        refused(client.poll(code.device_code)) == [400, 'authorization_declined', 70017]
    }

    def "planned responses are sent in order, then the usual ones"() {
        given:
        def refreshToken = server.refreshToken()
        def script = server.next(TokenResponse.authorizationPending()).then(TokenResponse.slowDown()).then(TokenResponse.expiredToken())
            .then(TokenResponse.declined()).then(TokenResponse.mfaRequired()).then(TokenResponse.invalidGrant()).then(TokenResponse.expiredClientSecret())
            .then(TokenResponse.serverError()).then(TokenResponse.body(200, '{}')).then(TokenResponse.usual())

        when:
        def responses = (1..11).collect { client.refresh(refreshToken) }

        then:
        responses.take(7).collect { refused(it) } == [
            [400, 'authorization_pending', 70016],
            [400, 'slow_down', 50196],
            [400, 'expired_token', 70020],
            [400, 'authorization_declined', 70017],
            [400, 'invalid_grant', 50076],
            [400, 'invalid_grant', 700082],
            [401, 'invalid_client', 7000222],
        ]
        responses[7].statusCode() == 500
        responses[7].headers().firstValue('Content-Type').get() == 'text/html; charset=utf-8'
        [responses[8].statusCode(), responses[8].body()] == [200, '{}']
        responses.drop(9)*.statusCode() == [200, 200]
        script.remaining() == 0
    }

    def "a planned response has the planned Retry-After, and the content type of its body: #type"() {
        given:
        server.next(TokenResponse.body(429, body).retryAfter('60'))

        when:
        def response = client.refresh('s3cret')

        then:
        response.statusCode() == 429
        response.headers().firstValue('Retry-After').get() == '60'
        response.headers().firstValue('Content-Type').get().startsWith(type)

        where:
        body                  || type
        '{}'                  || 'application/json'
        ''                    || 'application/json'
        '<html></html>'       || 'text/html'
        'Too many requests'   || 'text/plain'
    }

    def "a planned delay holds the response back"() {
        given:
        def refreshToken = server.refreshToken()
        server.next(TokenResponse.usual().delay(Duration.ofMillis(400)))
        def start = System.nanoTime()

        expect:
        client.refresh(refreshToken).statusCode() == 200
        Duration.ofNanos(System.nanoTime() - start) >= Duration.ofMillis(400)
    }

    def "a planned disconnect closes the connection without a response"() {
        given:
        server.next(TokenResponse.disconnect())

        when:
        client.refresh('s3cret')

        then:
        thrown(IOException)
        client.refresh('s3cret').statusCode() == 400
    }

    def "silence lasts until the sandbox is closed"() {
        given:
        def own = PartnerCenterSandbox.start()
        own.authorizationServer().next(TokenResponse.silence())
        def hanging = CompletableFuture.supplyAsync { new TokenClient(own).refresh(own.authorizationServer().refreshToken()) }

        when:
        hanging.get(300, TimeUnit.MILLISECONDS)

        then:
        thrown(TimeoutException)

        when:
        own.close()
        hanging.get(60, TimeUnit.SECONDS)

        then:
        thrown(ExecutionException)
    }

    def "the browser returns with a code and the state, by #mode"(String mode) {
        when:
        def back = signIn(response_mode: mode)
        def tokens = client.post('token', code(back.code))

        then:
        back.state == 'a&b"<c>'
        tokens.statusCode() == 200
        status(json(tokens).access_token) == 200
        refused(client.post('token', code(back.code))) == [400, 'invalid_grant', 70008]

        where:
        mode << ['query', 'form_post']
    }

    def "the code challenge is computed as in the RFC"() {
        expect:
        MessageDigest.getInstance('SHA-256').digest(VERIFIER.bytes).encodeBase64Url().toString().replace('=', '') == CHALLENGE
    }

    def "a code with #change is rejected with #number"(Map<String, String> change, int number) {
        expect:
        refused(client.post('token', code(signIn([:]).code) + change)) == [400, 'invalid_grant', number]

        where:
        change                                      || number
        [code_verifier: VERIFIER.reverse()]         || 501481
        [code_verifier: null]                       || 501481
        [redirect_uri: 'http://localhost:51235']    || 500112
        [code: 'unknown']                           || 70008
    }

    def "a code expires after 10 minutes"() {
        given:
        def back = signIn([:])

        when:
        clock.pass(Duration.ofMinutes(10))

        then:
        refused(client.post('token', code(back.code))) == [400, 'invalid_grant', 70008]
    }

    def "the sign-in page returns #error for #change"(Map<String, String> change, String error) {
        expect:
        signIn(change).error == error

        where:
        change                          || error
        [code_challenge: null]          || 'invalid_request'
        [code_challenge_method: 'plain']|| 'invalid_request'
        [response_type: 'token']        || 'invalid_request'
    }

    def "the user can decline on the sign-in page"() {
        given:
        server.declinesSignIns(true)

        expect:
        signIn([:]).subMap('error', 'state') == [error: 'access_denied', state: 'a&b"<c>']
    }

    def "the sign-in page does not redirect to #redirectUri"(String redirectUri) {
        when:
        def response = client.get("/common/oauth2/v2.0/authorize", page(redirect_uri: redirectUri))

        then:
        refused(response) == [400, 'invalid_request', 50011]
        response.headers().firstValue('Location').isEmpty()

        where:
        redirectUri << ['https://evil.example', 'http://evil.example', 'http://localhost.evil.example', 'javascript:alert(1)', ':']
    }

    def "the discovery documents contain the endpoints"() {
        when:
        def configuration = json(client.get("/common/v2.0/.well-known/openid-configuration"))
        def instances = json(client.get('/common/discovery/instance', ['api-version': '1.1']))

        then:
        ['token', 'authorize'].every { configuration["${it == 'token' ? it : 'authorization'}_endpoint"] == "${server.url()}/${server.tenantId()}/oauth2/v2.0/$it" }
        configuration.device_authorization_endpoint == "${server.url()}/${server.tenantId()}/oauth2/v2.0/devicecode"
        instances.tenant_discovery_endpoint == "${server.url()}/${server.tenantId()}/v2.0/.well-known/openid-configuration"
        client.get('/elsewhere').statusCode() == 404
        client.get("/common/oauth2/v2.0/token").statusCode() == 400
    }

    def "recorded calls contain what was requested, and no secret"() {
        given:
        def refreshToken = server.refreshToken()
        def before = server.calls().size()

        when:
        client.refresh(refreshToken)

        then:
        server.calls().drop(before) == [new TokenCall("/${server.tenantId()}/oauth2/v2.0/token", 'refresh_token', server.clientId(), TokenClient.SCOPE)]
        !server.calls().toString().contains(refreshToken)
        !server.calls().toString().contains(server.clientSecret())
    }

    def "a client of the sandbox trusts only its certificate, and other clients do not trust it"() {
        when:
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server.url())).build(), BodyHandlers.discarding())

        then:
        thrown(SSLHandshakeException)

        when:
        HttpClient.newBuilder().sslContext(PartnerCenterSandbox.start().withCloseable { it.sslContext() }).build()
            .send(HttpRequest.newBuilder(URI.create(server.url())).build(), BodyHandlers.discarding())

        then:
        thrown(SSLHandshakeException)
    }

    def "the certificate is valid for localhost too, and the trust store contains nothing else"() {
        given:
        def uri = URI.create(server.url().replace('127.0.0.1', 'localhost') + '/elsewhere')

        expect:
        HttpClient.newBuilder().sslContext(sandbox.sslContext()).build().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode() == 404
        sandbox.trustStore().size() == 1
        sandbox.trustStore().aliases().every { sandbox.trustStore().isCertificateEntry(it) }
    }

    def "a sandbox rejects the access token of another"() {
        given:
        def other = PartnerCenterSandbox.start()
        def token = json(client.refresh(server.refreshToken())).access_token

        expect:
        RawClient.get(sample().replace(sandbox.baseUrl(), other.baseUrl()), [Authorization: "Bearer $token".toString()]).statusCode() == 401

        cleanup:
        other.close()
    }

    private Map<String, String> code(String code) {
        [grant_type: 'authorization_code', code: code, redirect_uri: REDIRECT, code_verifier: VERIFIER, client_id: server.clientId(), scope: TokenClient.SCOPE]
    }

    private Map<String, String> page(Map<String, String> change) {
        [client_id: server.clientId(), response_type: 'code', redirect_uri: REDIRECT, scope: TokenClient.SCOPE, state: 'a&b"<c>',
            code_challenge: CHALLENGE, code_challenge_method: 'S256'] + change
    }

    /** The parameters that the browser brings back to the application. */
    private Map<String, String> signIn(Map<String, String> change) {
        def response = client.get("/${server.tenantId()}/oauth2/v2.0/authorize", page(change))
        if (response.statusCode() == 302) {
            def uri = URI.create(response.headers().firstValue('Location').get())
            assert uri.toString().startsWith(REDIRECT + '?')
            return TokenForm.parse(uri.rawQuery).values()
        }
        assert response.body().contains("action=\"$REDIRECT\"")
        (response.body() =~ /name="([^"]+)" value="([^"]*)"/).iterator().collectEntries {
            [it[1], it[2].replace('&quot;', '"').replace('&lt;', '<').replace('&amp;', '&')]
        }
    }

    private int status(String token) {
        RawClient.get(sample(), [Authorization: "Bearer $token".toString()]).statusCode()
    }

    private String sample() {
        "${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus"
    }

    private static List refused(response) {
        def error = json(response)
        [response.statusCode(), error.error, error.error_codes[0]]
    }
}
