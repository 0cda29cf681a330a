package io.github.partnercenter4j.client.internal.call

import static io.github.partnercenter4j.client.internal.call.ScriptedFilters.failure

import io.github.partnercenter4j.client.AccessToken
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.TokenRequest
import io.github.partnercenter4j.client.TransportException
import java.time.Duration
import spock.lang.Specification

class CredentialFilterSpec extends Specification {
    static final String FIRST = 'first-s3cret-token'
    static final String SECOND = 'second-s3cret-token'

    /** Returns another token after one was rejected. */
    static final Closure<AccessToken> REFRESHING = { TokenRequest request ->
        new AccessToken(request.refused() == null ? FIRST : SECOND, null)
    }

    def "after a 401 the token is refreshed once and the request repeated once: #script"() {
        given:
        def filters = new ScriptedFilters(script)
        filters.credential = REFRESHING

        expect:
        filters.execute().status() == status
        filters.header('Authorization') == tokens.collect { 'Bearer ' + it }
        filters.tokenRequests*.refused()*.value() == refused
        filters.waits.empty

        where:
        script     || status | tokens          | refused
        [200]      || 200    | [FIRST]         | [null]
        [401, 200] || 200    | [FIRST, SECOND] | [null, FIRST]
        [401]      || 401    | [FIRST, SECOND] | [null, FIRST]
        [401, 404] || 404    | [FIRST, SECOND] | [null, FIRST]
        [403]      || 403    | [FIRST]         | [null]
        [407]      || 407    | [FIRST]         | [null]
    }

    def "the 401 is returned if the credential has no other token"() {
        given:
        def filters = new ScriptedFilters([401])

        expect:
        filters.execute().status() == 401
        filters.sent.size() == 1
        filters.tokenRequests*.refused()*.value() == [null, 't0ken-of-the-call']
    }

    def "a supplier is called again after a 401"() {
        given:
        def filters = new ScriptedFilters([401, 200])
        def tokens = [FIRST, SECOND].iterator()
        def supplied = Credential.ofSupplier { tokens.next() }
        filters.credential = { supplied.token(it) }

        expect:
        filters.execute().status() == 200
        filters.header('Authorization') == ['Bearer ' + FIRST, 'Bearer ' + SECOND]
    }

    def "the token is not refreshed after a 401 with code #code"() {
        given:
        def filters = new ScriptedFilters([[401, ['Content-Type': type], body]])
        filters.credential = REFRESHING

        expect:
        filters.execute().status() == 401
        filters.sent.size() == 1
        filters.tokenRequests.size() == 1

        where:
        code   | type                       | body
        900421 | 'application/json'         | '{"code":"900421","description":"MFA"}'
        900421 | 'text/json; charset=utf-8' | '\uFEFF{"code":900421}'
        10001  | 'application/xml'          | '<Fault><code>10001</code></Fault>'
    }

    def "the token is refreshed after a 401 with any other fault: #body"() {
        given:
        def filters = new ScriptedFilters([[401, ['Content-Type': type], body], 200])
        filters.credential = REFRESHING

        expect:
        filters.execute().status() == 200

        where:
        type               | body
        'application/json' | '{"code":"800001"}'
        'application/json' | '{"code":"9004210"}'
        'text/html'        | '<p>900421</p>'
        'application/json' | 'not JSON'
    }

    def "the repeat with a new token does not count as a retry, and happens once in a call: #script"() {
        given:
        def filters = new ScriptedFilters(script)
        def number = 0
        filters.credential = { TokenRequest request -> new AccessToken('s3cret-token-' + (request.refused() == null ? number : ++number), null) }

        expect:
        filters.execute(filters.call(CallOptions.DEFAULTS.maxRetries(retries))).status() == status
        filters.sent.size() == attempts
        filters.tokenRequests.count { it.refused() != null } == 1
        filters.waits.size() == attempts - 2

        where:
        script               | retries || status | attempts
        [401, 200]           | 0       || 200    | 2
        [401, 503]           | 0       || 503    | 2
        [401, 503, 200]      | 1       || 200    | 3
        [401, failure(), 200] | 1      || 200    | 3
        [503, 401, 200]      | 1       || 200    | 3
        [401, 503, 401]      | 3       || 401    | 3
    }

    def "both the rejected and the new token are redacted"() {
        given:
        def filters = new ScriptedFilters([401, 404])
        def call = filters.call()
        filters.credential = { TokenRequest request -> new AccessToken(request.refused() == null ? 'first-s3cret' : 'first-s3cret-token', null) }

        when:
        filters.execute(call)

        then:
        call.redact('first-s3cret and first-s3cret-token') == '*** and ***'
    }

    def "a token that is short enough to be a word is not redacted: #token"() {
        given:
        def call = new ScriptedFilters([200]).call()
        call.addToken(new AccessToken(token, null))

        expect:
        call.redact("the word $token") == shown

        where:
        token      || shown
        'service'  || 'the word service'
        'services' || 'the word ***'
    }

    def "the time that the credential takes counts towards the timeout: #takes of 10 s"() {
        given:
        def filters = new ScriptedFilters([200])
        filters.credential = {
            filters.nanos += takes.toNanos()
            ends()
        }

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.timeout(Duration.ofSeconds(10))))

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.TIMED_OUT
        e.message == 'No response within the timeout of 10 s, while waiting for a token'
        e.requestIds() == []
        filters.sent.empty

        where:
        takes                  | ends
        Duration.ofSeconds(10) | { new AccessToken(FIRST, null) }
        Duration.ofSeconds(11) | { throw new CredentialException('Too late', null) }
        Duration.ofSeconds(12) | { throw new IllegalStateException() }
    }

    def "each token is requested with the remaining time"() {
        given:
        def filters = new ScriptedFilters([401, 503, 200])
        filters.credential = {
            filters.nanos += Duration.ofSeconds(1).toNanos()
            REFRESHING(it)
        }

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.timeout(Duration.ofSeconds(10))))

        then:
        filters.tokenRequests*.timeout()*.toMillis() == [10_000, 9_000, 7_750]
        filters.tokenRequests*.cloud().unique() == [Cloud.PUBLIC]
    }

    def "the credential is not called after the deadline"() {
        given:
        def filters
        filters = new ScriptedFilters([{ filters.nanos += Duration.ofSeconds(10).toNanos(); 401 }])
        filters.credential = REFRESHING

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.timeout(Duration.ofSeconds(10))))

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.TIMED_OUT
        filters.tokenRequests.size() == 1
    }

    def "an interrupt while waiting for a token is reported as such: #how"() {
        given:
        def filters = new ScriptedFilters([200])
        filters.credential = { ends() }

        when:
        filters.execute()

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.INTERRUPTED
        e.message == 'The thread was interrupted during the call, while waiting for a token'
        Thread.interrupted()
        filters.sent.empty

        where:
        how                  | ends
        'a token came'       | { Thread.currentThread().interrupt(); new AccessToken(FIRST, null) }
        'the flag is set'    | { Thread.currentThread().interrupt(); throw new CredentialException('Interrupted', null) }
        'the flag is lost'   | { throw new CredentialException('Interrupted', new InterruptedException()) }
        'the cause is deeper' | { throw new IllegalStateException(new RuntimeException(new InterruptedException())) }
    }

    def "a credential that fails #when ends the call, with the ids that were sent"() {
        given:
        def filters = new ScriptedFilters(script)
        def known = new CredentialException('Sign in again', null)
        filters.credential = {
            if (filters.sent.size() == script.size()) {
                throw known
            }
            new AccessToken(FIRST, null)
        }

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.requestId('mine').correlationId('c')))

        then:
        def e = thrown(CredentialException)
        e.message == message
        e.requestIds() == filters.header('MS-RequestId')
        e.is(known) == script.empty
        filters.sent.size() == script.size()

        where:
        when               | script || message
        'at once'          | []     || 'Sign in again'
        'after a response' | [503]  || 'Sign in again [MS-RequestId mine] [MS-CorrelationId c]'
        'at its refresh'   | [401]  || 'Sign in again [MS-RequestId mine] [MS-CorrelationId c]'
    }

    def "a credential that throws another exception is reported with its class: #type"() {
        given:
        def filters = new ScriptedFilters([200])
        filters.credential = ends

        when:
        filters.execute()

        then:
        def e = thrown(CredentialException)
        e.kind() == CredentialException.Kind.UNAVAILABLE
        e.message == "No token: the credential failed with java.lang.${type}. What to do: check your Credential"
        filters.sent.empty

        where:
        type                       | ends
        'IllegalStateException'    | { throw new IllegalStateException('s3cret') }
        'IllegalArgumentException' | { new AccessToken('two words', null) }
    }
}
