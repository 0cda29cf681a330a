package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.watch.WatchPause
import java.time.Duration
import spock.lang.Specification

/** Pauses while the credential does not work, on a time of its own. The service may refuse a token for a share of the requests. */
class CredentialGateSpec extends Specification {
    private static final Duration HOUR = Duration.ofHours(1)
    /** 500 requests a minute. */
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(120)

    Duration time = Duration.ZERO
    List<WatchPause> pauses = []
    CredentialGate gate = new CredentialGate(new PauseReports({ pauses << it }), { time.toNanos() }, Duration.ofSeconds(2))

    def 'the pauses grow from 2 s to 2 min while each request is refused, and are reported as one'() {
        expect:
        (1..8).collect { gate.failed('refused', true).toSeconds() } == [2, 4, 8, 16, 32, 64, 120, 120]
        pauses*.over() == [false]
    }

    def 'after a refusal, the pause is over when no request was refused for as long as it lasted'() {
        given:
        gate.failed('refused', true)
        gate.failed('refused', true)

        when:
        def opened = gate.open()
        time += Duration.ofMillis(3_900)
        gate.check()

        then:
        opened
        !gate.closed
        pauses*.over() == [false]

        when:
        time += Duration.ofMillis(100)
        gate.check()
        gate.check()

        then:
        pauses*.over() == [false, true]
    }

    def 'when there was no token, the pause is over with the first one, and the next one starts small'() {
        given:
        3.times { gate.failed('no token', false) }

        when:
        gate.open()

        then:
        pauses*.over() == [false, true]
        gate.failed('no token', false) == Duration.ofSeconds(2)
    }

    def 'after a refusal the next pause is longer, unless no request was refused for #quiet'(Duration quiet, int seconds) {
        given:
        gate.failed('refused', true)
        gate.open()

        when:
        time += quiet
        gate.check()

        then:
        gate.failed('refused', true) == Duration.ofSeconds(seconds)

        where:
        quiet                  || seconds
        Duration.ofSeconds(5)  || 4
        Duration.ofMinutes(9)  || 4
        Duration.ofMinutes(10) || 2
    }

    def 'one thread tries again, and the others return their orders'() {
        when:
        def wait = gate.failed('no token', false)

        then:
        wait == Duration.ofSeconds(2)
        gate.closed
        !gate.closedForMe
        elsewhere { gate.closedForMe }
        elsewhere { gate.failed('no token', false) } == null

        and: 'only the thread that tries opens the gate, or leaves it to another one'
        !elsewhere { gate.open() }
        !elsewhere { gate.abandon() }
        gate.closed
        gate.abandon()
        !gate.closed
        !elsewhere { gate.closedForMe }

        and: 'the next thread goes on with the pauses'
        elsewhere { gate.failed('no token', false) } == Duration.ofSeconds(4)
        gate.closedForMe
        pauses*.over() == [false]
    }

    def 'an open gate is not opened'() {
        expect:
        !gate.closed
        !gate.closedForMe
        !gate.abandon()
        !gate.open()
        pauses == []
    }

    def 'a refusal that lasts is not forgotten'() {
        given:
        gate.failed('refused', true)

        when:
        time += Duration.ofMinutes(11)
        gate.check()

        then:
        gate.failed('refused', true) == Duration.ofSeconds(4)
        pauses*.over() == [false]
    }

    private static Object elsewhere(Closure action) {
        def result = null
        Thread.start { result = action() }.join()
        result
    }

    def 'a token that is refused for #share of the requests is few messages and few refusals in an hour, and orders move on'(double share, int orders) {
        given:
        def random = new Random(900421)
        def (refused, accepted) = [0, 0]

        when:
        while (time < HOUR) {
            gate.check()
            if (random.nextDouble() < share) {
                refused++
                time += gate.failed('refused', true)
            } else {
                accepted++
                gate.open()
                time += BETWEEN_REQUESTS
            }
        }

        then: 'after the first seven pauses, each one lasts 2 minutes, and is not over before as many minutes without a refusal'
        println "$share of the requests refused: $accepted accepted, $refused refused, ${pauses.size()} messages in an hour"
        pauses.count { !it.over() } <= 7 + 15
        refused <= 7 + 30
        accepted >= orders

        where:
        share || orders
        0.001 || 10_000
        0.01  || 1_500
        0.1   || 150
        0.5   || 15
    }
}
