package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.behavior.RecordedLogs
import io.github.partnercenter4j.sandbox.token.TokenResponse
import io.github.partnercenter4j.testing.Leaks

/** Nothing that a credential throws, prints or logs contains a secret, including MSAL's own log at the finest level. */
class EntraSecrecySpec extends EntraSpecification {
    def 'no output contains a secret, whatever the authorization server responds'() {
        given: 'an authorization server that repeats what it received'
        def refreshToken = authorizationServer.refreshToken()
        def echo = "$refreshToken ${authorizationServer.clientSecret()} eyJhbGciOi.eyJhdWQi.c2ln".toString()
        def issued = '{"token_type":"Bearer","access_token":"s3cret-access","refresh_token":"s3cret-refresh","expires_in":3600,"scope":"s","id_token":"eyJhbGciOi"}'
        def script = authorizationServer.next(TokenResponse.error('invalid_grant', 70000, echo))
        [TokenResponse.error('invalid_client', 7000215, echo), TokenResponse.body(400, "<html>$echo</html>"), TokenResponse.body(500, "<html>$echo</html>"),
            TokenResponse.body(200, "<html>$echo</html>"), TokenResponse.body(200, "{\"x\":\"$echo\"}"), TokenResponse.body(200, issued),
            TokenResponse.body(400, "{\"error\":\"$echo\"}"), TokenResponse.body(400, "{\"error\":\"invalid_grant\",\"trace_id\":\"$echo\",\"correlation_id\":\"$echo\"}")].each { script.then(it) }

        when:
        def said = RecordedLogs.during {
            LoggedSignIns.run(authorizationServer.url(), sandbox.sslContext(), authorizationServer.tenantId(), authorizationServer.clientId(), authorizationServer.clientSecret(), refreshToken, 6)
        }

        then: 'there is output of every kind'
        script.remaining() == 0
        said.any { it.contains('com.microsoft.aad.msal4j') && it.startsWith('FINE') }
        said.count { it.contains('CredentialException: No token') } >= 7
        said.any { it.contains('AccessToken[value=***') }

        and: 'none of it contains a secret'
        said.collectMany { Leaks.found(it) } == []
    }
}
