package io.github.partnercenter4j.client

import io.github.partnercenter4j.api.OrdersApi
import java.time.Duration
import spock.lang.Specification

/** How users test their own error handling: a stub of the generated interface throws what the client would throw. */
class ErrorHandlingSpec extends Specification {

    /** A user's class, which decides what to do after each exception. */
    static class OrderMonitor {
        private final OrdersApi orders

        OrderMonitor(OrdersApi orders) {
            this.orders = orders
        }

        String check(String customerId, String orderId) {
            try {
                orders.getProvisioningStatus(customerId, orderId)
                'known'
            } catch (ServiceException e) {
                switch (e.kind()) {
                    case ServiceException.Kind.NOT_FOUND -> "no such order (${e.code()})"
                    case ServiceException.Kind.TOO_MANY_REQUESTS -> "ask again in ${e.retryAfter().toSeconds()} s"
                    default -> "support case for request ${e.requestId()}"
                }
            } catch (CredentialException e) {
                e.kind() == CredentialException.Kind.MFA_REQUIRED ? 'sign in with MFA' : 'sign in'
            } catch (TransportException e) {
                e.kind() == TransportException.Kind.TIMED_OUT ? "timed out after ${e.requestIds().size()} attempts" : 'check the network'
            } catch (DecodingException e) {
                "unreadable: ${e.excerpt()}"
            } catch (UnexpectedStatusException e) {
                "unexpected ${e.status()}"
            }
        }
    }

    def 'the monitor says "#said" after #exception.class.simpleName'() {
        given:
        def monitor = new OrderMonitor({ String customerId, String orderId -> throw exception } as OrdersApi)

        expect:
        monitor.check('0c39d6d5-c70d-4c55-bc02-f620844f3fd1', 'order') == said

        where:
        exception << [
            ServiceException.builder(404).code('20000').description('Order Id not found').requestId('r-1').build(),
            ServiceException.builder(429).retryAfter(Duration.ofSeconds(57)).build(),
            ServiceException.builder(500).requestId('r-1').correlationId('c-1').headers(['MS-ServerId': ['s-1']]).excerpt('<html>').build(),
            CredentialException.builder(CredentialException.Kind.MFA_REQUIRED, 'The token lacks MFA').build(),
            new CredentialException('Sign in again', null),
            TransportException.builder(TransportException.Kind.TIMED_OUT, 'Timed out').requestIds(['r-1', 'r-1']).build(),
            TransportException.builder(TransportException.Kind.FAILED, 'Reset').cause(new IOException('reset')).build(),
            DecodingException.builder(DecodingException.Kind.UNREADABLE, 'No JSON').status(200).excerpt('<html>\n').build(),
            UnexpectedStatusException.builder(302, 'Redirected').build()
        ]
        said << [
            'no such order (20000)', 'ask again in 57 s', 'support case for request r-1', 'sign in with MFA', 'sign in', 'timed out after 2 attempts',
            'check the network', 'unreadable: <html>\\u000a', 'unexpected 302'
        ]
    }

    def 'a message is composed as the client composes it'() {
        expect:
        exception.message == message

        where:
        exception                                                                                                    || message
        ServiceException.builder(404).code('20000').description('Order Id not found').requestId('r-1').build()        || 'The service returned 404, code 20000: Order Id not found [MS-RequestId r-1]'
        ServiceException.builder(500).excerpt('<html>').requestIds(['r-1', 'r-2']).build()                            || 'The service returned 500, with a body that is not a fault: <html> (after 2 attempts)'
        TransportException.builder(TransportException.Kind.FAILED, 'Reset').requestId('r').correlationId('c').build() || 'Reset [MS-RequestId r] [MS-CorrelationId c]'
    }

    def 'every part of a ServiceException that is set is returned, and cannot be changed'() {
        given:
        def cause = new IOException('reset')
        def headers = ['MS-ServerId': ['s-1']]

        when:
        def e = ServiceException.builder(503).code('c').description('d').data(['x', 'y']).source('s').retryAfter(Duration.ofSeconds(5)).headers(headers).excerpt('<a>\n')
                .requestId('r').correlationId('k').requestIds(['q', 'r']).cause(cause).build()

        then:
        [e.status(), e.kind(), e.code(), e.description(), e.data(), e.source()] == [503, ServiceException.Kind.SERVER_ERROR, 'c', 'd', ['x', 'y'], 's']
        [e.retryAfter(), e.headers(), e.excerpt()] == [Duration.ofSeconds(5), headers, '<a>\\u000a']
        [e.requestId(), e.correlationId(), e.requestIds(), e.cause] == ['r', 'k', ['q', 'r'], cause]

        when:
        e.headers().clear()

        then:
        thrown(UnsupportedOperationException)
    }

    def 'every part of another exception that is set is returned: #e.class.simpleName'() {
        expect:
        parts(e) == expected
        [e.message, e.requestIds(), e.cause?.message] == ['It failed', ['r'], 'reset']

        where:
        e                                                                                                                           || expected
        complete(DecodingException.builder(DecodingException.Kind.TOO_LARGE, 'It failed').status(200).excerpt('a\tb'))                  || [DecodingException.Kind.TOO_LARGE, 200, 'a\\u0009b']
        complete(DecodingException.builder(DecodingException.Kind.UNREADABLE, 'It failed'))                                             || [DecodingException.Kind.UNREADABLE, 0, null]
        complete(UnexpectedStatusException.builder(302, 'It failed').excerpt('a\tb'))                                                   || [302, 'a\\u0009b']
        complete(UnexpectedStatusException.builder(206, 'It failed').excerpt(null))                                                     || [206, null]
        complete(TransportException.builder(TransportException.Kind.INTERRUPTED, 'It failed'))                                          || [TransportException.Kind.INTERRUPTED]
        complete(CredentialException.builder(CredentialException.Kind.MFA_REQUIRED, 'It failed'))                                       || [CredentialException.Kind.MFA_REQUIRED]
    }

    private static PartnerCenterException complete(PartnerCenterException.Builder<?> builder) {
        builder.requestIds(['r']).cause(new IOException('reset')).build()
    }

    private static List<?> parts(PartnerCenterException e) {
        ['kind', 'status', 'excerpt'].findAll { e.respondsTo(it) }.collect { e."$it"() }
    }

    def 'an exception can be serialized'() {
        given:
        def bytes = new ByteArrayOutputStream()
        def e = ServiceException.builder(404).data(['x']).headers(new TreeMap(['MS-ServerId': ['s-1']])).requestIds(['r']).retryAfter(Duration.ofSeconds(5)).build()

        when:
        new ObjectOutputStream(bytes).writeObject(e)
        def read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject()

        then:
        [read.status(), read.data(), read.headers(), read.requestIds(), read.retryAfter(), read.message] == [404, ['x'], ['MS-ServerId': ['s-1']], ['r'], Duration.ofSeconds(5), e.message]
    }

    def 'an exception of a credential has its message and cause'() {
        given:
        def cause = new IOException('reset')

        expect:
        with(new CredentialException('Sign in again', cause)) {
            it.message == 'Sign in again'
            it.cause.is(cause)
            kind() == CredentialException.Kind.UNAVAILABLE
        }
    }

    def 'what is not set is absent'() {
        when:
        def e = ServiceException.builder(400).build()

        then:
        [e.code(), e.description(), e.source(), e.retryAfter(), e.excerpt(), e.requestId(), e.correlationId(), e.cause] == [null] * 8
        e.data() == []
        e.headers() == [:]
        e.requestIds() == []
        e.kind() == ServiceException.Kind.BAD_REQUEST
    }

    def 'a ServiceException has a status of 400 to 999, not #status'() {
        expect:
        [400, 999].collect { ServiceException.builder(it).build().status() } == [400, 999]

        when:
        ServiceException.builder(status)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "status must be 400 to 999, but is $status"

        where:
        status << [0, 200, 399, 1000]
    }
}
