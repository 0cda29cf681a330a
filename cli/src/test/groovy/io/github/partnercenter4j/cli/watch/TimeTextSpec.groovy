package io.github.partnercenter4j.cli.watch

import java.time.Duration
import spock.lang.Specification

class TimeTextSpec extends Specification {
    def "#millis ms is #text"(long millis, String text) {
        expect:
        TimeText.of(Duration.ofMillis(millis)) == text

        where:
        millis      || text
        -1_000      || '0s'
        0           || '0s'
        999         || '0s'
        59_999      || '59s'
        60_000      || '1m'
        76_000      || '1m 16s'
        3_599_000   || '59m 59s'
        3_600_000   || '1h'
        7_559_000   || '2h 5m'
        86_399_000  || '23h 59m'
        86_400_000  || '1d'
        273_600_000 || '3d 4h'
    }
}
