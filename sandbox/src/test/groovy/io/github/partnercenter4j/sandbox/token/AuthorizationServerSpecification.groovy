package io.github.partnercenter4j.sandbox.token

import static io.github.partnercenter4j.sandbox.token.TokenClient.json

import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.MovableClock
import java.time.Duration
import javax.net.ssl.SSLContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Calls an authorization server and the sandbox that accepts its tokens, both without a connection. The clock is moved by hand. */
abstract class AuthorizationServerSpecification extends Specification {

    static final VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
    // RFC 7636, appendix B.
    static final CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    static final TENANT = 'c0ffee00-5a9d-4b0c-8e57-0123456789ab'
    static final REDIRECT = 'http://localhost:51234'

    @Shared MovableClock clock = new MovableClock()
    @Shared InProcessSandbox sandbox = new InProcessSandbox(InProcessSandbox.options().clock(clock))
    @Shared @AutoCleanup AuthorizationServer server = AuthorizationServer.start(TENANT, sandbox.tokens::issue, SSLContext.default, clock)
    @Shared TokenClient client = new TokenClient(server)

    def setup() {
        server.lifetime(Duration.ofMinutes(75)).mfa(true).revokesUsedRefreshTokens(false).declinesSignIns(false)
    }

    Map<String, String> code(String code) {
        [grant_type: 'authorization_code', code: code, redirect_uri: REDIRECT, code_verifier: VERIFIER, client_id: server.clientId(), scope: TokenClient.SCOPE]
    }

    Map<String, String> page(Map<String, String> change) {
        [client_id: server.clientId(), response_type: 'code', redirect_uri: REDIRECT, scope: TokenClient.SCOPE, state: 'a&b"<c>',
            code_challenge: CHALLENGE, code_challenge_method: 'S256'] + change
    }

    /** The parameters that the browser brings back to the application. */
    Map<String, String> signIn(Map<String, String> change) {
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

    int status(String token) {
        sandbox.get(sandbox.orderUrl(), [Authorization: "Bearer $token"]).statusCode()
    }

    static List refused(response) {
        def error = json(response)
        [response.statusCode(), error.error, error.error_codes[0]]
    }
}
