package io.github.partnercenter4j.conformance.judge

import groovy.transform.CompileStatic
import io.github.partnercenter4j.conformance.wire.Exchange
import io.github.partnercenter4j.conformance.wire.HttpHeader
import io.github.partnercenter4j.conformance.wire.HttpRequest
import io.github.partnercenter4j.conformance.wire.HttpResponse

/** Exchanges as Microsoft's documentation shows them, written by hand for the specs of the judges. */
@CompileStatic
class Exchanges {
    static final String TARGET = '/v1/customers/0c39d6d5-c70d-4c55-bc02-f620844f3fd1/orders/34828C05-C16C-4D6F-9CFC-4D2650EF19A1/provisioningstatus'
    static final String REQUEST_ID = 'd0e38dfd-a2c5-4a14-ac06-12d30f0ec54e'
    static final String CORRELATION_ID = 'e937630b-8341-4d70-8f73-450d32ee0189'
    static final String SAMPLE = '{"totalCount":1,"items":[{"orderLineItemId":0,"lineItemNumber":0,"status":"fulfilled",' +
            '"quantityProvisioningInformation":[{"quantity":1,"status":"fulfilled"}]}],"attributes":{"objectType":"Collection"}}'
    static final String FAULT = '{"code":"20000","description":"Order Id not found","data":[],"source":"PartnerApi"}'
    static final String SAMPLE_XML = '<OrderLineItemProvisioningStatusCollection><totalCount>1</totalCount><items><OrderLineItemProvisioningStatus>' +
            '<orderLineItemId>0</orderLineItemId><lineItemNumber>0</lineItemNumber><status>fulfilled</status><quantityProvisioningInformation>' +
            '<QuantityProvisioningStatus><quantity>1</quantity><status>fulfilled</status></QuantityProvisioningStatus></quantityProvisioningInformation>' +
            '</OrderLineItemProvisioningStatus></items><attributes><objectType>Collection</objectType></attributes></OrderLineItemProvisioningStatusCollection>'

    static Exchange of(int status, String mediaType, String body, Map<String, String> further = [:]) {
        Map<String, String> request = [Accept: mediaType, 'Accept-Encoding': 'gzip', 'MS-RequestId': REQUEST_ID, 'MS-CorrelationId': CORRELATION_ID]
        Map<String, String> response = ['Content-Type': mediaType + '; charset=utf-8', 'MS-RequestId': REQUEST_ID, 'MS-CorrelationId': CORRELATION_ID,
                                        'MS-CV': 'InswEQre402koceL.0', Date: 'Thu, 20 Apr 2017 19:23:39 GMT'] + further
        new Exchange(new HttpRequest('GET', TARGET, headers(request)), new HttpResponse(status, '', headers(response), body.getBytes('UTF-8')))
    }

    private static List<HttpHeader> headers(Map<String, String> lines) {
        lines.collect { String name, String value -> new HttpHeader(name, value) }
    }
}
