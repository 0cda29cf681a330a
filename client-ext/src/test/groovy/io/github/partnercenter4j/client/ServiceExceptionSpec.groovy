package io.github.partnercenter4j.client

import spock.lang.Specification

class ServiceExceptionSpec extends Specification {
    def 'a header is found in any case of its name'() {
        expect:
        ServiceException.builder(409).headers(['Content-Type': ['application/json']]).build().headers()['CONTENT-type'] == ['application/json']
    }
}
