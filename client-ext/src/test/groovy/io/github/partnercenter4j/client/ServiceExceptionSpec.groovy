package io.github.partnercenter4j.client

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
        499    || ServiceException.Kind.OTHER
        500    || ServiceException.Kind.SERVER_ERROR
        599    || ServiceException.Kind.SERVER_ERROR
        600    || ServiceException.Kind.OTHER
    }
}
