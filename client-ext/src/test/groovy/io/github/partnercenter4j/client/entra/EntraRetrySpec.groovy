package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.RunningCall
import io.github.partnercenter4j.sandbox.token.TokenResponse
import java.time.Duration
import java.util.concurrent.CountDownLatch

/** Requests to the token endpoint are retried like those to the service, and never earlier than it asks. */
class EntraRetrySpec extends EntraSpecification {
    static final Map<String, TokenResponse> TEMPORARY = [
            'status 408':              TokenResponse.body(408, ''),
            'status 429':              TokenResponse.body(429, '{}'),
            'status 500':              TokenResponse.serverError(),
            'status 502':              TokenResponse.body(502, '<html></html>'),
            'status 503':              TokenResponse.body(503, ''),
            'status 504':              TokenResponse.body(504, '{}'),
            'temporarily_unavailable': TokenResponse.error('temporarily_unavailable', 90033, 'x'),
            'a closed connection':     TokenResponse.disconnect()
    ]
    static final TokenResponse BUSY = TokenResponse.body(429, 'Too many requests').retryAfter('60')
    /** Not as long as that. */
    static final Duration TOO_SHORT = Duration.ofSeconds(45)

    def 'a single failure of the token endpoint is retried: #what'(String what, TokenResponse response) {
        given:
        authorizationServer.next(response)

        expect:
        status(token(byRefreshToken().build())) == 200
        asked().size() == 2
        pauses.size() == 1
        pauses[0] >= Duration.ofMillis(100)
        pauses[0] <= Duration.ofMillis(500)

        where:
        [what, response] << TEMPORARY.collect { [it.key, it.value] }
    }

    def 'a failure that another request will not fix is not retried: #what'(String what, TokenResponse response) {
        given:
        authorizationServer.next(response)

        when:
        token(byRefreshToken().build())

        then:
        thrown(CredentialException)
        asked().size() == 1
        pauses.empty

        where:
        what                 | response
        'a rejection'        | TokenResponse.invalidGrant()
        'a refused client'   | TokenResponse.expiredClientSecret()
        'status 501'         | TokenResponse.body(501, '')
        'not a token'        | TokenResponse.body(200, '{}')
        'a redirect'         | TokenResponse.body(302, '')
    }

    def 'after four attempts the failure is reported: #said'(TokenResponse response, String said) {
        given:
        4.times { authorizationServer.next(response) }

        when:
        token(byRefreshToken().build())

        then:
        def e = thrown(CredentialException)
        e.message.contains(said)
        asked().size() == 4

        where:
        response                                            || said
        TokenResponse.body(503, '')                         || 'returned 503 with a body that is not JSON. What to do: try again later'
        TokenResponse.disconnect()                          || 'closed the connection without a response'
        TokenResponse.body(503, '{}').retryAfter('2')       || 'returned 503 without a token in it, and asked to wait 2 s. What to do: try again in 2 s, or set a longer timeout'
    }

    def 'the next request is not sent earlier than Retry-After <#retryAfter> says'() {
        given:
        authorizationServer.next(TokenResponse.body(status, '').retryAfter(retryAfter))

        expect:
        this.status(token(byRefreshToken().build())) == 200
        pauses == [Duration.ofSeconds(seconds)]

        where:
        status | retryAfter || seconds
        429    | '3'        || 3
        503    | '7'        || 7
        500    | '1'        || 1
    }

    def 'if no call has the time that the token endpoint asks for, one request is sent for all, and each message says how long'() {
        given:
        authorizationServer.next(BUSY)
        def credential = byRefreshToken().build()

        when:
        def messages = (1..10).collect {
            time += Duration.ofSeconds(1).toNanos()
            failure { token(credential, null, TOO_SHORT) }.message
        }

        then:
        messages[0].endsWith('returned 429 with a body that is not JSON, and asked to wait 60 s. What to do: try again in 60 s, or set a longer timeout')
        messages.drop(1).withIndex().every { message, i ->
            message.endsWith("asked not to be called for another ${59 - i} s. What to do: try again in ${59 - i} s, or set a longer timeout")
        }
        asked().size() == 1
        pauses.empty

        when:
        time += Duration.ofSeconds(60).toNanos()

        then:
        status(token(credential)) == 200
        asked().size() == 2
    }

    def 'a later call with enough time waits for the rest, and then succeeds'() {
        given:
        authorizationServer.next(BUSY)
        def credential = byRefreshToken().build()
        failure { token(credential, null, TOO_SHORT) }
        time += Duration.ofSeconds(20).toNanos()

        expect:
        status(token(credential, null, Duration.ofMinutes(2))) == 200
        pauses == [Duration.ofSeconds(40)]
        asked().size() == 2
    }

    def 'of the calls that wait together, those without the time fail at once, and the others get the token'() {
        given:
        def paused = new CountDownLatch(1)
        def over = new CountDownLatch(1)
        authorizationServer.next(BUSY)
        def credential = byRefreshToken().sleeper { paused.countDown(); over.await() }.build()

        when:
        def patient = new RunningCall('platform', { token(credential, null, Duration.ofMinutes(5)) })
        paused.await()
        def hasty = (1..3).collect { failure { token(credential, null, TOO_SHORT) }.message }
        over.countDown()

        then:
        hasty.every { it.contains('asked to wait 60 s') }
        status(patient.result() as AccessToken) == 200
        asked().size() == 2
    }

    def 'an explicit sign-in waits too: #seconds s'(int seconds, int requests) {
        given:
        authorizationServer.next(BUSY)
        def credential = byRefreshToken().build()
        failure { token(credential, null, TOO_SHORT) }

        when:
        def outcome = { credential.signIn(Cloud.PUBLIC, Duration.ofSeconds(seconds)) }
        def message = seconds < 60 ? failure(outcome).message : outcome()

        then:
        seconds >= 60 || message.contains('asked not to be called for another 60 s')
        asked().size() == requests

        where:
        seconds || requests
        59      || 1
        90      || 2
    }

    def 'a token in the store is used while the token endpoint asks to wait'() {
        given:
        authorizationServer.next(BUSY)
        def credential = byRefreshToken().store(store).build()
        failure { token(credential, null, TOO_SHORT) }

        when: 'another process saves one'
        token(byRefreshToken().store(store).build())

        then:
        status(token(credential)) == 200
        pauses.empty
    }

    def 'an interrupt ends the wait'() {
        given:
        def paused = new CountDownLatch(1)
        authorizationServer.next(BUSY)
        def credential = byRefreshToken().sleeper { paused.countDown(); Thread.sleep(it.toMillis()) }.build()
        def running = new RunningCall('platform', { token(credential, null, Duration.ofMinutes(5)) })
        paused.await()

        when:
        running.thread.interrupt()

        then:
        running.failure().message.contains('interrupted')
        running.interrupted
    }
}
