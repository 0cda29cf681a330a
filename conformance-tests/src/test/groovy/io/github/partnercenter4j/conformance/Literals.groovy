package io.github.partnercenter4j.conformance

import io.github.partnercenter4j.model.OrderLineItemProvisioningStatus
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.model.QuantityProvisioningStatus
import io.github.partnercenter4j.model.ResourceAttributes

/** What the sample of the documentation means, written out by hand from the source page, never by a decoder of ours. */
class Literals {
    static final String CUSTOMER = '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
    static final String ORDER = '34828C05-C16C-4D6F-9CFC-4D2650EF19A1'

    static final OrderLineItemProvisioningStatusCollection SAMPLE = OrderLineItemProvisioningStatusCollection.builder()
            .totalCount(1)
            .items([OrderLineItemProvisioningStatus.builder().orderLineItemId(0).lineItemNumber(0).status('fulfilled')
                            .quantityProvisioningInformation([QuantityProvisioningStatus.builder().quantity(1).status('fulfilled').build()]).build()])
            .attributes(ResourceAttributes.builder().objectType('Collection').build())
            .build()
}
