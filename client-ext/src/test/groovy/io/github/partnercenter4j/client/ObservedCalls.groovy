package io.github.partnercenter4j.client

import static io.github.partnercenter4j.client.internal.call.RetryOnTheWireSpec.json

import io.github.partnercenter4j.api.OrdersApi
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Base of the tests that observe calls of a client from outside. */
abstract class ObservedCalls extends Specification {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final String ORDER = 'hidden-order'
    static final String TOKEN = 's3cret-token'
    static final String PATH = '/v1/customers/{customerId}/orders/{orderId}/provisioningstatus'

    /** What a server sends, and the expected outcome, status and exception. */
    static final List<List> ENDS = [
        [json('200 OK', '{"items":[]}'), 'SUCCESS', '200', 'none'],
        [json('404 No', '{"code":20000,"description":"s3cret-body"}'), 'CLIENT_ERROR', '404', 'ServiceException.NOT_FOUND'],
        [json('500 No', 's3cret-body'), 'SERVER_ERROR', '500', 'ServiceException.SERVER_ERROR'],
        [json('302 Go', 's3cret-body'), 'REDIRECTION', '302', 'UnexpectedStatusException'],
        [json('204 OK', ''), 'UNKNOWN', '204', 'UnexpectedStatusException'],
        [json('200 OK', '{"s3cret-body":'), 'UNKNOWN', '200', 'DecodingException.UNREADABLE'],
        [json('200 OK', 's3cret-body' * 10_000), 'UNKNOWN', '200', 'DecodingException.TOO_LARGE'],
        [json('401 No', '{"code":"900421"}'), 'UNKNOWN', 'none', 'CredentialException.MFA_REQUIRED'],
        ['HTTQ/1.1 200 OK\r\n\r\n', 'UNKNOWN', 'none', 'TransportException.FAILED']
    ]

    @AutoCleanup(quiet = true)
    RawServer server
    @AutoCleanup
    PartnerCenter partnerCenter

    PartnerCenterBuilder builder() {
        PartnerCenter.builder().baseUrl(server.url).credential(Credential.ofToken(TOKEN)).maxBodyBytes(100_000)
                .options { it.maxRetries(0).correlationId('c') }
    }

    Throwable end(OrdersApi orders = partnerCenter.orders()) {
        try {
            orders.getProvisioningStatus(CUSTOMER, ORDER)
            null
        } catch (RuntimeException e) {
            e
        }
    }
}
