package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

/** A clock that advances only when a test sleeps by it or sets it. */
@CompileStatic
class ManualClock extends Clock {
    Instant now = Instant.parse('2026-11-21T09:30:00Z')
    final List<Duration> slept = []

    void sleep(Duration duration) {
        slept << duration
        now += duration
    }

    @Override
    Instant instant() {
        now
    }

    @Override
    ZoneId getZone() {
        ZoneOffset.UTC
    }

    @Override
    Clock withZone(ZoneId zone) {
        this
    }
}
