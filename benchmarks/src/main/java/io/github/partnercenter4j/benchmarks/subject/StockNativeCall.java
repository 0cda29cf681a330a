package io.github.partnercenter4j.benchmarks.subject;

import io.github.partnercenter4j.benchmarks.stock.jdk.ApiClient;
import io.github.partnercenter4j.benchmarks.stock.jdk.ApiException;
import io.github.partnercenter4j.benchmarks.stock.jdk.api.OrdersApi;
import java.util.UUID;

/** The call with what the generator's stock template native gives. */
final class StockNativeCall implements StatusCall {
    private final OrdersApi orders;

    StockNativeCall(String baseUrl) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(baseUrl + "/v1");
        client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + TOKEN));
        orders = new OrdersApi(client);
    }

    @Override
    public Object get() throws ApiException {
        return orders.getProvisioningStatus(
                UUID.fromString(CUSTOMER_ID),
                ORDER_ID,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "en-US",
                "v1",
                null,
                null,
                null,
                null);
    }

    @Override
    public void close() {
        // The template has no method to close a client.
    }
}
