package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.RunningCall
import io.github.partnercenter4j.client.TokenRequest
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.function.BiFunction
import spock.lang.Specification

class SharedTokenSpec extends Specification {
    static final Instant NOW = Instant.parse('2017-04-20T19:23:39Z')

    def shared = new SharedToken(Clock.fixed(NOW, ZoneOffset.UTC))
    /** The rejected tokens that the source was given. */
    List<AccessToken> asked = new CopyOnWriteArrayList<>()

    def "a token that expires after #life is acquired #times times for two calls"() {
        given:
        def token = new AccessToken('s3cret', life == null ? null : NOW.plus(life))

        expect:
        (1..2).collect { get(null) { token } } == [token, token]
        asked.size() == times

        where:
        life                                 || times
        Duration.ofHours(1)                  || 1
        Duration.ofMinutes(5).plusMillis(1)  || 1
        Duration.ofMinutes(5)                || 2
        Duration.ofSeconds(-1)               || 2
        null                                 || 2
    }

    def "after a rejection the token is acquired once more, and the source gets the rejected one"() {
        given:
        def first = get(null) { token('first') }

        when:
        def second = get(first) { token('second') }

        then:
        second.value() == 'second'
        get(first) { token('third') } == second
        get(null) { token('third') } == second
        asked == [null, first]
    }

    def "a rejected token that the source returns again is used, and not acquired again for each thread"() {
        given:
        def same = get(null) { token('same') }

        expect:
        (1..3).collect { get(same) { token('same') } } == [same] * 3
        asked == [null, same]
    }

    def "a rejected token is not used while its refresh fails"() {
        given:
        def refused = get(null) { token('refused') }

        when:
        get(refused) { throw new CredentialException('No token: x', null) }

        then:
        thrown(CredentialException)
        get(null) { token('next') }.value() == 'next'
        asked == [null, refused, refused]
    }

    def "a call during an acquisition waits for its token"() {
        given:
        def go = new CountDownLatch(1)
        def calls = (1..3).collect { new RunningCall('platform', { get(null) { go.await(); token('one') } }) }

        when:
        calls*.awaitIn('await')
        go.countDown()

        then:
        calls*.result()*.value() == ['one'] * 3
        asked.size() == 1
    }

    def "a token that is acquired in another way replaces the shared one, and is returned"() {
        given:
        get(null) { token('first') }
        def second = token('second')

        expect:
        shared.replace(Duration.ofSeconds(20)) { second }.is(second)
        get(null) { token('third') }.is(second)
        asked.size() == 1
    }

    private AccessToken get(AccessToken refused, Closure<AccessToken> source) {
        shared.get(new TokenRequest(Cloud.PUBLIC, Duration.ofSeconds(20), refused), { told, flows ->
            asked << told
            source()
        } as BiFunction)
    }

    private static AccessToken token(String value) {
        new AccessToken(value, NOW.plusSeconds(3600))
    }
}
