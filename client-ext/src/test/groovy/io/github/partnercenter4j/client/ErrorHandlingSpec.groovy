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
        when:
        ServiceException.builder(status)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "status must be 400 to 999, but is $status"

        where:
        status << [0, 200, 399, 1000]
    }
}
