package io.github.partnercenter4j.client.entra

import com.fasterxml.jackson.databind.json.JsonMapper
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.behavior.RecordedLogs
import io.github.partnercenter4j.sandbox.token.TokenResponse
import java.time.Duration

/** A credential with a token store: what it saves, what it reads again in the next run, and stores that fail. */
class EntraStoreSpec extends EntraSpecification {
    def 'the next run uses the access token from the store, then its latest refresh token'() {
        given:
        authorizationServer.revokesUsedRefreshTokens(true)
        def first = token(byRefreshToken().store(store).build())
        def next = byRefreshToken('used long ago').store(store).build()

        when:
        def same = token(next)

        then:
        same == first
        asked().size() == 1

        when:
        clock.ahead = Duration.ofHours(2)
        def newer = token(next)

        then:
        newer.value() != first.value()
        status(newer) == 200
        asked().size() == 2
    }

    def 'the refresh token of the builder is used when the one in the store is rejected'() {
        given:
        def credential = byRefreshToken().store(store).build()
        token(credential)
        clock.ahead = Duration.ofHours(2)
        authorizationServer.next(TokenResponse.invalidGrant())

        expect:
        status(token(credential)) == 200
        asked().size() == 3
    }

    def 'the tokens of another #what in the store are not used'(String what, String before, String after) {
        given:
        token(byRefreshToken().store(store).build())
        assert store.text.contains(before)
        store.text = store.text.replace(before, after)

        when:
        token(byRefreshToken().store(store).build())

        then:
        asked().size() == 2

        where:
        what          | before                | after
        'authority'   | '"authority":"https:' | '"authority":"https://other.example'
        'application' | '"clientId":"c'       | '"clientId":"d'
    }

    def 'the old refresh token is kept if the response has no new one'() {
        given:
        def refreshToken = authorizationServer.refreshToken()
        token(byRefreshToken(refreshToken).store(store).build())
        def kept = refreshTokenIn(store)
        def plain = '{"token_type":"Bearer","access_token":"an-access-token","expires_in":3600,"scope":"s"}'
        authorizationServer.next(TokenResponse.body(200, plain)).then(TokenResponse.body(200, plain))
        def next = byRefreshToken('another one').store(store).build()

        when:
        clock.ahead = Duration.ofHours(2)
        def second = token(next)
        clock.ahead = Duration.ofHours(4)
        token(next)

        then:
        second.value() == 'an-access-token'
        kept != refreshToken
        refreshTokenIn(store) == kept
    }

    def 'the store receives one JSON text, with the refresh token where MSAL keeps it'() {
        when:
        token(byRefreshToken().store(store).build())
        def saved = new JsonMapper().readValue(store.text, Map)

        then:
        saved.keySet() == ['AccessToken', 'RefreshToken', 'IdToken', 'Account', 'AppMetadata', 'partnercenter4j'] as Set
        saved.RefreshToken.size() == 1
        saved.AccessToken.size() == 1
        saved.IdToken.isEmpty()
    }

    def 'a store that holds <#content> is an error, unlike one that holds nothing'(String content) {
        given:
        store.text = content

        when:
        token(byRefreshToken().store(store).build())

        then:
        def e = thrown(CredentialException)
        e.message.contains('empty it and sign in again')
        e.cause == null
        asked().isEmpty()

        where:
        content << ['not JSON', '[]', '"text"', '{"AccessToken":', '{} {}']
    }

    def 'the call fails if the store cannot be #verb, without quoting the message of the store'(String verb, TokenStore failing) {
        when:
        token(byRefreshToken().store(failing).build())

        then:
        def e = thrown(CredentialException)
        e.message.contains("cannot be $verb. It failed with java.lang.IllegalStateException")
        e.cause == null
        asked().empty

        where:
        verb      | failing
        'read'    | new KeptStore() { String load() { throw new IllegalStateException('s3cret') } }
        'locked'  | new KeptStore() { TokenStore.Lock tryLock() { throw new IllegalStateException('s3cret') } }
    }

    def 'a call uses tokens that cannot be saved, and the next refresh as well'() {
        given:
        authorizationServer.revokesUsedRefreshTokens(true)
        def failing = new KeptStore() {
            void save(String tokens) {
                throw new IllegalStateException('s3cret')
            }
        }
        def credential = byRefreshToken().store(failing).build()

        when:
        def said = RecordedLogs.during {
            (0..2).collect {
                clock.ahead = Duration.ofHours(2 * it)
                status(token(credential)) as String
            }
        }

        then:
        said.take(3) == ['200'] * 3
        asked()*.grantType() == ['refresh_token'] * 3
        said.count { it.startsWith('WARNING') && it.contains('kept in memory only') && it.contains('IllegalStateException') } == 3
        !said.any { it.contains('s3cret') }

        when: 'somebody else saves newer tokens'
        authorizationServer.lifetime(Duration.ofHours(10))
        failing.text = savedByAnother()
        clock.ahead = Duration.ofHours(6)
        def asked = asked().size()
        def other = token(credential)

        then:
        status(other) == 200
        this.asked().size() == asked
    }

    def 'an explicit sign-in fails if the tokens cannot be saved, and a later call uses them'() {
        given:
        def failing = new KeptStore() {
            void save(String tokens) {
                throw new CredentialException('No space left on device', null)
            }
        }
        def credential = byRefreshToken().store(failing).build()

        when:
        credential.signIn(Cloud.PUBLIC, Duration.ofMinutes(1))

        then:
        def e = thrown(CredentialException)
        e.message == 'No space left on device'

        when:
        def token = token(credential)

        then:
        status(token) == 200
        asked().size() == 1
    }

    def 'nobody is asked to sign in if the store cannot be written'() {
        given:
        def credential = ready(EntraCredential.deviceCode { throw new AssertionError() }).store(new KeptStore() {
            void requireWritable() {
                throw new CredentialException('Read-only file system', null)
            }
        }).build()

        when:
        action(credential)

        then:
        def e = thrown(CredentialException)
        e.message == 'Read-only file system'
        asked().empty

        where:
        action << [{ it.signIn(Cloud.PUBLIC, Duration.ofMinutes(1)) }, { token(it) }]
    }

    def 'a store that holds <#content> holds nothing'(String content) {
        given:
        store.text = content

        expect:
        status(token(byRefreshToken().store(store).build())) == 200
        store.text.contains('RefreshToken')

        where:
        content << [null, '', ' ', '\n', '\r\n\t ']
    }

    private String savedByAnother() {
        def other = new KeptStore()
        token(byRefreshToken().store(other).build())
        other.text
    }

    def 'an explicit sign-in uses the refresh token, whatever the store holds'() {
        given:
        def credential = byRefreshToken().store(store).build()
        def first = token(credential)

        when:
        credential.signIn(Cloud.PUBLIC, Duration.ofMinutes(1))

        then:
        asked().size() == 2
        token(credential).value() != first.value()
        asked().size() == 2
    }

    private static String refreshTokenIn(KeptStore store) {
        new JsonMapper().readValue(store.text, Map).RefreshToken.values()[0].secret
    }
}
