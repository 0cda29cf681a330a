package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.RunningCall
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.ExecutorService
import spock.lang.Specification

class TokenAcquisitionSpec extends Specification {
    static final Duration LONG = Duration.ofSeconds(20)
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
}
