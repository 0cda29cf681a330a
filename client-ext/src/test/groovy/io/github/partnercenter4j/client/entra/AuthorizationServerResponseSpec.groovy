package io.github.partnercenter4j.client.entra

import io.github.partnercenter4j.client.internal.body.Mappers
import io.github.partnercenter4j.client.internal.call.RetryAfter
import io.github.partnercenter4j.client.internal.http.TransportFailure
import java.time.Duration
import spock.lang.Specification

/** What a response of the authorization server means, without a server. */
class AuthorizationServerResponseSpec extends Specification {
    def 'a status #status is temporary: #temporary, and polling goes on after it: #polls'() {
        expect:
        response(status).temporaryFailure == temporary
        response(status).temporaryForPolling == polls

        where:
        status || temporary | polls
        200    || false     | false
        400    || false     | false
        408    || true      | true
        429    || true      | true
        499    || false     | false
        500    || true      | true
        501    || false     | true
        502    || true      | true
        503    || true      | true
        504    || true      | true
        505    || false     | true
    }

    def 'a request that got no response because of #kind, repeatable: #repeatable, may succeed later: #temporary, as the next poll may: #polls'() {
        given:
        def response = failed(kind, repeatable)

        expect:
        response.temporaryFailure == temporary
        response.temporaryForPolling == polls

        where:
        kind                              | repeatable || temporary | polls
        TransportFailure.Kind.FAILED      | true       || true      | true
        TransportFailure.Kind.FAILED      | false      || false     | true
        TransportFailure.Kind.TIMED_OUT   | false      || true      | true
        TransportFailure.Kind.INTERRUPTED | false      || false     | false
    }

    def 'the error invalid_grant is read from a status of 400 to 499 only: #status'() {
        expect:
        (response(status, '{"error":"invalid_grant"}').error() != null) == read
        (response(status, '{"error":"invalid_grant"}').toException() instanceof GrantRejectedException) == read

        where:
        status || read
        200    || false
        399    || false
        400    || true
        401    || true
        499    || true
        500    || false
    }

    def 'an error #error with status 400 is temporary: #temporary, and its Retry-After counts: #asks'() {
        expect:
        response(400, "{\"error\":\"$error\"}", '9').temporaryFailure == temporary
        response(400, "{\"error\":\"$error\"}", '9').asksToWait() == asks
        !response(400, "{\"error\":\"$error\"}").asksToWait()

        where:
        error                     || temporary | asks
        'temporarily_unavailable' || true      | true
        'slow_down'               || false     | true
        'authorization_pending'   || false     | true
        'invalid_grant'           || false     | false
        'Not An Error'            || false     | false
    }

    def 'a status #status with Retry-After <#retryAfter> asks to wait: #asks'() {
        expect:
        response(status, '{}', retryAfter).asksToWait() == asks

        where:
        status | retryAfter || asks
        503    | '9'        || true
        503    | null       || false
        503    | 'soon'     || false
        200    | '9'        || false
        401    | '9'        || false
    }

    def 'the message for a status #status, Retry-After <#retryAfter> and a wait of #wait says: #said'() {
        when:
        def e = response(status, body, retryAfter).toException(wait)

        then:
        e.message == "No token: the authorization server https://a.example returned $status $said"
        e.cause == null

        where:
        status | body | retryAfter | wait                  || said
        503    | null | null       | null                  || 'with a body that is not JSON. What to do: try again later'
        503    | '{}' | '9'        | null                  || 'without a token in it. What to do: try again later'
        503    | '{}' | null       | Duration.ofSeconds(9) || 'without a token in it. What to do: try again later'
        503    | '{}' | '9'        | Duration.ofSeconds(8) || 'without a token in it, and asked to wait 8 s. What to do: try again in 8 s, or set a longer timeout'
        429    | '{}' | null       | null                  || 'without a token in it. What to do: try again later'
        499    | '{}' | null       | null                  || 'without a token in it. What to do: check the authorization server and the proxy'
        501    | '{}' | null       | null                  || 'without a token in it. What to do: try again later'
    }

    def 'a failed connection is the cause of the exception, and says what to check'() {
        given:
        def cause = new IOException('x')

        when:
        def e = failed(TransportFailure.Kind.FAILED, true, cause).toException(null)

        then:
        e.message == 'No token: the authorization server https://a.example cannot be reached: it failed. What to do: check the network, proxy and certificates'
        e.cause.is(cause)
    }

    def 'a wait of #wait is shown as #shown'() {
        expect:
        AuthorizationServerResponse.seconds(Duration.parse(wait)) == shown

        where:
        wait             || shown
        'PT0S'           || '0 s'
        'PT0.000000001S' || '1 s'
        'PT1S'           || '1 s'
        'PT1.000000001S' || '2 s'
        'PT1.999999999S' || '2 s'
    }

    def 'the text of a response does not contain its body'() {
        expect:
        response(200, '{"access_token":"s3cret"}').toString() == 'AuthorizationServerResponse[200]'
    }

    static AuthorizationServerResponse response(int status, String body = null, String retryAfter = null) {
        def json = body == null ? Mappers.json().missingNode() : Mappers.json().readTree(body)
        def asked = retryAfter == null ? RetryAfter.NONE : retryAfter.integer ? new RetryAfter(Duration.ofSeconds(retryAfter as long), false) : new RetryAfter(null, true)
        new AuthorizationServerResponse('https://a.example', status, json, asked, null)
    }

    private static AuthorizationServerResponse failed(TransportFailure.Kind kind, boolean repeatable, Throwable cause = null) {
        def failure = TransportFailure.ofConnection(kind, 'it failed', cause, repeatable)
        new AuthorizationServerResponse('https://a.example', 0, Mappers.json().missingNode(), RetryAfter.NONE, failure)
    }
}
