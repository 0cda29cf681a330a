package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CredentialException
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Specification

/** How a sign-in is read, saved and locked, with stores that fail. */
class StoredSignInSpec extends Specification {
    static final AccessToken TOKEN = new AccessToken('s3cret', null)
    static final Duration LONG = Duration.ofSeconds(60)

    def store = new Store()
    /** The pauses between two attempts to lock, and what happens in each. */
    List<Duration> pauses = []
    Closure<?> inPause = { }
    def signIn = new StoredSignIn(store, { Duration pause -> pauses << pause; inPause() })

    def 'tokens that could not be saved are used until the store holds something else'() {
        given:
        store.text = tokens('s3cret-old')
        store.broken = true

        when:
        signIn.replace(signIn.read('a', 'c'), tokens('s3cret-new'))

        then:
        refreshToken() == 's3cret-new'
        signIn.@unsaved.toString() == 'Unsaved'

        when: 'another process saves'
        store.text = tokens('s3cret-other')

        then:
        refreshToken() == 's3cret-other'

        when: 'the next tokens can be saved'
        store.broken = false
        signIn.replace(signIn.read('a', 'c'), tokens('s3cret-newer'))

        then:
        store.text == tokens('s3cret-newer')
        refreshToken() == 's3cret-newer'
    }

    def 'tokens do not replace a sign-in that was deleted meanwhile: #signedOut'() {
        given:
        store.text = before
        def content = signIn.read('a', 'c')
        store.text = after

        when:
        def failure = failure { signIn.replace(content, tokens('s3cret-new')) }

        then:
        (failure != null) == signedOut
        failure == null || failure.message.startsWith('No token: the sign-in was deleted from the token store')
        store.text == (signedOut ? after : tokens('s3cret-new'))

        where:
        before         | after          || signedOut
        tokens('s3cret') | null           || true
        tokens('s3cret') | ' \n'          || true
        tokens('s3cret') | tokens('s3cret') || false
        null           | null           || false
    }

    def 'a store that cannot be #verb is named by the class of its exception'() {
        given:
        store.broken = true

        expect:
        failure { action(signIn) }.message ==
                "No token: the token store cannot be $verb. It failed with java.lang.IllegalStateException. What to do: check your TokenStore"

        where:
        verb      | action
        'written' | { it.requireWritable() }
        'written' | { it.save('s3cret') }
        'locked'  | { StoredSignIn it -> during { acquisition -> it.lock(acquisition) } }
    }

    def 'a store that can be written is checked'() {
        when:
        signIn.requireWritable()

        then:
        store.checked
    }

    def 'the lock is tried every 20 ms, and meanwhile the message of a call that gives up says so'() {
        given:
        store.busy = 2
        def messages = []
        TokenAcquisition running = null
        inPause = { messages << running.obstacle }

        when:
        def lock = during { running = it; signIn.lock(it) }

        then:
        lock.is(store.lock)
        pauses == [Duration.ofMillis(20)] * 2
        messages == [', because another process holds the lock of the token store'] * 2
        running.obstacle == ''
    }

    def 'the wait for the lock ends when no call waits any more'() {
        given:
        store.busy = Integer.MAX_VALUE
        def paused = new CountDownLatch(1)
        def givenUp = new CountDownLatch(1)
        inPause = { paused.countDown(); givenUp.await(5, TimeUnit.MINUTES) }
        Throwable failure = null
        def ended = new CountDownLatch(1)
        def acquisition = TokenAcquisition.start { running ->
            failure = this.failure { signIn.lock(running) }
            ended.countDown()
            TOKEN
        }
        paused.await(5, TimeUnit.MINUTES)

        when:
        Thread.currentThread().interrupt()
        this.failure { acquisition.await(LONG) }
        Thread.interrupted()
        givenUp.countDown()
        ended.await(5, TimeUnit.MINUTES)

        then:
        failure.message == 'No token: another process held the lock of the token store'
        pauses.size() == 1
    }

    def 'an interrupt ends the wait for the lock, and the flag is set again'() {
        given:
        store.busy = Integer.MAX_VALUE
        inPause = { throw new InterruptedException() }

        when:
        def (message, flag) = during { running -> [failure { signIn.lock(running) }.message, Thread.interrupted()] }

        then:
        message == 'No token: another process held the lock of the token store'
        flag
        pauses.size() == 1
    }

    def 'the tokens of a person are saved after 10 s at the latest, with or without the lock: #polls'() {
        given:
        store.busy = busy

        when:
        def lock = during { signIn.lockForSaving(it) }
        lock.close()

        then:
        lock.is(store.lock) == locked
        pauses.size() == polls

        where:
        busy || polls | locked
        0    || 0     | true
        499  || 499   | true
        500  || 500   | false
        999  || 500   | false
    }

    def 'the memory of a credential holds what was saved last, and is never locked by another process'() {
        given:
        def memory = new MemoryTokenStore()

        expect:
        memory.load() == null

        when:
        memory.save('s3cret-1')
        memory.save('s3cret-2')

        then:
        memory.load() == 's3cret-2'
        [memory.tryLock(), memory.tryLock()].every { it != null }
    }

    private String refreshToken() {
        signIn.read('a', 'c').tokens().refreshToken()
    }

    private static String tokens(String refreshToken) {
        """{"partnercenter4j":{"authority":"a","clientId":"c"},"RefreshToken":{"x":{"secret":"$refreshToken"}}}"""
    }

    /** Runs the work within an acquisition, and returns what it returns. */
    private static <T> T during(Closure<T> work) {
        T result = null
        TokenAcquisition.start { result = work(it); TOKEN }.await(LONG)
        result
    }

    private static CredentialException failure(Closure<?> action) {
        try {
            action()
            null
        } catch (CredentialException e) {
            e
        }
    }

    private static class Store implements TokenStore {
        String text
        boolean broken
        boolean checked
        /** How often the lock is still held by somebody else. */
        int busy
        final TokenStore.Lock lock = { }

        @Override
        String load() {
            text
        }

        @Override
        void save(String tokens) {
            requireWorking()
            text = tokens
        }

        @Override
        void requireWritable() {
            requireWorking()
            checked = true
        }

        @Override
        TokenStore.Lock tryLock() {
            requireWorking()
            busy-- > 0 ? null : lock
        }

        private void requireWorking() {
            if (broken) {
                throw new IllegalStateException('s3cret')
            }
        }
    }
}
