package io.github.partnercenter4j.sandbox.token

import static io.github.partnercenter4j.sandbox.token.TokenClient.json

import java.security.MessageDigest
import java.time.Duration

/** Signs in with the browser. */
class SignInPageSpec extends AuthorizationServerSpecification {

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

    def "the browser is sent back by #what if the response mode is #mode"(String what, String mode, int status) {
        expect:
        client.get("/common/oauth2/v2.0/authorize", page(response_mode: mode)).statusCode() == status

        where:
        what         | mode        || status
        'a redirect' | null        || 302
        'a redirect' | 'query'     || 302
        'a form'     | 'form_post' || 200
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

    def "the browser brings no state back if the application sent none, and an unknown application gets no code"() {
        expect:
        signIn(state: null).keySet() == ['code'] as Set
        refused(client.get('/common/oauth2/v2.0/authorize', page(client_id: 'x'))) == [400, 'unauthorized_client', 700016]
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
}
