package io.github.partnercenter4j.client.internal.call

import static io.github.partnercenter4j.client.internal.call.ScriptedFilters.failure

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.internal.http.TransportFailure
import spock.lang.Specification

/** Which calls are attempted again, and how often. */
class RetryFilterSpec extends Specification {
    def "a GET with the response #status is attempted #attempts times"() {
        given:
        def filters = new ScriptedFilters([status])

        when:
        def response = filters.execute()

        then:
        response.status() == status
        filters.sent.size() == attempts
        filters.waits.size() == attempts - 1

        where:
        status << [408, 429, 500, 502, 503, 504] + [200, 201, 204, 301, 304, 400, 401, 403, 404, 405, 409, 410, 417, 425, 501, 505, 507, 599]
        attempts = status in [408, 429, 500, 502, 503, 504] ? 4 : 1
    }

    def "a 404 with Retry-After is not retried"() {
        given:
        def filters = new ScriptedFilters([[404, ['Retry-After': '1'], '']])

        expect:
        filters.execute().status() == 404
        filters.sent.size() == 1
    }

    def "a GET that gets no response because it #kind is attempted #attempts times"() {
        given:
        def filters = new ScriptedFilters([failure(kind, repeatable)])

        when:
        filters.execute()

        then:
        def e = thrown(TransportException)
        e.requestIds().size() == attempts
        e.message.contains(' (after 4 attempts) [MS-RequestId ') == (attempts == 4)
        filters.sent.size() == attempts

        where:
        kind          | repeatable || attempts
        'FAILED'      | true       || 4
        'TIMED_OUT'   | true       || 4
        'FAILED'      | false      || 1
        'TIMED_OUT'   | false      || 1
        'INTERRUPTED' | false      || 1
    }

    def "a response that cannot be decoded is not requested again"() {
        given:
        def filters = new ScriptedFilters([{ Call call -> TransportFailure.ofBody(TransportFailure.Kind.BODY_TOO_LARGE, 'Too large', null, 200) }])

        when:
        filters.execute()

        then:
        thrown(DecodingException)
        filters.sent.size() == 1
    }

    def "a #method is attempted once, even if it fails"() {
        given:
        def filters = new ScriptedFilters([503])

        expect:
        filters.execute(filters.call(), method).status() == 503
        filters.sent.size() == 1

        when:
        filters = new ScriptedFilters([failure()])
        filters.execute(filters.call(), method)

        then:
        thrown(TransportException)
        filters.sent.size() == 1

        where:
        method << ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']
    }

    def "the first success ends the attempts: #script"() {
        given:
        def filters = new ScriptedFilters(script)

        expect:
        filters.execute().status() == 200
        filters.sent.size() == script.size()

        where:
        script << [[200], [503, 200], [failure(), 200], [500, failure(), 429, 200]]
    }

    def "with maxRetries #most there are #most retries"() {
        given:
        def filters = new ScriptedFilters([503])

        when:
        filters.execute(filters.call(CallOptions.DEFAULTS.maxRetries(most)))

        then:
        filters.sent.size() == 1 + most

        where:
        most << [0, 1, 5, 10]
    }

    def "maxRetries #most is rejected"() {
        when:
        CallOptions.DEFAULTS.maxRetries(most)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'maxRetries must be 0 to 10'

        where:
        most << [-1, 11, Integer.MAX_VALUE]
    }
}
