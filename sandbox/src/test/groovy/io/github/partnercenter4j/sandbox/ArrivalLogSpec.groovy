package io.github.partnercenter4j.sandbox

import static java.time.Duration.ofMillis
import static java.time.Duration.ofSeconds

import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class ArrivalLogSpec extends Specification {

    static final START = Instant.parse('2026-01-02T03:04:05Z')

    def "of requests at #seconds s, at most #most arrived within #window"(List<BigDecimal> seconds, Duration window, int most) {
        given:
        def log = new ArrivalLog()
        seconds.each { log.add(START.plusMillis((it * 1000) as long)) }

        expect:
        log.mostWithin(window) == most
        log.count() == seconds.size()

        where:
        seconds                   | window       || most
        []                        | ofSeconds(6) || 0
        [0]                       | ofSeconds(6) || 1
        [0, 0, 0]                 | ofSeconds(6) || 3
        [0, 6]                    | ofSeconds(6) || 1
        [0, 5.999]                | ofSeconds(6) || 2
        [0, 1, 2, 6.5, 7, 7.5, 8] | ofSeconds(6) || 4
        [8, 0, 7, 1, 2]           | ofMillis(1500) || 2
        [0.9, 1.1]                | ofMillis(500) || 2
    }

    def "the log of a sandbox with few requests is small"() {
        given:
        def log = new ArrivalLog()

        when:
        1024.times { log.add(START) }

        then:
        log.micros.length == 1024

        when:
        log.add(START)

        then:
        log.micros.length == 2048
    }

    def "the times of the last million requests are kept, and all are counted"() {
        given: 'a crowd, and then a million requests a second apart'
        def log = new ArrivalLog()
        100.times { log.add(START) }

        when:
        def before = log.mostWithin(ofSeconds(1))
        (1..1_000_000).each { log.add(START.plusSeconds(it)) }

        then:
        [before, log.mostWithin(ofSeconds(1)), log.mostWithin(ofSeconds(10))] == [100, 1, 10]
        log.count() == 1_000_100
    }

    def "the journal counts arrivals on the sandbox's clock until it is reset"() {
        given:
        def clock = new MovableClock()
        def sandbox = PartnerCenterSandbox.builder().clock(clock).start()
        def get = { RawClient.get(sandbox.provisioningStatusUrl(sandbox.customerId(), sandbox.orderId()), [Authorization: 'Bearer ' + sandbox.token()]) }

        when:
        get()
        clock.pass(ofSeconds(30))
        2.times { get() }

        then:
        sandbox.requests().all()*.arrived() == [clock.instant().minusSeconds(30), clock.instant(), clock.instant()]
        sandbox.requests().count() == 3
        sandbox.requests().mostWithin(ofSeconds(30)) == 2

        when:
        sandbox.reset()

        then:
        sandbox.requests().count() == 0
        sandbox.requests().mostWithin(ofSeconds(30)) == 0

        cleanup:
        sandbox.close()
    }
}
