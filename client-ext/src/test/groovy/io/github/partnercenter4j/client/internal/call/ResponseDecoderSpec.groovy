package io.github.partnercenter4j.client.internal.call

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.CredentialException
import io.github.partnercenter4j.client.DecodingException
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.client.UnexpectedStatusException
import java.lang.reflect.Method
import spock.lang.Specification

class ResponseDecoderSpec extends Specification {
    static final Method OPERATION = OrdersApi.getMethod('getProvisioningStatusWithResponse', String, String)
    static final int LIMIT = 100
    static final String XML = '<ResourceCollectionOfOrderLineItemProvisioningStatus><items><i><lineItemNumber>7</lineItemNumber></i></items></ResourceCollectionOfOrderLineItemProvisioningStatus>'

    def decoder = new ResponseDecoder(LIMIT)
    def roomy = new ResponseDecoder(1000)

    def 'a success returns what the call would return: #contentType'() {
        when:
        def response = roomy.decode(OPERATION, 200, contentType, body.bytes, 'some-id')

        then:
        response.status() == 200
        response.value().items()*.lineItemNumber() == [7]
        response.requestIds() == ['some-id']

        where:
        contentType                       | body
        'application/json; charset=utf-8' | '{"items":[{"lineItemNumber":7}]}'
        'text/xml'                        | XML
    }

    def 'a method that returns the value alone returns it here, too'() {
        expect:
        decoder.decode(OrdersApi.getMethod('getProvisioningStatus', String, String), 200, 'application/json', '{"items":[]}'.bytes, 'some-id').items() == []
    }

    def 'status #status with #body throws what the call would throw'() {
        when:
        decode(status, contentType, body)

        then:
        def e = thrown(RuntimeException)
        e.class == exception
        e.message.startsWith(message)
        e.requestId() == 'some-id'
        e.correlationId() == 'some-id'
        e.requestIds() == ['some-id']

        where:
        status | contentType        | body                                      || exception                 | message
        404    | 'application/json' | '{"code":20000,"description":"No order"}' || ServiceException          | 'The service returned 404, code 20000: No order'
        401    | 'application/json' | '{"code":"900421"}'                       || CredentialException       | 'The service returned 401, code 900421: '
        400    | 'application/json' | '{"code":2000,"description":"Bad id"}'    || ServiceException          | 'The service returned 400, code 2000: Bad id'
        399    | 'application/json' | '{}'                                      || UnexpectedStatusException | 'The service returned 399, but GET '
        302    | 'text/html'        | 'moved'                                   || UnexpectedStatusException | 'The service returned 302, but GET '
        200    | 'text/html'        | 'x'                                       || DecodingException         | 'The response with status 200 could not be read: '
        200    | 'application/json' | 'x' * 101                                 || DecodingException         | 'The body of the response with status 200 is larger than the limit of 100 bytes'
    }

    def 'a body of exactly the limit is read, and more of an error is cut'() {
        expect:
        decode(200, 'application/json', ('{"totalCount":7}' + ' ' * 84)).value().totalCount() == 7

        when:
        decode(500, 'text/plain', 'x' * 101)

        then:
        def e = thrown(ServiceException)
        e.excerpt() == 'x' * 100
    }

    def 'a method that is no operation is rejected'() {
        when:
        decoder.decode(Object.getMethod('toString'), 200, 'application/json', new byte[0], 'some-id')

        then:
        thrown(IllegalArgumentException)
    }

    private Object decode(int status, String contentType, String body) {
        decoder.decode(OPERATION, status, contentType, body.bytes, 'some-id')
    }
}
