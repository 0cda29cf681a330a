package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.internal.body.Mappers
import java.time.Instant
import spock.lang.Specification

class StoredTokensSpec extends Specification {
    def 'an access token that expires at #expiresOn is valid until #until'() {
        given:
        def text = Mappers.json().writeValueAsString([partnercenter4j: [authority: 'a', clientId: 'c'], AccessToken: [x: [secret: 's3cret', expires_on: expiresOn]]])

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
}
