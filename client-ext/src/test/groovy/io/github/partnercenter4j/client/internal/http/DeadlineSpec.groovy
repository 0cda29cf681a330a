package io.github.partnercenter4j.client.internal.http

import java.time.Duration
import java.util.function.LongSupplier
import spock.lang.Specification

class DeadlineSpec extends Specification {
    def 'a timeout of #timeout is accepted: #accepted'() {
        when:
        def outcome
        try {
            outcome = Deadline.requireTimeout('connectTimeout', Duration.parse(timeout))
        } catch (IllegalArgumentException e) {
            outcome = e.message
        }

        then:
        outcome == (accepted ? Duration.parse(timeout) : 'connectTimeout must be more than zero and at most a day')

        where:
        timeout            || accepted
        'PT-1S'            || false
        'PT0S'             || false
        'PT0.000000001S'   || true
        'PT24H'            || true
        'PT24H0.000000001S' || false
    }

    def 'a duration of #duration is shown as #shown'() {
        expect:
        Deadline.seconds(Duration.parse(duration)) == shown

        where:
        duration  || shown
        'PT30S'   || '30 s'
        'PT1.5S'  || '1500 ms'
        'PT0.02S' || '20 ms'
        'PT2M'    || '120 s'
    }

    def 'a deadline has passed when nothing of the time is left: #left ns, on a clock that begins at #start'() {
        given:
        long now = start
        def deadline = Deadline.after(Duration.ofNanos(100), { -> now } as LongSupplier)

        when:
        now = start + 100 - left

        then:
        deadline.remaining() == Duration.ofNanos(left)
        deadline.hasPassed() == passed

        where:
        [start, [left, passed]] << [[0L, -500L, Long.MAX_VALUE - 50], [[100L, false], [1L, false], [0L, true], [-1L, true]]].combinations()
    }

    def 'a request that belongs to no call has its own deadline, and nothing to hide'() {
        given:
        def call = CallContext.ofSingleRequest(Duration.ofHours(1))

        expect:
        call.timeout() == Duration.ofHours(1)
        call.deadline().remaining() > Duration.ofMinutes(50)
        !call.repeat
        call.redact('any text') == 'any text'
    }

    def 'the types #types are found in an exception and its causes: #found'(List<Class<?>> types, boolean found) {
        expect:
        Causes.include(new IOException(new IllegalStateException(new ConnectException())), types as Class[]) == found
        !Causes.include(null, types as Class[])

        where:
        types                                           || found
        [IOException]                                   || true
        [ConnectException]                              || true
        [SocketException]                               || true
        [InterruptedIOException, IllegalStateException] || true
        [InterruptedIOException]                        || false
        []                                              || false
    }
}
