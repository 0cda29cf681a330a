package io.github.partnercenter4j.sandbox.internal.credential

import static java.time.Duration.ofHours
import static java.time.Duration.ofMillis

import io.github.partnercenter4j.sandbox.InProcessRequest
import io.github.partnercenter4j.sandbox.MovableClock
import io.github.partnercenter4j.sandbox.internal.credential.AccessTokens.Grant
import spock.lang.Specification

class AccessTokensSpec extends Specification {

    def clock = new MovableClock()
    def tokens = new AccessTokens(clock)

    def "a token has the form and the claims of Microsoft's, with a random signature: #methods"(boolean mfa, String methods) {
        given:
        def token = tokens.issue('https://api.example', 'tenant', mfa, ofHours(1))
        def jwt = Jwt.parse(token)
        def now = clock.instant().epochSecond

        expect:
        jwt.header().toString() in ['{"typ":"JWT","alg":"RS256"}', '{"alg":"RS256","typ":"JWT"}']
        jwt.claims().toString() == "{\"aud\":\"https://api.example\",\"iss\":\"https://sts.windows.net/tenant/\",\"tid\":\"tenant\",\"iat\":$now,\"nbf\":$now,\"exp\":${now + 3600}," +
            "\"appid\":\"5a0dbc5e-0000-4000-8000-000000000000\",\"scp\":\"user_impersonation\",\"oid\":\"$AccessTokens.USER_ID\",\"upn\":\"admin@sandbox.example\",\"amr\":$methods}"
        jwt.signature().length == 32
        token.split(/\./).last() != tokens.issue('https://api.example', 'tenant', mfa, ofHours(1)).split(/\./).last()

        where:
        mfa   || methods
        true  || '["pwd","mfa"]'
        false || '["pwd"]'
    }

    def "the audience is Partner Center unless another is asked for"() {
        expect:
        Jwt.parse(tokens.issue('tenant', true, ofHours(1))).claims().path('aud').asText() == 'https://api.partnercenter.microsoft.com'
    }

    def "a token is accepted with the scheme Bearer in any case, once, and until it expires"() {
        given:
        def token = tokens.issue('tenant', true, ofHours(1))
        def grant = new Grant('tenant', true, clock.instant() + ofHours(1))

        expect:
        granted("Bearer $token").get() == grant
        granted("bearer $token").get() == grant
        granted("Basic $token").empty
        granted(token).empty
        granted("Bearer ${token}0").empty
        granted("Bearer $token", "Bearer $token").empty
        granted().empty

        when:
        clock.pass(ofHours(1).minusMillis(1))

        then:
        granted("Bearer $token").present

        when:
        clock.pass(ofMillis(1))

        then:
        granted("Bearer $token").empty
    }

    def "a secret says what it is, and each is another"() {
        expect:
        AccessTokens.secret() ==~ /sandbox-secret\.[\w-]{43}/
        AccessTokens.secret() != AccessTokens.secret()
    }

    def "a text that is no JWT is refused: #text"(String text, String problem) {
        when:
        Jwt.parse(text)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith(problem)

        where:
        text           || problem
        'e30.e30'      || 'A JWT has three parts'
        'e30.e30.e30.' || 'A JWT has three parts'
        'e30.ew.e30'   || 'A part of the JWT is not JSON'
        'e30.$$$$.e30' || 'Illegal base64 character'
    }

    def "a token without a signature can be read"() {
        given:
        def jwt = Jwt.parse(Jwt.unsigned(oid: 'x'))

        expect:
        jwt.header().path('alg').asText() == 'none'
        jwt.claims().toString() == '{"oid":"x"}'
        jwt.signature().length == 0
        Jwt.unsigned(oid: 'x') == jwt.signed() + '.'
    }

    private Optional<Grant> granted(Object... values) {
        tokens.grant(new InProcessRequest('GET', '/', values ? [Authorization: values*.toString()] : [:]))
    }
}
