package io.github.partnercenter4j.sandbox.token

import static io.github.partnercenter4j.sandbox.token.TokenClient.claims
import static io.github.partnercenter4j.sandbox.token.TokenClient.json

import io.github.partnercenter4j.sandbox.InProcessSandbox
import io.github.partnercenter4j.sandbox.internal.http.Guid
import java.time.Duration

/** What a refresh token is exchanged for. */
class RefreshTokenSpec extends AuthorizationServerSpecification {

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
        claims(tokens.id_token).subMap('aud', 'tid', 'ver', 'iat', 'exp') ==
            [aud: server.clientId(), tid: server.tenantId(), ver: '2.0', iat: clock.instant().epochSecond as int, exp: clock.instant().epochSecond + 4500 as int]
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
        def response = sandbox.get(sandbox.orderUrl(), [Authorization: "Bearer $token"])

        then:
        claims(token).amr == ['pwd']
        response.statusCode() == 401
        response.text().contains('900421')
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

    def "a sandbox rejects the access token of another"() {
        given:
        def other = new InProcessSandbox()
        def token = json(client.refresh(server.refreshToken())).access_token

        expect:
        other.get(other.orderUrl(), [Authorization: "Bearer $token"]).statusCode() == 401
    }
}
