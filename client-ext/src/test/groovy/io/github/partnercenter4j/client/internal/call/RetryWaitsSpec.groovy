package io.github.partnercenter4j.client.internal.call

import static io.github.partnercenter4j.client.internal.call.ScriptedFilters.failure

import io.github.partnercenter4j.client.CallListener
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.TransportException
import java.time.Duration
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import spock.lang.Specification

/** How long a call waits before its next attempt. */
class RetryWaitsSpec extends Specification {
    def "with the random number #random the waits are #millis ms"() {
        given:
        def filters = new ScriptedFilters([503])
        filters.random = random

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.maxRetries(millis.size())))

        then:
        filters.waits*.toMillis() == millis

        where:
        random            || millis
        0.0d              || [100, 100, 100, 100, 100, 100]
        0.1d              || [100, 100, 200, 400, 800, 800]
        0.5d              || [250, 500, 1000, 2000, 4000, 4000]
        Math.nextDown(1d) || [499, 999, 1999, 3999, 7999, 7999]
    }

    def "the waits after a transport failure are the same"() {
        given:
        def filters = new ScriptedFilters([failure()])

        when:
        filters.execute()

        then:
        thrown(TransportException)
        filters.waits*.toMillis() == [250, 500, 1000]
    }

    def "after a #status with Retry-After #retryAfter the wait is #millis ms"() {
        given:
        def filters = new ScriptedFilters([[status, ['retry-after': retryAfter], ''], 200])

        expect:
        filters.execute().status() == 200
        filters.waits*.toMillis() == [millis]

        where:
        [status, [retryAfter, millis]] << [
            [408, 429, 500, 503],
            [
                ['2', 2000],
                ['0', 100],
                ['30', 30_000],
                ['Thu, 20 Apr 2017 19:23:49 GMT', 10_000],
                ['Thursday, 20-Apr-17 19:23:49 GMT', 10_000],
                ['Thu Apr 20 19:23:49 2017', 10_000],
                ['Thu, 20 Apr 2017 19:23:38 GMT', 100],
                [['2', '5'], 5000],
                [['5', '2'], 5000],
                [['1', 'Thu, 20 Apr 2017 19:23:49 GMT'], 10_000],
                ['-1', 250],
                ['1.5', 2000],
                ['5.0', 5000],
                ['5, 10', 10_000],
                [['0', 'soon'], 250],
                [['2', 'soon'], 2000],
                ['soon', 250],
                ['', 250]
            ]
        ].combinations()
    }

    def "a #status with a date and a server clock #minutes minutes off: the wait is measured from the Date of the response"() {
        given:
        def date = { int seconds -> DateTimeFormatter.RFC_1123_DATE_TIME.format((ScriptedFilters.NOW + Duration.ofMinutes(minutes) + Duration.ofSeconds(seconds)).atZone(ZoneOffset.UTC)) }
        def filters = new ScriptedFilters([[status, ['Retry-After': date(5), 'Date': date(0)], ''], 200])

        expect:
        filters.execute().status() == 200
        filters.waits*.toMillis() == [5000]

        where:
        [status, minutes] << [[429, 503], [-10, 10]].combinations()
    }

    def "a listener is told about each pause: #script"() {
        given:
        List<CallListener.Pause> pauses = []
        def listener = new CallListener() {
            @Override
            void beforePause(CallListener.Pause pause) {
                pauses << pause
            }
        }
        def filters = new ScriptedFilters(script + [200])

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.addListener(listener)))

        then:
        pauses == [new CallListener.Pause(Duration.ofMillis(millis), requested, status)]
        pauses*.duration() == filters.waits

        where:
        script                             || millis | requested | status
        [[429, ['Retry-After': '30'], '']] || 30_000 | true      | 429
        [[503, ['Retry-After': 'x'], '']]  || 250    | false     | 503
        [503]                              || 250    | false     | 503
        [failure()]                        || 250    | false     | 0
    }

    def "a wait that would not end before the deadline is not started: Retry-After #retryAfter within #timeout s"() {
        given:
        def filters = new ScriptedFilters([[503, ['Retry-After': retryAfter], ''], 200])

        expect:
        filters.execute(filters.call(CallOptions.DEFAULTS.timeout(Duration.ofSeconds(timeout)))).status() == status
        filters.waits*.toSeconds() == waits

        where:
        retryAfter              | timeout || status | waits
        '9'                     | 10      || 200    | [9]
        '10'                    | 10      || 503    | []
        '57'                    | 10      || 503    | []
        '100000000000000000000' | 86400   || 503    | []
    }

    def "after a failure, too, every wait ends before the deadline"() {
        given:
        def filters = new ScriptedFilters([failure()])

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.timeout(Duration.ofMillis(751))))

        then:
        thrown(TransportException)
        filters.waits*.toMillis() == [250, 500]
        filters.sent.size() == 3
    }

    def "all attempts share the deadline of the call"() {
        given: 'an attempt takes 4 of 10 s'
        def deadlines = []
        ScriptedFilters filters = null
        filters = new ScriptedFilters([{ Call call ->
            deadlines << call.deadline()
            filters.nanos += Duration.ofSeconds(4).toNanos()
            503
        }])

        expect:
        filters.execute(filters.call(CallOptions.DEFAULTS.timeout(Duration.ofSeconds(10)))).status() == 503
        filters.sent.size() == 3
        deadlines.unique().size() == 1
    }

    def "an interrupt ends the wait, and the flag is set again"() {
        given:
        def filters = new ScriptedFilters([script])
        filters.whileWaiting = { throw new InterruptedException() }

        when:
        filters.execute()

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.INTERRUPTED
        e.message.startsWith('The thread was interrupted during the call, while waiting 250 ms before the next attempt [MS-RequestId ')
        e.cause?.class == cause
        Thread.interrupted()
        filters.sent.size() == 1

        where:
        script    || cause
        503       || null
        failure() || TransportException
    }

    def "a real wait is interruptible, and not shorter than requested"() {
        given:
        def backoff = Backoff.ofSystem()
        def call = Call.start(null, CallOptions.DEFAULTS.accept('*/*').settings(), System::nanoTime)
        long start = System.nanoTime()

        when:
        backoff.sleep(Duration.ofMillis(30), call, null)

        then:
        System.nanoTime() - start >= 30_000_000

        when:
        Thread.currentThread().interrupt()
        backoff.sleep(Duration.ofMinutes(5), call, null)

        then:
        thrown(TransportException)
        Thread.interrupted()
    }

    def "the waits are random"() {
        given:
        def backoff = Backoff.ofSystem()

        when:
        def waits = (1..200).collect { backoff.delay(4, RetryAfter.NONE) }

        then:
        waits.unique().size() > 100
        waits.every { it >= Duration.ofMillis(100) && it < Duration.ofSeconds(8) }
    }
}
