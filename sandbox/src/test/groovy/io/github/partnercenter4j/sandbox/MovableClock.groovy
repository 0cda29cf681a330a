package io.github.partnercenter4j.sandbox

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

/** A clock that a test moves. */
class MovableClock extends Clock {

    private Instant now = Instant.parse('2026-01-02T03:04:05Z')

    void pass(Duration time) {
        now += time
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
