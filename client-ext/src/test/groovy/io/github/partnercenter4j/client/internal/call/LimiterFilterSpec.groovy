package io.github.partnercenter4j.client.internal.call

import static java.nio.charset.StandardCharsets.UTF_8

import feign.Client
import feign.Request
import feign.Response
import io.github.partnercenter4j.client.CallListener
import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.RequestLimiter
import io.github.partnercenter4j.client.TransportException
import java.time.Duration
import java.util.concurrent.TimeoutException
import spock.lang.Specification

/** The limiter and the listeners around one request, with a clock that only the test advances. */
class LimiterFilterSpec extends Specification {
    List<String> events = []
    long nanos
    Throwable failure
    def request = Request.create(Request.HttpMethod.GET, 'http://127.0.0.1/', [:], null, null, null)
    def transport = { Request sent, Request.Options call ->
        events << 'sent'
        if (failure != null) {
            throw failure
        }
        Response.builder().status(204).body('', UTF_8).request(sent).build()
    } as Client

    def 'a request is sent between the permit and its return, and its response is passed on: #ends'() {
        given:
        failure = failed
        def returned = null

        when:
        try {
            returned = new LimiterFilter(transport).execute(request, limited { events << "asked for ${it.toSeconds()} s".toString() })
        } catch (IOException e) {
            assert e.is(failed)
        }

        then:
        events == ['asked for 10 s', 'sent', 'returned']
        returned?.status() == status

        where:
        ends           | failed                   || status
        'a response'   | null                     || 204
        'a failure'    | new IOException('reset') || null
    }

    def 'without a limiter, or with one that gives no permit object, the request is sent'() {
        expect:
        new LimiterFilter(transport).execute(request, call(CallOptions.DEFAULTS.requestLimiter(limiter))).status() == 204

        where:
        limiter << [null, { null } as RequestLimiter]
    }

    def 'the limiter is not asked when no time is left: #left s'() {
        given:
        def call = limited { throw new AssertionError('asked') }
        nanos = Duration.ofSeconds(10 - left).toNanos()

        when:
        new LimiterFilter(transport).execute(request, call)

        then:
        def e = thrown(TransportException)
        e.kind() == TransportException.Kind.TIMED_OUT
        e.message == 'No response within the timeout of 10 s, while waiting for a permit of the request limiter'
        events == []

        where:
        left << [0, -1]
    }

    def 'a permit that arrives #takes ms after the start, with a timeout of 10 s, is returned, and used only in time'() {
        given:
        def call = limited { nanos += Duration.ofMillis(takes).toNanos() }

        when:
        def kind = null
        try {
            new LimiterFilter(transport).execute(request, call)
        } catch (TransportException e) {
            kind = e.kind()
        }

        then:
        events == expected
        kind == (events.contains('sent') ? null : TransportException.Kind.TIMED_OUT)

        where:
        takes  || expected
        9_999  || ['sent', 'returned']
        10_000 || ['returned']
        10_001 || ['returned']
    }

    def 'a limiter that #what ends the call as #kind'() {
        when:
        new LimiterFilter(transport).execute(request, limited { throw failed })

        then:
        def e = thrown(TransportException)
        e.kind() == kind
        e.cause.is(failed)
        Thread.interrupted() == (kind == TransportException.Kind.INTERRUPTED)
        events == []

        where:
        what             | failed                     || kind
        'has no permit'  | new TimeoutException()     || TransportException.Kind.TIMED_OUT
        'is interrupted' | new InterruptedException() || TransportException.Kind.INTERRUPTED
    }

    def 'listeners are told about a request, in order, with the remaining time and the status: #ends'() {
        given:
        failure = failed
        def returned = null
        def call = call(CallOptions.DEFAULTS.addListener(listener('a')).addListener(listener('b')))
        nanos = 1

        when:
        try {
            returned = new ListenerFilter(transport).execute(request, call)
        } catch (IOException e) {
            assert e.is(failed)
        }

        then:
        events == ['a before, PT9.999999999S left', 'b before, PT9.999999999S left', 'sent', "a after $status", "b after $status"]*.toString()
        returned?.status() == (failed == null ? status : null)

        where:
        ends         | failed                   || status
        'a response' | null                     || 204
        'a failure'  | new IOException('reset') || 0
    }

    def 'without a listener the request is sent'() {
        expect:
        new ListenerFilter(transport).execute(request, call(CallOptions.DEFAULTS)).status() == 204
    }

    private Call limited(Closure<?> acquiring) {
        call(CallOptions.DEFAULTS.requestLimiter { Duration atMost ->
            acquiring(atMost)
            return { -> events << 'returned' } as RequestLimiter.Permit
        })
    }

    private Call call(CallOptions options) {
        Call.start(null, options.timeout(Duration.ofSeconds(10)).accept('*/*').settings(), { nanos })
    }

    private CallListener listener(String name) {
        new CallListener() {
            @Override
            void beforeRequest(Duration remaining) {
                events << "$name before, $remaining left".toString()
            }

            @Override
            void afterRequest(int status) {
                events << "$name after $status".toString()
            }
        }
    }
}
