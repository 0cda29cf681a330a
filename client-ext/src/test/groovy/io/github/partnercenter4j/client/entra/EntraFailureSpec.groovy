package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.CredentialException.Kind
import io.github.partnercenter4j.sandbox.token.TokenResponse

class EntraFailureSpec extends EntraSpecification {
    private static final String TRACE = /; quote trace id [0-9a-f-]{36} to Microsoft's support/

    def 'the message for #response says what to do: #advice'(TokenResponse response, Kind kind, String said, String advice) {
        given:
        authorizationServer.next(response)

        when:
        token(byRefreshToken().build())

        then:
        def e = thrown(CredentialException)
        e.kind() == kind
        e.message ==~ /\QNo token: the authorization server returned $said. What to do: $advice\E$TRACE/
        e.cause == null

        where:
        response                                                 || kind              | said                                    | advice
        TokenResponse.invalidGrant()                             || Kind.UNAVAILABLE  | 'invalid_grant (AADSTS700082)'          | 'the refresh token was not used for too long: sign in again'
        TokenResponse.error('invalid_grant', 70000, 'x')         || Kind.UNAVAILABLE  | 'invalid_grant (AADSTS70000)'           | 'the refresh token or code is no longer valid: sign in again'
        TokenResponse.error('invalid_grant', 50173, 'x')         || Kind.UNAVAILABLE  | 'invalid_grant (AADSTS50173)'           | 'the refresh token was revoked: sign in again'
        TokenResponse.error('invalid_grant', 65001, 'x')         || Kind.UNAVAILABLE  | 'invalid_grant (AADSTS65001)'           | 'no user has consented to the application yet: sign in and consent'
        TokenResponse.expiredClientSecret()                      || Kind.UNAVAILABLE  | 'invalid_client (AADSTS7000222)'        | 'the client secret has expired: create a new one'
        TokenResponse.error('invalid_client', 1, 'x')            || Kind.UNAVAILABLE  | 'invalid_client (AADSTS1)'              | 'check the client secret or the certificate, and whether it has expired'
        TokenResponse.error('unauthorized_client', 700016, 'x')  || Kind.UNAVAILABLE  | 'unauthorized_client (AADSTS700016)'    | 'the tenant does not know the application: check the client id and the tenant'
        TokenResponse.error('invalid_request', 90002, 'x')       || Kind.UNAVAILABLE  | 'invalid_request (AADSTS90002)'         | 'the tenant does not exist in this cloud: check the tenant and the cloud'
        TokenResponse.error('something_new', 4711, 'x')          || Kind.UNAVAILABLE  | 'something_new (AADSTS4711)'            | 'check tenant, client id and cloud'
        TokenResponse.mfaRequired()                              || Kind.MFA_REQUIRED | 'invalid_grant (AADSTS50076)'           | 'MFA is required: sign in again using MFA, by browser or device code'
        TokenResponse.error('invalid_grant', 50079, 'x')         || Kind.MFA_REQUIRED | 'invalid_grant (AADSTS50079)'           | 'MFA is required: sign in again using MFA, by browser or device code'
        TokenResponse.error('interaction_required', 50158, 'x')  || Kind.MFA_REQUIRED | 'interaction_required (AADSTS50158)'    | 'MFA is required: sign in again using MFA, by browser or device code'
    }

    def 'the message for status #status says what arrived, without quoting the body #body'(int status, String body, String said) {
        given:
        times.times { authorizationServer.next(TokenResponse.body(status, body)) }

        when:
        token(byRefreshToken().build())

        then:
        def e = thrown(CredentialException)
        e.kind() == Kind.UNAVAILABLE
        e.message.contains(said)
        !e.message.contains('canary')
        e.cause == null
        asked().size() == times

        where:
        status | body                                                              || said
        200    | '<html>canary</html>'                                             || 'returned 200 with a body that is not JSON'
        200    | 'canary'                                                          || 'returned 200 with a body that is not JSON'
        200    | ''                                                                || 'returned 200 with a body that is not JSON'
        200    | '["canary"]'                                                      || 'returned 200 with a body that is not JSON'
        200    | '{}'                                                              || 'returned 200 without a token in it'
        200    | '{"access_token":"","expires_in":3600}'                           || 'returned 200 without a token in it'
        200    | '{"access_token":["canary"],"expires_in":3600}'                   || 'returned 200 without a token in it'
        200    | '{"access_token":"canary\\r\\nx: y","expires_in":3600,"scope":"s"}' || 'characters that a header cannot contain'
        200    | '{"error":"invalid_grant"}'                                       || 'returned 200 without a token in it'
        400    | '{"error":"canary with blanks","error_description":"canary"}'     || 'returned 400 without a token in it'
        400    | '{"error":"invalid_grant","error_description":"canary","trace_id":"canary"}' || 'returned invalid_grant. What to do'
        400    | '<html>canary</html>'                                             || 'returned 400 with a body that is not JSON'
        429    | '{"canary":1}'                                                    || 'What to do: try again later'
        500    | '<html>canary</html>'                                             || 'returned 500 with a body that is not JSON. What to do: try again later'
        503    | '{"error":"temporarily_unavailable"}'                             || 'What to do: try again later'
        501    | '{}'                                                              || 'returned 501 without a token in it. What to do: try again later'
        302    | '<html>canary</html>'                                             || 'returned 302'
        times = status in [429, 500, 503] ? 4 : 1
    }

    def 'an endless response is read up to the size limit'() {
        given:
        authorizationServer.next(TokenResponse.body(200, '{"access_token":"' + 'a' * 2_000_000 + '","expires_in":3600}'))

        when:
        token(byRefreshToken().build())

        then:
        def e = thrown(CredentialException)
        e.message.contains('a body that is not JSON')
        e.message.length() < 500
    }

    def 'the message names the host of an authorization server that #what, and says what to check'(String what, Closure<EntraCredential> credential, String said) {
        when:
        token(credential(this))

        then:
        def e = thrown(CredentialException)
        e.message.contains('cannot be reached')
        e.message.contains(said)

        where:
        what                        | credential                                                                                  || said
        'nobody listens at'         | { it.byRefreshToken().authority("https://127.0.0.1:${closedPort()}".toString()).build() }   || 'Could not connect to 127.0.0.1:'
        'nobody knows'              | { it.byRefreshToken().authority('https://nobody.invalid').build() }                         || 'The host nobody.invalid is unknown'
        'shows another certificate' | { it.byRefreshToken().sslContext(javax.net.ssl.SSLContext.getDefault()).build() }           || 'its certificate is not signed by a trusted authority'
    }

    private static int closedPort() {
        new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
    }
}
