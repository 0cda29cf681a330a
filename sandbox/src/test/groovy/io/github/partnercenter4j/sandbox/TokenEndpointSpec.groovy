package io.github.partnercenter4j.sandbox

import com.fasterxml.jackson.databind.ObjectMapper
import com.microsoft.aad.msal4j.ClientCredentialFactory
import com.microsoft.aad.msal4j.ConfidentialClientApplication
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters
import com.microsoft.aad.msal4j.IAuthenticationResult
import com.microsoft.aad.msal4j.InteractiveRequestParameters
import com.microsoft.aad.msal4j.MsalException
import com.microsoft.aad.msal4j.MsalServiceException
import com.microsoft.aad.msal4j.PublicClientApplication
import com.microsoft.aad.msal4j.RefreshTokenParameters
import com.microsoft.aad.msal4j.SystemBrowserOptions
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration
import java.util.concurrent.ExecutionException
import java.util.concurrent.TimeUnit
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

/** The token endpoint as Microsoft's own library meets it. */
@Timeout(60)
class TokenEndpointSpec extends Specification {

    static final SCOPE = ['https://api.partnercenter.microsoft.com/user_impersonation'] as Set

    @Shared @AutoCleanup PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()
    @Shared TokenIssuer issuer = sandbox.tokens()
    @Shared SSLContext tls = trusting()

    def "a refresh token becomes an access token that the sandbox takes, and another refresh token"() {
        given:
        def client = confidential(issuer.clientSecret())

        when:
        def result = client.acquireToken(RefreshTokenParameters.builder(SCOPE, issuer.refreshToken()).build()).get()

        then:
        status(result) == 200
        result.account().username() == 'admin@sandbox.example'
        result.account().homeAccountId().endsWith(issuer.tenantId())
        Math.abs(result.expiresOnDate().time - System.currentTimeMillis() - 3_600_000) < 30_000
        def rotated = new ObjectMapper().readValue(client.tokenCache().serialize(), Map).RefreshToken.values()*.secret
        rotated.size() == 1
        rotated[0] != issuer.refreshToken()
        status(client.acquireToken(RefreshTokenParameters.builder(SCOPE, rotated[0]).build()).get()) == 200
    }

    def "a device code is polled for until the person has signed in"() {
        given:
        issuer.next(TokenAnswer.pending()).then(TokenAnswer.pending())
        def shown = null

        when:
        def result = publicClient().acquireToken(DeviceCodeFlowParameters.builder(SCOPE, { shown = it.userCode() }).build()).get(30, TimeUnit.SECONDS)

        then:
        shown == 'SANDBOX42'
        status(result) == 200
    }

    def "a person signs in with the browser"() {
        given:
        def browser = SystemBrowserOptions.builder().openBrowserAction({ url -> signIn(url.toURI()) }).build()

        when:
        def result = publicClient().acquireToken(InteractiveRequestParameters.builder('http://localhost'.toURI()).scopes(SCOPE).systemBrowserOptions(browser).build()).get(30, TimeUnit.SECONDS)

        then:
        status(result) == 200
    }

    def "a person who declines in the browser gets no token"() {
        given:
        issuer.next(TokenAnswer.declined())
        def browser = SystemBrowserOptions.builder().openBrowserAction({ url -> signIn(url.toURI()) }).build()

        when:
        publicClient().acquireToken(InteractiveRequestParameters.builder('http://localhost'.toURI()).scopes(SCOPE).systemBrowserOptions(browser).build()).get(30, TimeUnit.SECONDS)

        then:
        def e = thrown(ExecutionException)
        e.cause instanceof MsalException
        e.cause.message == 'No Authorization code was returned from the server'
    }

    def "the planned #error comes out of MSAL4J"(TokenAnswer answer, String error, String code) {
        given:
        issuer.next(answer)

        when:
        confidential(issuer.clientSecret()).acquireToken(RefreshTokenParameters.builder(SCOPE, issuer.refreshToken()).build()).get()

        then:
        def e = thrown(ExecutionException)
        e.cause instanceof MsalServiceException
        e.cause.errorCode() == error
        e.cause.message.contains(code)

        where:
        answer                     || error                    | code
        TokenAnswer.invalidGrant() || 'invalid_grant'          | 'AADSTS700082'
        TokenAnswer.mfaRequired()  || 'invalid_grant'          | 'AADSTS50076'
        TokenAnswer.expired()      || 'expired_token'          | 'AADSTS70020'
        TokenAnswer.declined()     || 'authorization_declined' | 'AADSTS70018'
        TokenAnswer.slowDown()     || 'slow_down'              | ''
    }

    def "a 500 of the authority is passed on, after MSAL4J's own second attempt"() {
        given:
        issuer.requests().clear()
        issuer.next(TokenAnswer.serverError()).then(TokenAnswer.serverError())

        when:
        confidential(issuer.clientSecret()).acquireToken(RefreshTokenParameters.builder(SCOPE, issuer.refreshToken()).build()).get()

        then:
        def e = thrown(ExecutionException)
        e.cause.statusCode() == 500
        issuer.requests().all().count { it.target().contains('/token') } == 2
    }

    def "a token without MFA is refused by the service, with code 900421"() {
        given:
        issuer.next(TokenAnswer.withoutMfa())

        when:
        def result = confidential(issuer.clientSecret()).acquireToken(RefreshTokenParameters.builder(SCOPE, issuer.refreshToken()).build()).get()
        def response = call(result.accessToken())

        then:
        response.statusCode() == 401
        new ObjectMapper().readValue(response.body(), Map).code == '900421'
    }

    def "an access token is refused once its hour is over"() {
        given:
        def clock = new MovableClock()
        def other = PartnerCenterSandbox.builder().clock(clock).start()
        def client = HttpClient.newBuilder().sslContext(trusting(other)).build()
        def form = "grant_type=refresh_token&refresh_token=${other.tokens().refreshToken()}"
        def answer = client.send(HttpRequest.newBuilder("${other.tokens().authority()}/oauth2/v2.0/token".toURI()).POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.ofString())
        def token = new ObjectMapper().readValue(answer.body(), Map).access_token
        def status = { RawClient.get("${other.baseUrl()}/v1/customers/${other.customerId()}/orders/${other.orderId()}/provisioningstatus", [Authorization: "Bearer $token" as String]).statusCode() }

        when:
        clock.pass(Duration.ofSeconds(3599))

        then:
        status() == 200

        when:
        clock.pass(Duration.ofSeconds(1))

        then:
        status() == 401

        cleanup:
        other.close()
    }

    def "a wrong secret, and a refresh token that was never given out, are refused"(String secret, String refreshToken, String error) {
        when:
        confidential(secret ?: issuer.clientSecret()).acquireToken(RefreshTokenParameters.builder(SCOPE, refreshToken ?: issuer.refreshToken()).build()).get()

        then:
        def e = thrown(ExecutionException)
        e.cause.errorCode() == error

        where:
        secret  | refreshToken || error
        'wrong' | null         || 'invalid_client'
        null    | 'wrong'      || 'invalid_grant'
    }

    def "a used refresh token is refused where that is asked for"() {
        given:
        def strict = PartnerCenterSandbox.start()
        def strictIssuer = strict.tokens().revokingUsedTokens()
        def form = "grant_type=refresh_token&refresh_token=${strictIssuer.refreshToken()}"
        def http = HttpClient.newBuilder().sslContext(trusting(strict)).build()
        def post = { http.send(HttpRequest.newBuilder("${strictIssuer.authority()}/oauth2/v2.0/token".toURI()).POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.ofString()).statusCode() }

        expect:
        [post(), post()] == [200, 400]

        cleanup:
        strict.close()
    }

    def "a body that is no JSON can be planned"() {
        given:
        issuer.next(TokenAnswer.body(200, '<html>'))

        when:
        confidential(issuer.clientSecret()).acquireToken(RefreshTokenParameters.builder(SCOPE, issuer.refreshToken()).build()).get()

        then:
        thrown(ExecutionException)
    }

    def "the sign-in sends nobody to another host"() {
        given:
        def http = HttpClient.newBuilder().sslContext(tls).build()
        def uri = "${issuer.authority()}/oauth2/v2.0/authorize?redirect_uri=$redirect".toURI()

        expect:
        http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).statusCode() == status

        where:
        redirect                                          || status
        'http%3A%2F%2Flocalhost%3A1%2F'                   || 302
        'http%3A%2F%2F127.0.0.1%2Fx'                      || 302
        'https%3A%2F%2Fexample.com'                       || 400
        'http%3A%2F%2Flocalhost.example.com'              || 400
        'http%3A%2F%2Flocalhost%40example.com'            || 400
        ''                                                || 400
    }

    /** What a browser does: opens the page, and follows the redirect or posts the form. */
    private void signIn(URI page) {
        def http = HttpClient.newBuilder().sslContext(tls).followRedirects(HttpClient.Redirect.NORMAL).build()
        def html = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body()
        if (html.contains('<form')) {
            def target = (html =~ /action="([^"]*)"/)[0][1]
            def form = (html =~ /name="([^"]*)" value="([^"]*)"/).collect { it[1] + '=' + URLEncoder.encode(it[2], 'UTF-8') }.join('&')
            http.send(HttpRequest.newBuilder(target.toURI()).header('Content-Type', 'application/x-www-form-urlencoded')
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.discarding())
        }
    }

    private PublicClientApplication publicClient() {
        PublicClientApplication.builder(issuer.clientId()).authority(issuer.authority()).validateAuthority(false).instanceDiscovery(false).sslSocketFactory(tls.socketFactory).build()
    }

    private ConfidentialClientApplication confidential(String secret) {
        ConfidentialClientApplication.builder(issuer.clientId(), ClientCredentialFactory.createFromSecret(secret))
            .authority(issuer.authority()).validateAuthority(false).instanceDiscovery(false).sslSocketFactory(tls.socketFactory).build()
    }

    private int status(IAuthenticationResult result) {
        call(result.accessToken()).statusCode()
    }

    private call(String token) {
        RawClient.get("${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus", [Authorization: "Bearer $token" as String])
    }

    private SSLContext trusting(PartnerCenterSandbox trusted = sandbox) {
        def trust = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        trust.init(trusted.trustStore())
        SSLContext.getInstance('TLS').tap { init(null, trust.trustManagers, null) }
    }
}
