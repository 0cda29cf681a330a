package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.sandbox.token.TokenResponse
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import spock.util.concurrent.PollingConditions

class EntraRefreshSpec extends EntraSpecification {
    private static final int MANY = 64

    def 'concurrent calls sign in once'() {
        given:
        def credential = byRefreshToken().build()

        expect:
        together { token(credential) }*.get()*.value().toSet().size() == 1
        asked().size() == 1
    }

    def 'concurrent calls whose token was rejected refresh it once'() {
        given:
        def credential = byRefreshToken().build()
        def rejected = token(credential)

        when:
        def refreshed = together { token(credential, rejected) }*.get()*.value().toSet()

        then:
        refreshed.size() == 1
        refreshed[0] != rejected.value()
        asked().size() == 2

        when: 'a later call reports the same token'
        def late = token(credential, rejected)

        then:
        late.value() == refreshed[0]
        asked().size() == 2
    }

    def 'a refresh that returns the rejected token is not repeated'() {
        given:
        def same = TokenResponse.body(200, '{"token_type":"Bearer","access_token":"always-the-same","expires_in":3600,"scope":"s"}')
        authorizationServer.next(same).then(same)
        def credential = byRefreshToken().build()
        def rejected = token(credential)

        expect:
        together { token(credential, rejected) }*.get()*.value().toSet() == ['always-the-same'] as Set
        asked().size() == 2
    }

    def 'a rejected token is not read from the store again'() {
        given:
        def rejected = token(byRefreshToken().store(store).build())

        expect:
        token(byRefreshToken().store(store).build(), rejected).value() != rejected.value()
    }

    def 'a failed refresh fails the waiting calls only, not later ones: #response.status'(TokenResponse response) {
        given:
        times.times { authorizationServer.next(response) }
        def credential = byRefreshToken().build()

        when:
        def failure = failure { token(credential) }

        then:
        failure.kind() != null
        status(token(credential)) == 200
        asked().size() == times + 1

        where:
        response                       || times
        TokenResponse.serverError()    || 4
        TokenResponse.body(429, '{}')  || 4
        TokenResponse.body(503, '')    || 4
        TokenResponse.mfaRequired()    || 1
    }

    def 'a public client does not cache a failure either: #response.status'(TokenResponse response) {
        given: 'MSAL caches failures of public clients for the whole JVM'
        def credential = ready(io.github.partnercenter4j.client.entra.EntraCredential.deviceCode { }).store(store).build()
        token(credential)
        clock.ahead = Duration.ofHours(2)
        times.times { authorizationServer.next(response) }

        when:
        token(credential)

        then:
        thrown(CredentialException)
        status(token(credential)) == 200

        where:
        response                                                          || times
        TokenResponse.serverError()                                       || 4
        TokenResponse.body(429, '{"error":"temporarily_unavailable"}')    || 4
        TokenResponse.mfaRequired()                                       || 1
        TokenResponse.invalidGrant()                                      || 1
    }

    def 'a rejected token is not used again while its refresh fails'() {
        given:
        def credential = byRefreshToken().build()
        def rejected = token(credential)
        authorizationServer.next(TokenResponse.expiredClientSecret())
        failure { token(credential, rejected) }

        expect:
        token(credential).value() != rejected.value()
    }

    def 'the deadline of the call bounds the wait for an authorization server that does not respond'() {
        given:
        authorizationServer.next(TokenResponse.silence())
        def credential = byRefreshToken().build()
        def start = System.nanoTime()

        when:
        token(credential, null, Duration.ofMillis(700))

        then:
        def e = thrown(CredentialException)
        e.message.contains("did not finish within the call's timeout")
        Duration.ofNanos(System.nanoTime() - start) >= Duration.ofMillis(700)

        and: 'the next call starts a new request'
        status(token(credential)) == 200
    }

    def 'each call waits until its own deadline, and a call with time left gets the token'() {
        given:
        def blocking = new BlockingStore()
        def credential = byRefreshToken().store(blocking).build()
        def threads = Executors.newCachedThreadPool()

        when: 'the first call starts the refresh and times out'
        def short0 = threads.submit({ failure { token(credential, null, Duration.ofMillis(300)) } } as Callable)
        blocking.reached.await(5, TimeUnit.MINUTES)
        def long0 = threads.submit({ token(credential) } as Callable<AccessToken>)

        then:
        short0.get().message.contains("did not finish within the call's timeout")

        when:
        blocking.open.countDown()

        then:
        status(long0.get()) == 200
        asked().size() == 1

        cleanup:
        threads?.shutdownNow()
    }

    def 'an interrupt ends the wait of one thread at once, and the other threads continue'() {
        given:
        def blocking = new BlockingStore()
        def credential = byRefreshToken().store(blocking).build()
        def threads = Executors.newCachedThreadPool()
        def other = threads.submit({ token(credential) } as Callable<AccessToken>)
        blocking.reached.await(5, TimeUnit.MINUTES)
        Thread waiting = null
        def flag = new java.util.concurrent.CompletableFuture<Boolean>()
        def seen = new java.util.concurrent.CountDownLatch(1)
        def interrupted = threads.submit({
            waiting = Thread.currentThread()
            seen.countDown()
            def failed = failure { token(credential) }
            flag.complete(Thread.interrupted())
            failed
        } as Callable)

        when:
        seen.await()
        waiting.interrupt()
        def e = interrupted.get(5, TimeUnit.MINUTES)

        then:
        e.message.contains('interrupted')
        flag.get()

        when:
        blocking.open.countDown()

        then:
        status(other.get()) == 200
        asked().size() == 1

        cleanup:
        threads?.shutdownNow()
    }

    def 'when the last waiting call ends, the connection to the authorization server is closed'() {
        given:
        authorizationServer.next(TokenResponse.silence())
        def credential = byRefreshToken().build()

        when:
        failure { token(credential, null, Duration.ofMillis(700)) }

        then:
        new PollingConditions(timeout: 300, delay: 0.02).eventually {
            assert !Thread.allStackTraces.keySet().any { it.name == 'partnercenter4j-sign-in' }
        }
    }

    private <T> List<Future<T>> together(Callable<T> action) {
        def threads = Executors.newFixedThreadPool(MANY)
        def barrier = new CyclicBarrier(MANY)
        def futures = (1..MANY).collect {
            threads.submit({
                barrier.await()
                action.call()
            } as Callable<T>)
        }
        threads.shutdown()
        futures
    }

    /** Blocks a refresh until it is released. */
    static class BlockingStore extends EntraSpecification.KeptStore {
        final reached = new java.util.concurrent.CountDownLatch(1)
        final open = new java.util.concurrent.CountDownLatch(1)

        @Override
        String load() {
            reached.countDown()
            open.await()
            super.load()
        }
    }
}
