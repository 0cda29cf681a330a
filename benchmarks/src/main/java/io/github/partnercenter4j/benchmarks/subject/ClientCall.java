package io.github.partnercenter4j.benchmarks.subject;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.PartnerCenter;

/** The call with the client of this project and its default options. */
final class ClientCall implements StatusCall {
    private final PartnerCenter partnerCenter;
    private final OrdersApi orders;

    ClientCall(String baseUrl, Format format) {
        partnerCenter = PartnerCenter.builder()
                .baseUrl(baseUrl)
                .credential(Credential.ofToken(TOKEN))
                .build();
        orders = partnerCenter.with(options -> options.format(format)).orders();
    }

    @Override
    public Object get() {
        return orders.getProvisioningStatus(CUSTOMER_ID, ORDER_ID);
    }

    @Override
    public void close() {
        partnerCenter.close();
    }
}
