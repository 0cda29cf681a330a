package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.internal.body.Mappers
import io.github.partnercenter4j.client.internal.call.RetryAfter
import java.time.Duration
import java.util.function.LongSupplier
import spock.lang.Specification

/** The times of the polls, on a clock of the test. */
class DevicePollingSpec extends Specification {
    Duration now = Duration.ZERO
    List<Long> sleeps = []

    def 'a code of #lifetime s is asked for every #interval s, at #times'() {
        given:
        def polling = polling(interval, lifetime)
        def asked = []

        when:
        while (asked.size() < 10) {
            polling.beforePoll('server')
            asked << now.toSeconds()
            polling.pending()
        }

        then: 'and no more when it expires'
        thrown(CredentialException)
        asked == times

        where:
        interval | lifetime || times
        300      | 900      || [0, 300, 600]
        300      | 901      || [0, 300, 600, 900]
        300      | 899      || [0, 300, 600]
        900      | 900      || [0]
    }

    def 'after #failures failures in a row the pause is #pause s'() {
        given: 'a server that lets a code live for a day'
        def polling = polling(interval, 86_400)
        polling.beforePoll('server')

        when:
        failures.times {
            polling.failed(response('{}', 503))
            polling.beforePoll('server')
        }

        then:
        sleeps.last() == pause

        where:
        interval | failures || pause
        1        | 1        || 2
        1        | 5        || 32
        1        | 6        || 60
        1        | 63       || 60
        1        | 64       || 60
        1        | 200      || 60
        90       | 3        || 90
    }

    def 'the first poll does not wait, and after slow_down every pause is longer by 5 s'() {
        given:
        def polling = polling(5, 900)

        when:
        polling.beforePoll('server')

        then:
        sleeps.empty

        when:
        polling.slowDown()
        polling.beforePoll('server')
        polling.pending()
        polling.beforePoll('server')

        then:
        sleeps == [10, 10]
    }

    def 'when the code expires, the message names #what'() {
        given:
        def polling = polling(5, 5)
        polling.beforePoll('server')
        after(polling)

        when:
        polling.beforePoll('server')

        then:
        def e = thrown(CredentialException)
        e.message.startsWith(message)

        where:
        what                                 | after                                                           || message
        'its lifetime'                       | { it.pending() }                                                || 'No token: the code was not entered in time, within 5 s. '
        'the last failure'                   | { it.failed(response('{}', 503)) }                              || 'No token: the authorization server https://a.example returned 503'
        'no failure before the last success' | { it.failed(response('{}', 503)); it.pending() }                || 'No token: the code was not entered in time, within 5 s. '
        'no failure before a slow_down'      | { it.failed(response('{}', 503)); it.slowDown() }               || 'No token: the code was not entered in time, within 5 s. '
    }

    def 'a code that expires is an error, also where its lifetime is not known'() {
        expect:
        DevicePolling.expired(null).message == 'No token: the code was not entered in time. What to do: sign in again'
    }

    private DevicePolling polling(int interval, int lifetime) {
        def nanoTime = { -> now.toNanos() } as LongSupplier
        def sleeper = { Duration time ->
            sleeps << time.toSeconds()
            now += time
        } as Sleeper
        def pacing = new RequestPacing(new AuthorizationServerGate(nanoTime), null, sleeper, nanoTime, null)
        new DevicePolling(new IssuedBody(response("{\"interval\":$interval,\"expires_in\":$lifetime}", 200)), pacing)
    }

    private static AuthorizationServerResponse response(String json, int status) {
        new AuthorizationServerResponse('https://a.example', status, Mappers.json().readTree(json), RetryAfter.NONE, null)
    }
}
