package io.github.partnercenter4j.client.entra

import static io.github.partnercenter4j.sandbox.token.TokenResponse.authorizationPending
import static io.github.partnercenter4j.sandbox.token.TokenResponse.body
import static io.github.partnercenter4j.sandbox.token.TokenResponse.disconnect
import static io.github.partnercenter4j.sandbox.token.TokenResponse.serverError
import static io.github.partnercenter4j.sandbox.token.TokenResponse.slowDown

import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.sandbox.token.TokenResponse
import java.time.Duration

/** Polling with a device code goes on until the code expires, RFC 8628, section 3.5. */
class EntraPollingSpec extends EntraSpecification {
    /** The responses before the token, and the pauses. */
    static final Map<String, List<List<?>>> POLLS = [
            'nothing':                 [[], []],
            'a pending sign-in':       [[authorizationPending()] * 3, [5, 5, 5]],
            'slow_down':               [[slowDown(), authorizationPending(), slowDown()], [10, 10, 15]],
            '503':                     [[authorizationPending(), body(503, '')], [5, 10]],
            '500 with a page':         [[authorizationPending(), serverError()], [5, 10]],
            '501':                     [[body(501, '{}')], [10]],
            '429 without a time':      [[body(429, 'Too many requests')], [10]],
            '429 with a time':         [[body(429, 'Too many requests').retryAfter('30')], [30]],
            '503 with a shorter time': [[body(503, '').retryAfter('1')], [10]],
            'slow_down with a time':   [[slowDown().retryAfter('40'), authorizationPending()], [40, 10]],
            '429 with slow_down':      [[body(429, '{"error":"slow_down"}').retryAfter('25')], [25]],
            'pending with a time':     [[authorizationPending().retryAfter('1e1'), authorizationPending().retryAfter('9')], [5, 9]],
            'a closed connection':     [[disconnect()], [10]],
            'failures in a row':       [[disconnect()] * 6, [10, 20, 40, 60, 60, 60]],
            'failures that end':       [[disconnect(), body(503, ''), authorizationPending(), body(504, '')], [10, 20, 5, 10]],
            'failures and slow_down':  [[slowDown(), disconnect(), slowDown()], [10, 20, 15]]
    ]

    def setup() {
        authorizationServer.pollInterval(Duration.ofSeconds(5))
    }

    def 'polling goes on after #what, with pauses of #seconds s'(String what, List<TokenResponse> responses, List<Integer> seconds) {
        given:
        responses.each { authorizationServer.next(it) }

        expect:
        signIn(Duration.ofHours(1))
        pauses*.toSeconds() == seconds
        asked().count { it.path().endsWith('/token') } == responses.size() + 1

        where:
        [what, responses, seconds] << POLLS.collect { [it.key, *it.value] }
    }

    def 'polling ends when the code expires, and the message gives the last failure'() {
        given:
        17.times { authorizationServer.next(body(503, '')) }

        when:
        signIn(Duration.ofHours(1))

        then:
        def e = thrown(CredentialException)
        e.message.contains('returned 503')
        e.message.endsWith('The code of the sign-in expires before the next request')
        pauses.sum() < Duration.ofMinutes(15)
        asked().count { it.path().endsWith('/token') } == 17
    }

    def 'polling ends when the code expires and nobody entered it'() {
        given:
        authorizationServer.pollInterval(Duration.ofMinutes(4))
        4.times { authorizationServer.next(authorizationPending()) }

        when:
        signIn(Duration.ofHours(1))

        then: 'after 0, 4, 8 and 12 minutes'
        def e = thrown(CredentialException)
        e.message == 'No token: the code was not entered in time, within 900 s. What to do: sign in again'
        pauses*.toMinutes() == [4, 4, 4]
    }

    def 'a wait for which the call has no time ends the sign-in at once, and the message says how long'() {
        given:
        authorizationServer.next(body(429, '').retryAfter('120'))

        when:
        signIn(Duration.ofSeconds(60))

        then:
        def e = thrown(CredentialException)
        e.message.contains('asked not to be called for another 120 s')
        pauses.empty
    }

    def 'a wait that is longer than the life of the code ends the sign-in at once'() {
        given:
        authorizationServer.next(body(503, '').retryAfter('901'))

        when:
        signIn(Duration.ofHours(10))

        then:
        def e = thrown(CredentialException)
        e.message.contains('returned 503 with a body that is not JSON, and asked to wait 901 s')
        e.message.endsWith('The code of the sign-in expires before the next request')
        pauses.empty
    }

    private void signIn(Duration timeout) {
        ready(EntraCredential.deviceCode { }).build().signIn(Cloud.PUBLIC, timeout)
    }
}
