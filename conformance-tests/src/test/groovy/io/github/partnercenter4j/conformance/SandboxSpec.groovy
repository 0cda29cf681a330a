package io.github.partnercenter4j.conformance

import io.github.partnercenter4j.client.CallOptions
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.testing.Literals
import io.github.partnercenter4j.testing.SpecDocument
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.function.UnaryOperator
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The client reads what the sandbox sends. */
class SandboxSpec extends Specification {
    static final List<String> MEDIA_TYPES = SpecDocument.CURRENT.responses('getProvisioningStatus')*.mediaType.unique()

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @Shared
    @AutoCleanup
    PartnerCenter partnerCenter = client(sandbox.token())

    def 'the sample order in #mediaType becomes the record that is written by hand'() {
        when:
        def response = partnerCenter.with({ o -> o.accept(mediaType) } as UnaryOperator<CallOptions>).orders()
                .getProvisioningStatusWithResponse(sandbox.customerId(), sandbox.orderId())

        then:
        response.value() == Literals.SAMPLE
        response.status() == 200
        response.header('Content-Type').startsWith(mediaType)

        where:
        mediaType << MEDIA_TYPES
    }

    def 'an error of the sandbox in #mediaType becomes an exception with the whole fault: #status'() {
        given:
        def orders = (token == null ? client('wrong') : partnerCenter).with({ o -> o.accept(mediaType) } as UnaryOperator<CallOptions>).orders()

        when:
        orders.getProvisioningStatus(customer, order)

        then:
        def e = thrown(ServiceException)
        e.status() == status
        e.code() == code
        e.description()

        where:
        [[status, code, token, customer, order], mediaType] << [
                [
                        [401, '800001', null, Literals.CUSTOMER, Literals.ORDER],
                        [404, '20000', 'good', Literals.CUSTOMER, 'no-such-order']
                ],
                MEDIA_TYPES
        ].combinations()
    }

    def 'the response to the Accept header of the documentation is JSON'() {
        given:
        def request = HttpRequest.newBuilder(URI.create("${sandbox.baseUrl()}/v1/customers/${sandbox.customerId()}/orders/${sandbox.orderId()}/provisioningstatus"))
                .header('Accept', 'application/json, text/plain, */*')
                .header('Authorization', 'Bearer ' + sandbox.token())
                .header('MS-RequestId', 'd0e38dfd-a2c5-4a14-ac06-12d30f0ec54e')
                .header('MS-CorrelationId', 'e937630b-8341-4d70-8f73-450d32ee0189')
                .header('X-Locale', 'en-US')
                .build()

        when:
        def response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())

        then:
        response.statusCode() == 200
        response.headers().firstValue('Content-Type').get() == 'application/json; charset=utf-8'
        response.headers().firstValue('MS-RequestId').get() == 'd0e38dfd-a2c5-4a14-ac06-12d30f0ec54e'
        response.headers().firstValue('MS-CorrelationId').get() == 'e937630b-8341-4d70-8f73-450d32ee0189'
        response.body() == '{"totalCount":1,"items":[{"orderLineItemId":0,"lineItemNumber":0,"status":"fulfilled",' +
                '"quantityProvisioningInformation":[{"quantity":1,"status":"fulfilled"}]}],"attributes":{"objectType":"Collection"}}'
    }

    private PartnerCenter client(String token) {
        PartnerCenter.builder().baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(token)).build()
    }
}
