package io.github.partnercenter4j.testing

import io.github.partnercenter4j.model.KeyValuePair
import io.github.partnercenter4j.model.Link
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.model.QuantityProvisioningStatus
import io.github.partnercenter4j.model.ResourceAttributes
import io.github.partnercenter4j.model.ResourceLinks

/** The values of the spec's examples, written by hand from Microsoft's pages and not by a decoder of this project. */
class Literals {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final String ORDER = '34828C05-C16C-4D6F-9CFC-4D2650EF19A1'

    private static final String PATH = "/customers/$CUSTOMER/orders/$ORDER/provisioningstatus"

    static final OrderLineItemProvisioningStatusCollection SAMPLE = OrderLineItemProvisioningStatusCollection.builder()
            .totalCount(1)
            .items([item(0, 0, 'fulfilled', [quantity(1, 'fulfilled')])])
            .attributes(ResourceAttributes.builder().objectType('Collection').build())
            .build()

    static final OrderLineItemProvisioningStatusCollection EVERYTHING = OrderLineItemProvisioningStatusCollection.builder()
            .totalCount(2)
            .items([
                    item(100, 0, 'Fulfilled', [quantity(25, 'Fulfilled')]),
                    item(101, 1, 'PrefulfillmentPending', [quantity(7, 'Fulfilled'), quantity(3, 'PrefulfillmentPending')])
            ])
            .links(ResourceLinks.builder()
                    .self(link(PATH, 'dGhpcyBwYWdl', 'body of self'))
                    .next(link(PATH + '?size=2&seekOperation=Next', 'bmV4dCBwYWdl', 'body of next'))
                    .previous(link('/v1' + PATH + '?size=2&seekOperation=Previous', 'cHJldmlvdXMgcGFnZQ==', 'body of previous'))
                    .build())
            .attributes(ResourceAttributes.builder().etag('eyJ2ZXJzaW9uIjoyfQ==').objectType('Collection').build())
            .build()

    static final Map<String, OrderLineItemProvisioningStatusCollection> VALUES = [sample: SAMPLE, everything: EVERYTHING]

    static final Map<Integer, Map<String, Object>> FAULTS = [
            400: [code: '800002', description: 'The customer id is not a valid GUID.', data: ['not-a-guid'], source: 'PartnerApi'],
            401: [code: '800001', description: 'The access token is missing or is not valid.', data: [], source: 'PartnerApi'],
            403: [code: '20002', description: 'The caller has no right to see the orders of this customer.', data: [CUSTOMER], source: 'PartnerApi'],
            404: [code: '20000', description: 'Order Id not found', data: [ORDER], source: 'PartnerApi'],
            429: [code: '429', description: 'Too many requests were made. Try again in 57 seconds.', data: [], source: 'PartnerApi'],
            500: [code: '800003', description: 'The service could not retrieve the provisioning status.', data: ['Orders', 'Provisioning'], source: 'PartnerApi']
    ]

    private static OrderLineItemProvisioningStatus item(int id, int number, String status, List<QuantityProvisioningStatus> quantities) {
        OrderLineItemProvisioningStatus.builder()
                .orderLineItemId(id).lineItemNumber(number).status(status).quantityProvisioningInformation(quantities).build()
    }

    private static QuantityProvisioningStatus quantity(int quantity, String status) {
        QuantityProvisioningStatus.builder().quantity(quantity).status(status).build()
    }

    private static Link link(String uri, String token, String body) {
        Link.builder().uri(uri).method('GET').headers([KeyValuePair.builder().key('MS-ContinuationToken').value(token).build()]).body(body).build()
    }
}
