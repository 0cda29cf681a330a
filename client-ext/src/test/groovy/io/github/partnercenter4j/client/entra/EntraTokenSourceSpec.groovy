package io.github.partnercenter4j.client.entra

import com.microsoft.aad.msal4j.ClientCredentialFactory
import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.Keys
import io.github.partnercenter4j.client.internal.body.Mappers
import io.github.partnercenter4j.client.internal.http.TransportSettings
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset

/** Where a token comes from: the store, its refresh token, or a sign-in. */
class EntraTokenSourceSpec extends TokenServerSpecification {
    static final Instant NOW = Instant.parse('2030-01-01T00:00:00Z')
    static final String REJECTED = '{"error":"invalid_grant"}'
    static final AccessToken SIGNED_IN = new AccessToken('s3cret-signed-in', NOW + Duration.ofHours(1))

    def store = new Store()
    List<String> signIns = []

    def 'a token in the store is used if it is fresh and not the rejected one: #used'() {
        given:
        store.text = tokens([AccessToken: [x: [secret: 's3cret-kept', expires_on: (NOW + Duration.parse(life)).epochSecond as String]]])

        when:
        def token = acquire(source(), rejected == null ? null : new AccessToken(rejected, null))

        then:
        token.value() == (used ? 's3cret-kept' : 's3cret-issued')
        store.locks == (used ? 0 : 1)
        server.requests.size() == (used ? 0 : 1)

        where:
        life     | rejected      || used
        'PT1H'   | null          || true
        'PT1H'   | 's3cret-other' || true
        'PT1H'   | 's3cret-kept' || false
        'PT4M59S' | null         || false
    }

    def 'the refresh token in the store takes precedence, and its successor is saved under the lock'() {
        given:
        store.text = tokens([:])

        expect:
        acquire(source()).value() == 's3cret-issued'
        grants() == ['s3cret-old']
        savedRefreshToken() == 's3cret-next'
        store.lockedSaves == 1
        store.locks == 1
        store.unlocks == 1
    }

    def 'an empty store means to sign in: #how'() {
        expect:
        acquire(source(byRefreshToken)) == SIGNED_IN
        signIns == ['sign-in']
        server.requests.empty
        savedRefreshToken() == 's3cret-person'
        store.locks == locks
        store.unlocks == locks
        store.lockedSaves == 1
        store.checked == !byRefreshToken

        where: 'a person signs in without the lock, which is taken again to save'
        how                 | byRefreshToken || locks
        'by refresh token'  | true           || 1
        'by a person'       | false          || 2
    }

    def 'a refresh token that is rejected is not tried again, and a person must sign in, by refresh token: #byRefreshToken'() {
        given:
        store.text = tokens([:])
        responses << REJECTED

        when:
        def outcome = outcome { acquire(source(byRefreshToken)) }

        then:
        outcome == (byRefreshToken ? SIGNED_IN : 'No token: the authorization server returned invalid_grant. What to do: the refresh token or code is no longer valid: sign in again')
        grants() == ['s3cret-old']
        signIns.size() == (byRefreshToken ? 1 : 0)
        savedRefreshToken() == (byRefreshToken ? 's3cret-person' : 's3cret-old')

        where:
        byRefreshToken << [true, false]
    }

    def 'after a rejection a newer refresh token in the store is tried, three at most: #count'() {
        given: 'a store that another process changes after each request'
        store.text = tokens([:])
        (newer.size() + 1).times { responses << REJECTED }
        store.onLoad = {
            int requests = server.requests.size()
            requests == 0 ? store.text : tokens([:], newer[Math.min(requests, newer.size()) - 1])
        }

        when:
        def outcome = outcome { acquire(source(false)) }

        then:
        outcome.toString().contains('invalid_grant')
        grants() == tried

        where:
        newer                                        || tried
        ['s3cret-1']                                 || ['s3cret-old', 's3cret-1']
        ['s3cret-1', 's3cret-2', 's3cret-3']         || ['s3cret-old', 's3cret-1', 's3cret-2']
        count = tried.size()
    }

    def 'after a rejection the access token that another process saved is used'() {
        given:
        store.text = tokens([:])
        responses << REJECTED
        def newer = tokens([AccessToken: [x: [secret: 's3cret-kept', expires_on: (NOW + Duration.ofHours(1)).epochSecond as String]]], 's3cret-1')
        store.onLoad = { server.requests.empty ? store.text : newer }

        expect:
        acquire(source(false)).value() == 's3cret-kept'
        grants() == ['s3cret-old']
    }

    def 'after a rejection an empty store means that the user has signed out, by refresh token: #byRefreshToken'() {
        given:
        store.text = tokens([:])
        responses << REJECTED
        store.onLoad = { server.requests.empty ? store.text : null }

        when:
        def outcome = outcome { acquire(source(byRefreshToken)) }

        then:
        byRefreshToken ? outcome == SIGNED_IN : outcome.toString().startsWith('No token: the sign-in was deleted from the token store')

        where:
        byRefreshToken << [true, false]
    }

    def 'a store that cannot be read at first is read again under the lock'() {
        given:
        store.text = tokens([:])
        int loads = 0
        store.onLoad = {
            if (loads++ == 0) {
                throw new IllegalStateException('in the middle of a write')
            }
            store.text
        }

        expect:
        acquire(source()).value() == 's3cret-issued'
    }

    def 'a refresh fails at once if the server asks to wait for longer than the call can'() {
        given:
        store.text = tokens([:])
        responses << BUSY

        expect:
        outcome { acquire(source()) }.toString().contains('and asked to wait 999 s. What to do: try again in 999 s, or set a longer timeout')
        server.requests.size() == 1
    }

    def 'an explicit sign-in replaces what the store holds, if it can be written: #writable'() {
        given:
        store.text = tokens([:])
        store.writable = writable

        when:
        def outcome = outcome { during { source().signIn(Cloud.PUBLIC, it) } }

        then:
        writable ? outcome == SIGNED_IN : outcome.toString().startsWith('No token: the token store cannot be written')
        savedRefreshToken() == (writable ? 's3cret-person' : 's3cret-old')
        signIns.size() == (writable ? 1 : 0)
        store.unlocks == store.locks

        where:
        writable << [true, false]
    }

    def 'a sign-in whose code is rejected is a failure of the credential'() {
        given:
        def refused = new CredentialException('No token: x', null)
        def source = new EntraTokenSource(settings(), new EntraTokenSource.SignIn(false, { throw new GrantRejectedException(refused) }))

        expect:
        outcome { acquire(source) } == 'No token: x'
    }

    def 'the application authenticates with its secret, if it has one: #secret'() {
        given:
        store.text = tokens([:])

        when:
        acquire(new EntraTokenSource(settings(secret), new EntraTokenSource.SignIn(true, { throw new AssertionError() })))

        then:
        server.requests[0].contains('client_secret=s3cret-app') == secret
        server.requests[0].startsWith('POST /contoso.example/oauth2/v2.0/token HTTP/1.1')
        URLDecoder.decode(server.requests[0], 'UTF-8').contains('https://api.partnercenter.microsoft.com/user_impersonation')

        where:
        secret << [true, false]
    }

    private EntraTokenSource source(boolean byRefreshToken = true) {
        new EntraTokenSource(settings(), new EntraTokenSource.SignIn(byRefreshToken, {
            signIns << 'sign-in'
            new IssuedTokens(SIGNED_IN, '{"RefreshToken":{"x":{"secret":"s3cret-person"}}}')
        }))
    }

    private EntraSettings settings(boolean secret = false) {
        new EntraSettings('contoso.example', 'client-id', secret ? ClientCredentialFactory.createFromSecret('s3cret-app') : null, URI.create("https://localhost:$server.port"), store,
                new TransportSettings(Duration.ofMinutes(1), 1, 1_000_000, Keys.context(null, Keys.localhost), null), { }, System::nanoTime, Clock.fixed(NOW, ZoneOffset.UTC))
    }

    private AccessToken acquire(EntraTokenSource source, AccessToken rejected = null) {
        during { source.acquire(Cloud.PUBLIC, rejected, it) }
    }

    private static AccessToken during(Closure<AccessToken> work) {
        TokenAcquisition.start { running -> work(running) }.await(LONG)
    }

    private String tokens(Map more, String refreshToken = 's3cret-old') {
        Mappers.json().writeValueAsString([partnercenter4j: [authority: "https://localhost:$server.port/contoso.example/".toString(), clientId: 'client-id'],
                                           RefreshToken: [x: [secret: refreshToken]]] + more)
    }

    private String savedRefreshToken() {
        Mappers.json().readTree(store.text).path('RefreshToken').elements().next().path('secret').asText()
    }

    private static class Store implements TokenStore {
        volatile String text
        Closure<String> onLoad = { text }
        boolean writable = true
        boolean checked
        volatile int locks
        volatile int unlocks
        volatile int lockedSaves

        @Override
        String load() {
            onLoad()
        }

        @Override
        void save(String tokens) {
            text = tokens
            lockedSaves += locks - unlocks
        }

        @Override
        void requireWritable() {
            checked = true
            if (!writable) {
                throw new IllegalStateException('s3cret')
            }
        }

        @Override
        TokenStore.Lock tryLock() {
            locks++
            return { unlocks++ }
        }
    }
}
