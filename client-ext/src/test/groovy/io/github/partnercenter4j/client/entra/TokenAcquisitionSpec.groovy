package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.RunningCall
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import java.util.concurrent.TimeUnit
import spock.lang.Specification

class TokenAcquisitionSpec extends Specification {
    static final Duration LONG = Duration.ofMinutes(1)
    static final AccessToken TOKEN = new AccessToken('s3cret-token', null)

    def "a thread that joins gets the same token"() {
        given:
        def go = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { go.await(); TOKEN }

        when:
        def joined = acquisition.join()
        go.countDown()

        then:
        joined
        [acquisition.await(LONG), acquisition.await(LONG)].every { it.is(TOKEN) }
        !acquisition.join()
    }

    def "a thread that gives up does not affect the others"() {
        given:
        def go = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { it -> go.await(); it.executor().submit({ TOKEN } as Callable).get() }
        acquisition.join()

        when:
        acquisition.await(Duration.ofMillis(1))

        then:
        thrown(CredentialException)

        when:
        go.countDown()

        then:
        acquisition.await(LONG).is(TOKEN)
    }

    def "no thread can join an acquisition that all have given up, even while it still runs"() {
        given:
        def go = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { go.await(); TOKEN }

        when:
        def e = new RunningCall('platform', { acquisition.await(Duration.ofMillis(1)) }).failure()

        then:
        e instanceof CredentialException
        e.message.contains("did not finish within the call's timeout")
        !acquisition.join()

        cleanup:
        go.countDown()
    }

    def "an interrupt ends the wait, and the flag is set again"() {
        given:
        def go = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { go.await(); TOKEN }

        when:
        Thread.currentThread().interrupt()
        acquisition.await(LONG)

        then:
        def e = thrown(CredentialException)
        e.message.contains('interrupted while waiting')
        e.cause instanceof InterruptedException
        Thread.interrupted()

        cleanup:
        go.countDown()
    }

    def "each waiting thread gets its own exception after #failure.class.simpleName"() {
        given:
        def go = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { go.await(); throw failure }
        acquisition.join()
        go.countDown()

        when:
        def told = (1..2).collect {
            try {
                acquisition.await(LONG)
            } catch (CredentialException e) {
                e
            }
        }

        then:
        told*.message == [message] * 2
        !told[0].is(told[1])
        !told.any { it.is(failure) }

        where:
        failure                                     || message
        new CredentialException('No token: x', null) || 'No token: x'
        new IllegalStateException('s3cret')         || 'No token: the sign-in failed with java.lang.IllegalStateException'
        new NoClassDefFoundError('s3cret')          || 'No token: the sign-in failed with java.lang.NoClassDefFoundError'
    }

    def "a pause for which a waiting thread has the time is made: #timeout"() {
        given:
        def slept = []
        def go = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { running ->
            awaitGuarded(go)
            running.pause(Duration.ofSeconds(100), { left -> refusal(left) }, { slept << it })
            TOKEN
        }
        def waiting = waiting(acquisition, timeout)

        when:
        go.countDown()

        then:
        (waiting.failure()?.message == 'No token: wait 100 s') == refused
        refused || waiting.result().is(TOKEN)
        slept == (refused ? [] : [Duration.ofSeconds(100)])

        where:
        timeout                 || refused
        Duration.ofMinutes(1)   || true
        Duration.ofMinutes(5)   || false
    }

    def "a thread that joined before a pause counts, although it begins to wait during it"() {
        given: 'a thread without the time for the pause, and one that has joined'
        Thread thread = null
        def go = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { running ->
            thread = Thread.currentThread()
            awaitGuarded(go)
            running.pause(Duration.ofSeconds(100), { left -> refusal(left) }, { })
            TOKEN
        }
        assert acquisition.join()
        def hasty = waiting(acquisition, Duration.ofMinutes(1))

        when:
        go.countDown()
        await { thread?.state == Thread.State.WAITING && thread.stackTrace.any { it.methodName == 'pause' } }
        def token = acquisition.await(Duration.ofMinutes(5))

        then:
        token.is(TOKEN)
        hasty.failure().message == 'No token: wait 100 s'
    }

    def "a thread that comes during a pause fails at once if it has no time for the rest: #timeout"() {
        given:
        def paused = new CountDownLatch(1)
        def over = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { running ->
            running.pause(Duration.ofSeconds(100), { left -> refusal(left) }, {
                paused.countDown()
                awaitGuarded(over)
            })
            TOKEN
        }
        def patient = waiting(acquisition, Duration.ofMinutes(5))
        awaitGuarded(paused)
        assert acquisition.join()

        when:
        def late = new RunningCall('platform', { acquisition.await(timeout) })
        def message = refused ? late.failure().message : ''
        over.countDown()

        then:
        message == (refused ? 'No token: wait 100 s' : '')
        refused || late.result().is(TOKEN)
        patient.result().is(TOKEN)

        where:
        timeout               || refused
        Duration.ofMinutes(1) || true
        Duration.ofMinutes(5) || false
    }

    def "a thread that comes after a pause is not refused"() {
        given:
        def slept = new CountDownLatch(1)
        def go = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { running ->
            running.pause(Duration.ofSeconds(100), { left -> refusal(left) }, { })
            slept.countDown()
            awaitGuarded(go)
            TOKEN
        }
        def patient = waiting(acquisition, Duration.ofMinutes(5))
        awaitGuarded(slept)
        assert acquisition.join()

        when:
        def late = waiting(acquisition, Duration.ofMinutes(1))
        go.countDown()

        then:
        late.result().is(TOKEN)
        patient.result().is(TOKEN)
    }

    def "the threads are daemons, and end with the acquisition"() {
        given:
        def threads = []
        ExecutorService used = null
        def acquisition = TokenAcquisition.start { running ->
            used = running.executor()
            threads << Thread.currentThread()
            threads << running.executor().submit({ Thread.currentThread() } as Callable).get()
            TOKEN
        }

        expect:
        acquisition.await(LONG).is(TOKEN)
        threads.every { it.daemon && it.name == 'partnercenter4j-sign-in' }
        threads.each { it.join(LONG.toMillis()) }.every { !it.alive }
        used.shutdown
    }

    private static CredentialException refusal(Duration left) {
        new CredentialException("No token: wait ${AuthorizationServerResponse.seconds(left)}", null)
    }

    /** Returns a thread that waits for the acquisition already. */
    private static RunningCall waiting(TokenAcquisition acquisition, Duration timeout) {
        int before = acquisition.waiters.size()
        def call = new RunningCall('platform', { acquisition.await(timeout) })
        await { acquisition.waiters.size() > before }
        call
    }

    private static void awaitGuarded(CountDownLatch latch) {
        assert latch.await(5, TimeUnit.MINUTES)
    }

    private static void await(Closure<Boolean> happened) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5)
        while (!happened()) {
            assert System.nanoTime() < end
            Thread.onSpinWait()
        }
    }
}
