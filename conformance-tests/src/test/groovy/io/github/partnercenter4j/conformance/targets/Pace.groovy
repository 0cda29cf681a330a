package io.github.partnercenter4j.conformance.targets

import groovy.transform.CompileStatic
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.util.function.Consumer

/** Limits the rate of requests, so that a run puts no load on the target. */
@CompileStatic
class Pace {
    private final Duration apart
    private final Clock clock
    private final Consumer<Duration> sleeper
    private Instant next = Instant.MIN

    Pace(Duration apart, Clock clock, Consumer<Duration> sleeper) {
        this.apart = apart
        this.clock = clock
        this.sleeper = sleeper
    }

    static Pace oneASecond() {
        new Pace(Duration.ofSeconds(1), Clock.systemUTC(), { Duration it -> Thread.sleep(it.toMillis() + 1) })
    }

    /** Waits until the next request may be sent. */
    void take() {
        for (Instant now = clock.instant(); now.isBefore(next); now = clock.instant()) {
            sleeper.accept(Duration.between(now, next))
        }
        next = clock.instant() + apart
    }
}
