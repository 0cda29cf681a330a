package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.RunningCall
import io.github.partnercenter4j.sandbox.token.TokenResponse
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/** A token store that several processes use, while the authorization server revokes used refresh tokens. */
class SharedStoreSpec extends EntraSpecification {
    @TempDir
    Path folder

    @AutoCleanup
    Processes processes = new Processes()

    Path file

    def setup() {
        file = folder.resolve('tokens.json')
    }

    def 'of two processes that find an expired token one refreshes it, and the other uses the new one'() {
        given:
        signInWithExpiredToken()
        authorizationServer.next(TokenResponse.usual().delay(Duration.ofMillis(500)))
        def both = (1..2).collect { process('token') }

        when:
        both*.begin()
        def said = both*.line()

        then:
        said.every { it ==~ /token -?[0-9]+/ }
        said.toSet().size() == 1
        asked().drop(2)*.grantType() == ['refresh_token']
    }

    def 'a credential waits while another process holds the lock, and goes on when that process is killed'() {
        given:
        signInWithExpiredToken()
        def holder = process('lock').begin()
        assert holder.line() == 'locked'
        def credential = credential()
        def held = 'because another process holds the lock of the token store'
        def message = ''

        when: 'a busy machine may not look at the lock in time, so longer limits follow'
        for (def limit = Duration.ofSeconds(3); !message.contains(held) && limit < Duration.ofMinutes(1); limit = limit.multipliedBy(2)) {
            message = failure { token(credential, null, limit) }.message
        }

        then:
        TokenStore.file(file).tryLock() == null
        message.contains(held)
        asked().size() == 2

        when:
        def waiting = new RunningCall('platform', { token(credential) })
        waiting.awaitIn('await')
        holder.kill()

        then:
        status(waiting.result() as AccessToken) == 200
        asked().size() == 3
    }

    def 'a fresh token is used without the lock'() {
        given:
        authorizationServer.lifetime(Duration.ofMinutes(75))
        token(credential())
        assert process('lock').begin().line() == 'locked'

        expect:
        status(token(credential())) == 200
    }

    def 'the lock excludes threads and processes, also by another path, and can be had again'() {
        given:
        Files.createDirectories(folder.resolve('real'))
        Files.createSymbolicLink(folder.resolve('link'), Path.of('real'))
        def first = TokenStore.file(folder.resolve('real/tokens.json'))
        def second = TokenStore.file(folder.resolve('link/../link/tokens.json'))
        file = folder.resolve('link/tokens.json')

        when:
        def lock = first.tryLock()

        then:
        lock != null
        [first, second]*.tryLock() == [null, null]
        process('lock').begin().line() == 'busy'

        when:
        lock.close()
        def again = second.tryLock()

        then:
        again != null
        process('lock').begin().line() == 'busy'

        when:
        again.close()

        then: 'nothing is left'
        folder.resolve('real').toFile().list().length == 0
    }

    def 'a store that is deleted while another process refreshes is not created again'() {
        given:
        String said = null
        def inTime = false

        when: 'a busy machine may delete it after the response, so longer delays follow'
        for (def delay = Duration.ofSeconds(1); !inTime && delay < Duration.ofMinutes(2); delay = delay.multipliedBy(3)) {
            signInWithExpiredToken()
            authorizationServer.next(TokenResponse.usual().delay(delay))
            def before = asked().size()
            def looked = [System.nanoTime()]
            def refreshing = process('token').begin()
            new PollingConditions(timeout: 300, delay: 0.02).eventually {
                looked << System.nanoTime()
                assert asked().size() > before
            }
            Files.delete(file)
            inTime = System.nanoTime() - looked[-2] < delay.toNanos()
            said = refreshing.line()
        }

        then:
        said == 'failed No token: the sign-in was deleted from the token store, so the user is signed out. What to do: sign in again'
        !Files.exists(file)
    }

    def 'after invalid_grant the newer tokens in the store are used: #what'(String what, Duration lifetime, int requests) {
        given: 'a store without a lock, whose refresh token another process uses'
        def old = signInWithExpiredToken()
        authorizationServer.lifetime(lifetime)
        def newer = new KeptStore()
        newer.text = old
        token(credential(newer))
        authorizationServer.lifetime(Duration.ofMinutes(75))
        def before = asked().size()
        def late = new KeptStore() {
            int loads

            String load() {
                loads++ < 2 ? old : saved ? super.load() : newer.text
            }
        }

        expect:
        status(token(credential(late))) == 200
        asked().size() == before + requests

        where:
        what                   | lifetime               || requests
        'the access token'     | Duration.ofMinutes(75) || 1
        'the refresh token'    | Duration.ofMinutes(1)  || 2
    }

    def 'after invalid_grant a store that was emptied means signed out'() {
        given:
        def old = signInWithExpiredToken()
        authorizationServer.next(TokenResponse.invalidGrant())
        def emptied = new KeptStore() {
            int loads

            String load() {
                loads++ < 2 ? old : null
            }
        }

        expect:
        failure { token(credential(emptied)) }.message.contains('signed out')
        emptied.saved == 0
    }

    private String signInWithExpiredToken() {
        authorizationServer.lifetime(Duration.ofMinutes(1))
        token(ready(EntraCredential.deviceCode { }).store(TokenStore.file(file)).build())
        authorizationServer.lifetime(Duration.ofMinutes(75)).revokesUsedRefreshTokens(true)
        TokenStore.file(file).load()
    }

    private EntraCredential credential(TokenStore store = TokenStore.file(file)) {
        ready(EntraCredential.deviceCode { }).store(store).build()
    }

    private StoreProcess process(String what) {
        def trust = folder.resolve('trust.p12')
        Files.newOutputStream(trust).withCloseable { sandbox.trustStore().store(it, 'changeit'.toCharArray()) }
        processes.start(what, file, authorizationServer.url(), authorizationServer.tenantId(), authorizationServer.clientId(), trust)
    }

    static class Processes implements AutoCloseable {
        private final List<StoreProcess> all = []

        StoreProcess start(Object... args) {
            def one = new StoreProcess(args)
            all << one
            one
        }

        @Override
        void close() {
            all*.close()
        }
    }
}
