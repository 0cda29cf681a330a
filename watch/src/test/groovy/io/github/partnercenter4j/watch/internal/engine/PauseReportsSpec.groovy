package io.github.partnercenter4j.watch.internal.engine

import io.github.partnercenter4j.watch.WatchPause
import io.github.partnercenter4j.watch.WatchPause.Kind
import java.time.Instant
import spock.lang.Specification

/** Which pauses the listener hears of. */
class PauseReportsSpec extends Specification {
    private static final Instant SOON = Instant.ofEpochSecond(1_700_000_000)
    private static final Instant LATER = SOON.plusSeconds(1)

    List<WatchPause> told = []
    PauseReports reports = new PauseReports({ told << it })

    def 'a pause until #first that begins again until #second is reported #times times'() {
        when:
        reports.begin(Kind.DATABASE, 'full', first)
        reports.begin(Kind.DATABASE, 'still full', second)

        then:
        told.size() == times
        told[0] == new WatchPause(Kind.DATABASE, 'full', first, false)

        where:
        first | second || times
        null  | null   || 1
        SOON  | null   || 1
        SOON  | SOON   || 1
        SOON  | LATER  || 2
        null  | SOON   || 2
    }

    def 'the end of a pause is reported once, with its last reason, and only if it held'() {
        when:
        reports.end(Kind.DATABASE)
        reports.begin(Kind.DATABASE, 'full', null)
        reports.begin(Kind.DATABASE, 'still full', null)
        2.times { reports.end(Kind.DATABASE) }

        then:
        told == [new WatchPause(Kind.DATABASE, 'full', null, false), new WatchPause(Kind.DATABASE, 'still full', null, true)]
    }

    def 'a 429 is a pause with its end'() {
        when:
        reports.tooManyRequests(SOON.toEpochMilli())
        reports.tooManyRequestsIsOver()

        then:
        def reason = "the service returned 429, and all machines wait until $SOON" as String
        told == [new WatchPause(Kind.TOO_MANY_REQUESTS, reason, SOON, false), new WatchPause(Kind.TOO_MANY_REQUESTS, reason, null, true)]
    }

    def 'of the pauses #kinds, the present one is #current'() {
        when:
        kinds.each { reports.begin(it, 'reason', null) }

        then:
        reports.current()?.kind() == current

        where:
        kinds                                                || current
        []                                                   || null
        [Kind.TOO_MANY_REQUESTS]                             || Kind.TOO_MANY_REQUESTS
        [Kind.TOO_MANY_REQUESTS, Kind.DATABASE]              || Kind.DATABASE
        [Kind.CREDENTIAL, Kind.DATABASE]                     || Kind.CREDENTIAL
    }

    def 'a listener that fails does not stop the watch'() {
        given:
        def failing = new PauseReports({ throw new IllegalStateException('a bug of the listener') })

        when:
        failing.begin(Kind.DATABASE, 'full', null)
        failing.end(Kind.DATABASE)

        then:
        noExceptionThrown()
    }
}
