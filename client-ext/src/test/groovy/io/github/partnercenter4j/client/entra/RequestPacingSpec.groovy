package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.internal.call.Backoff
import java.time.Duration
import java.util.function.LongSupplier
import spock.lang.Specification

/** When a request to the authorization server may be sent, on a clock of the test. */
class RequestPacingSpec extends Specification {
    Duration now = Duration.ofDays(-1)
    LongSupplier nanoTime = { -> now.toNanos() } as LongSupplier
    def gate = new AuthorizationServerGate(nanoTime)
    /** The pauses, each with the message for a call that has no time for it. */
    List<List<?>> pauses = []
    def pacing = new RequestPacing(gate, Backoff.ofSystem(), {}, nanoTime, { wait, refusal -> pauses << [wait, refusal.apply(wait)] } as Pause)

    def 'the gate is open at first, and after #waits s it opens in #left s'() {
        expect:
        gate.remaining() == Duration.ZERO

        when:
        waits.each { gate.close(Duration.ofSeconds(it)) }

        then:
        gate.remaining() == Duration.ofSeconds(left)

        when:
        now += Duration.ofSeconds(left) - Duration.ofNanos(1)

        then:
        gate.remaining() == Duration.ofNanos(1)

        when: 'it is open, also long after'
        now += Duration.ofNanos(later)

        then:
        gate.remaining() == Duration.ZERO

        where:
        waits   | later         || left
        [9]     | 1             || 9
        [9, 5]  | 2             || 9
        [9, 20] | 5_000_000_000 || 20
    }

    def 'a request is sent at once unless the server asked to wait'() {
        when:
        pacing.beforeRequest('https://a.example')

        then:
        pauses.empty

        when:
        pacing.remember(AuthorizationServerResponseSpec.response(status, '{}', '9'))
        pacing.beforeRequest('https://a.example')

        then:
        pauses*.first() == waits.collect { Duration.ofSeconds(it) }
        pauses.every { ((CredentialException) it[1]).message == 'No token: the authorization server https://a.example asked not to be called for another 9 s. What to do: try again in 9 s, or set a longer timeout' }

        where:
        status || waits
        503    || [9]
        401    || []
    }

    def 'before a retry the client waits as long as the server says, and a call without the time learns why'() {
        when:
        pacing.beforeRetry(0, AuthorizationServerResponseSpec.response(503, '{}', '9'))

        then:
        pauses*.first() == [Duration.ofSeconds(9)]
        ((CredentialException) pauses[0][1]).message.endsWith('returned 503 without a token in it, and asked to wait 9 s. What to do: try again in 9 s, or set a longer timeout')
    }
}
