package io.github.partnercenter4j.benchmarks;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection;

/** The client of this project with its default options. */
final class OurCall implements StatusCall {
    private final PartnerCenter partnerCenter;
    private final OrdersApi orders;

    OurCall(String baseUrl, Format format) {
        partnerCenter = PartnerCenter.builder()
                .baseUrl(baseUrl)
                .credential(Credential.ofToken(TOKEN))
                .build();
        orders = partnerCenter.with(options -> options.format(format)).orders();
    }

    @Override
    public OrderLineItemProvisioningStatusCollection get() {
        return orders.getProvisioningStatus(CUSTOMER_ID, ORDER_ID);
    }

    @Override
    public void close() {
        partnerCenter.close();
    }
}
