package io.github.partnercenter4j.client.internal.call

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.UnexpectedStatusException
import spock.lang.Specification

/** What metrics and the log say about the end of a call. */
class CallOutcomeSpec extends Specification {
    def call = Call.start(null, CallOptions.DEFAULTS.accept('*/*').settings(), System::nanoTime)

    def 'a call that returned after the status #status is a success'() {
        given:
        call.responded(status)

        when:
        def outcome = CallOutcome.of(call, null)

        then:
        outcome == new CallOutcome(status as String, 'none')
        outcome.outcome() == 'SUCCESS'

        where:
        status << [200, 204]
    }

    def 'a call that ended with #failure.class.simpleName has status #status, exception #exception and outcome #outcome'() {
        given: 'the status of the exception counts, not that of the last response'
        call.responded(418)

        when:
        def ended = CallOutcome.of(call, failure)

        then:
        ended == new CallOutcome(status, exception)
        ended.outcome() == outcome

        where:
        failure                                                                      || status | exception                      | outcome
        ServiceException.builder(404).build()                                        || '404'  | 'ServiceException.NOT_FOUND'   | 'CLIENT_ERROR'
        ServiceException.builder(503).build()                                        || '503'  | 'ServiceException.SERVER_ERROR' | 'SERVER_ERROR'
        ServiceException.builder(600).build()                                        || '600'  | 'ServiceException.OTHER'       | 'UNKNOWN'
        UnexpectedStatusException.builder(302, 'Moved').build()                      || '302'  | 'UnexpectedStatusException'    | 'REDIRECTION'
        UnexpectedStatusException.builder(206, 'Partial').build()                    || '206'  | 'UnexpectedStatusException'    | 'UNKNOWN'
        DecodingException.builder(DecodingException.Kind.UNREADABLE, 'x').status(200).build() || '200' | 'DecodingException.UNREADABLE' | 'UNKNOWN'
        TransportException.builder(TransportException.Kind.TIMED_OUT, 'Late').build() || 'none' | 'TransportException.TIMED_OUT' | 'UNKNOWN'
        new CredentialException('No token', null)                                    || 'none' | 'CredentialException.UNAVAILABLE' | 'UNKNOWN'
        new IllegalStateException()                                                  || 'none' | 'IllegalStateException'        | 'UNKNOWN'
    }
}
