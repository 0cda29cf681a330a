package io.github.partnercenter4j.client.internal.call

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.internal.http.TransportFailure
import spock.lang.Specification

class CallFailuresSpec extends Specification {
    static final String IDS = ' [MS-RequestId request-1] [MS-CorrelationId correlation-1]'

    def call = Call.start(null, CallOptions.DEFAULTS.accept('*/*').requestId('request-1').correlationId('correlation-1').settings(), System::nanoTime)

    def setup() {
        call.startAttempt()
    }

    def 'a transport failure of kind #kind becomes a TransportException of the same kind, with the ids of the call'() {
        given:
        def cause = new IOException('reset')

        when:
        def e = CallFailures.of(call, TransportFailure.ofConnection(TransportFailure.Kind.valueOf(kind), 'It failed', cause, true))

        then:
        e instanceof TransportException
        e.kind() == TransportException.Kind.valueOf(kind)
        e.message == 'It failed' + IDS
        e.cause.is(cause)
        e.requestIds() == ['request-1']

        where:
        kind << TransportException.Kind.values()*.name()
    }

    def 'a body that cannot be used, #failure, becomes a DecodingException of kind #kind'() {
        given:
        def cause = new IOException('not gzip')

        when:
        def e = CallFailures.of(call, TransportFailure.ofBody(failure, 'It failed', cause, 200))

        then:
        e instanceof DecodingException
        e.kind() == kind
        e.status() == 200
        e.excerpt() == null
        e.message == 'It failed' + IDS
        e.cause.is(cause)

        where:
        failure                               || kind
        TransportFailure.Kind.UNREADABLE_BODY || DecodingException.Kind.UNREADABLE
        TransportFailure.Kind.BODY_TOO_LARGE  || DecodingException.Kind.TOO_LARGE
    }
}
