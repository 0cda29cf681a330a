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
    /** The pauses that the server asked for, each with the message for a call that has no time for it. */
    List<String> pauses = []
    LongSupplier nanoTime = { -> now.toNanos() } as LongSupplier
    def gate = new AuthorizationServerGate(nanoTime)

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

    def 'a poll waits until the server wants to be asked, and a call without that time learns why'() {
        given:
        def polling = polling(5, 900)
        gate.close(Duration.ofSeconds(9))

        when:
        polling.beforePoll('https://a.example')

        then:
        pauses == ['PT9S: No token: the authorization server https://a.example asked not to be called for another 9 s. What to do: try again in 9 s, or set a longer timeout']
        sleeps.empty
    }

    def 'when the code expires, the time that the server asked for is named while it lasts: #left s'() {
        given:
        def polling = polling(5, 900)
        gate.close(Duration.ofSeconds(901))
        polling.failed(new AuthorizationServerResponse('https://a.example', 503, Mappers.json().readTree('{}'), new RetryAfter(Duration.ofSeconds(901), false), null))
        now += Duration.ofSeconds(901 - left)

        when:
        polling.beforePoll('server')

        then:
        def e = thrown(CredentialException)
        e.message == "No token: the authorization server https://a.example returned 503 without a token in it$advice. The code of the sign-in expires before the next request"

        where:
        left || advice
        901  || ', and asked to wait 901 s. What to do: try again in 901 s, or set a longer timeout'
        0    || '. What to do: try again later'
    }

    def 'a code that expires is an error, also where its lifetime is not known'() {
        expect:
        DevicePolling.expired(null).message == 'No token: the code was not entered in time. What to do: sign in again'
    }

    private DevicePolling polling(int interval, int lifetime) {
        def sleeper = { Duration time ->
            sleeps << time.toSeconds()
            now += time
        } as Sleeper
        def pacing = new RequestPacing(gate, null, sleeper, nanoTime, { wait, refusal -> pauses << "$wait: ${refusal.apply(wait).message}".toString() } as Pause)
        new DevicePolling(new IssuedBody(response("{\"interval\":$interval,\"expires_in\":$lifetime}", 200)), pacing)
    }

    private static AuthorizationServerResponse response(String json, int status) {
        new AuthorizationServerResponse('https://a.example', status, Mappers.json().readTree(json), RetryAfter.NONE, null)
    }
}
