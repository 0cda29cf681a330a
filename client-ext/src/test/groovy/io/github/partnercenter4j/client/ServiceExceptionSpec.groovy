package io.github.partnercenter4j.client

import java.time.Duration
import spock.lang.Specification

class ServiceExceptionSpec extends Specification {
    def 'a header is found in any case of its name'() {
        expect:
        ServiceException.builder(409).headers(['Content-Type': ['application/json']]).build().headers()['CONTENT-type'] == ['application/json']
    }

    def 'the status #status is #kind'() {
        expect:
        ServiceException.Kind.of(status) == kind

        where:
        status || kind
        400    || ServiceException.Kind.BAD_REQUEST
        401    || ServiceException.Kind.UNAUTHORIZED
        403    || ServiceException.Kind.FORBIDDEN
        404    || ServiceException.Kind.NOT_FOUND
        429    || ServiceException.Kind.TOO_MANY_REQUESTS
        499    || ServiceException.Kind.OTHER
        500    || ServiceException.Kind.SERVER_ERROR
        599    || ServiceException.Kind.SERVER_ERROR
        600    || ServiceException.Kind.OTHER
    }

    def 'the reason of WWW-Authenticate is in the message of a #status: #shown'() {
        given:
        def e = ServiceException.builder(status).excerpt(body).headers(['www-authenticate': ['Bearer error="invalid_token", error_description="It expired"']]).build()

        expect:
        e.message == message
        (e.authenticationError() == 'invalid_token: It expired') == shown

        where:
        status | body     || message                                                                                                | shown
        401    | null     || 'The service returned 401; WWW-Authenticate: invalid_token: It expired'                                 | true
        403    | '<html>' || 'The service returned 403, with a body that is not a fault: <html>; WWW-Authenticate: invalid_token: It expired' | true
        404    | null     || 'The service returned 404'                                                                              | false
    }

    def 'a token for another API is explained'() {
        expect:
        ServiceException.builder(401).code('900420').build().message ==
                'The service returned 401, code 900420; the token was issued for another API (wrong audience). Refreshing it will not help; request one with the scope of Partner Center, such as https://api.partnercenter.microsoft.com/user_impersonation'
        ServiceException.builder(400).code('900420').build().message == 'The service returned 400, code 900420'
    }

    def 'a Retry-After that cannot be read is shown: #value'() {
        expect:
        ServiceException.builder(429).headers(['Retry-After': [value]]).build().message == 'The service returned 429; its Retry-After cannot be read: ' + shown
        ServiceException.builder(429).headers(['Retry-After': [value]]).retryAfter(Duration.ofSeconds(5)).build().message == 'The service returned 429'

        where:
        value        || shown
        'soon'       || 'soon'
        '\u001b[2J'  || '\\u001b[2J'
    }
}
