package io.github.partnercenter4j.client.orders

import static io.github.partnercenter4j.client.orders.AfterFailure.ASK_AGAIN
import static io.github.partnercenter4j.client.orders.AfterFailure.GIVE_UP_ORDER
import static io.github.partnercenter4j.client.orders.AfterFailure.NOT_VISIBLE_YET
import static io.github.partnercenter4j.client.orders.AfterFailure.STOP_ALL

import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.PartnerCenterException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.TransportException
import io.github.partnercenter4j.client.UnexpectedStatusException
import java.time.Duration
import spock.lang.Specification

class AfterFailureSpec extends Specification {
    def 'after status #status, #minutes minutes after the order was added: #expected'() {
        expect:
        AfterFailure.of(ServiceException.builder(status).build(), Duration.ofMinutes(minutes)) == expected

        where:
        status | minutes || expected
        429    | 1       || ASK_AGAIN
        500    | 1       || ASK_AGAIN
        503    | 9000    || ASK_AGAIN
        599    | 1       || ASK_AGAIN
        408    | 1       || ASK_AGAIN
        404    | 0       || NOT_VISIBLE_YET
        404    | 15      || NOT_VISIBLE_YET
        404    | 16      || GIVE_UP_ORDER
        400    | 1       || GIVE_UP_ORDER
        403    | 1       || GIVE_UP_ORDER
        417    | 1       || GIVE_UP_ORDER
        600    | 1       || GIVE_UP_ORDER
        401    | 1       || STOP_ALL
    }

    def 'after #failure.class.simpleName #number: #expected'(PartnerCenterException failure, AfterFailure expected) {
        expect:
        AfterFailure.of(failure, Duration.ZERO) == expected

        where:
        failure                                                                             || expected
        CredentialException.builder(CredentialException.Kind.UNAVAILABLE, 'no').build()     || STOP_ALL
        CredentialException.builder(CredentialException.Kind.MFA_REQUIRED, 'no').build()    || STOP_ALL
        TransportException.builder(TransportException.Kind.INTERRUPTED, 'no').build()       || STOP_ALL
        TransportException.builder(TransportException.Kind.FAILED, 'no').build()            || ASK_AGAIN
        TransportException.builder(TransportException.Kind.TIMED_OUT, 'no').build()         || ASK_AGAIN
        UnexpectedStatusException.builder(302, 'no').build()                                || ASK_AGAIN
        DecodingException.builder(DecodingException.Kind.UNREADABLE, 'no').build()          || ASK_AGAIN
        DecodingException.builder(DecodingException.Kind.TOO_LARGE, 'no').build()           || ASK_AGAIN

        number = failure.metaClass.respondsTo(failure, 'kind') ? failure.kind() : failure.status()
    }
}
