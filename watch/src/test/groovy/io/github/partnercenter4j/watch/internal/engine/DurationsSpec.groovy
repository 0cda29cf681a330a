package io.github.partnercenter4j.watch.internal.engine

import java.time.Duration
import spock.lang.Specification

class DurationsSpec extends Specification {

    def '#millis ms are written as #text'() {
        expect:
        Durations.text(Duration.ofMillis(millis)) == text

        where:
        millis      || text
        172_800_000 || '48 h'
        5_400_000   || '90 min'
        90_000      || '90 s'
        1_500       || '1500 ms'
    }
}
