package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.internal.body.Mappers
import java.time.Instant
import spock.lang.Specification

class StoredTokensSpec extends Specification {
    static final Map OWNER = [authority: 'a', clientId: 'c']

    def 'an access token that expires at #expiresOn is valid until #until'() {
        given:
        def text = text([partnercenter4j: OWNER, AccessToken: [x: [secret: 's3cret', expires_on: expiresOn]]])

        expect:
        StoredTokens.read(text, 'a', 'c').accessToken()?.expiresAt() == until

        where:
        expiresOn     || until
        '1800000000'  || Instant.ofEpochSecond(1_800_000_000)
        '99999999999' || Instant.ofEpochSecond(99_999_999_999)
        '9' * 12      || null
        '9' * 20      || null
        '-1'          || null
        ''            || null
        'soon'        || null
    }

    def 'tokens saved by #what are used: #used'(String what, Map owner, boolean used) {
        given:
        def tokens = StoredTokens.read(text([partnercenter4j: owner, RefreshToken: [x: [secret: 's3cret']]]), 'a', 'c')

        expect:
        tokens.refreshToken() == (used ? 's3cret' : null)

        where:
        what                           | owner                           || used
        'this application'             | [authority: 'a', clientId: 'c'] || true
        'another authorization server' | [authority: 'b', clientId: 'c'] || false
        'another application'          | [authority: 'a', clientId: 'd'] || false
        'something else'               | null                            || false
    }

    def 'an access token is used only if it is a text, and not #what'() {
        expect:
        StoredTokens.read(text([partnercenter4j: OWNER, AccessToken: [x: [secret: secret, expires_on: '1800000000']]]), 'a', 'c').accessToken()?.value() == value

        where:
        what        | secret     || value
        'left out'  | 's3cret'   || 's3cret'
        'a list'    | ['s3cret'] || null
        'null'      | null       || null
    }

    def 'nothing is read from #text'(String text) {
        given:
        def tokens = StoredTokens.read(text, 'a', 'c')

        expect:
        tokens.accessToken() == null
        tokens.refreshToken() == null

        where:
        text << [null, '', ' \n', '{}', '{"partnercenter4j":{"authority":"a","clientId":"c"}}', '{"partnercenter4j":{"authority":"a","clientId":"c"},"RefreshToken":{}}']
    }

    def 'the text to save has the owner, and #whose refresh token'(String whose, Map issued, String kept) {
        given:
        def before = StoredTokens.read(text([partnercenter4j: OWNER] + old), 'a', 'c')

        when:
        def saved = before.replacedBy(new IssuedTokens(new AccessToken('s3cret', null), text([RefreshToken: issued, Other: 1])), 'a', 'c')

        then:
        StoredTokens.read(saved, 'a', 'c').refreshToken() == kept
        Mappers.json().readTree(saved).path('Other').asInt() == 1
        Mappers.json().readTree(saved).has('RefreshToken')

        where:
        whose                            | old                                         | issued                      || kept
        'the old one, as none is issued' | [RefreshToken: [x: [secret: 's3cret-old']]] | [:]                         || 's3cret-old'
        'the issued one, not the old'    | [RefreshToken: [x: [secret: 's3cret-old']]] | [y: [secret: 's3cret-new']] || 's3cret-new'
        'no'                             | [:]                                         | [:]                         || null
        'the issued one'                 | [:]                                         | [y: [secret: 's3cret-new']] || 's3cret-new'
    }

    def 'the text of issued tokens does not contain them'() {
        expect:
        new IssuedTokens(new AccessToken('s3cret', null), 's3cret').toString() == 'IssuedTokens[AccessToken[value=***, expiresAt=null]]'
    }

    private static String text(Map content) {
        Mappers.json().writeValueAsString(content)
    }
}
