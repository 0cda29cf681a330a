package io.github.partnercenter4j.benchmarks.subject;

import io.github.partnercenter4j.benchmarks.stock.restclient.ApiClient;
import io.github.partnercenter4j.benchmarks.stock.restclient.api.OrdersApi;
import java.util.UUID;

/** The call with what the generator's stock template restclient gives. */
final class StockRestClientCall implements StatusCall {
    private final OrdersApi orders;

    StockRestClientCall(String baseUrl) {
        ApiClient client = new ApiClient();
        client.setBasePath(baseUrl + "/v1");
        client.setBearerToken(TOKEN);
        orders = new OrdersApi(client);
    }

    @Override
    public Object get() {
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
