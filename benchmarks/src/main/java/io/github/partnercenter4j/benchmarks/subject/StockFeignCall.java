package io.github.partnercenter4j.benchmarks.subject;

import feign.Client;
import feign.Feign;
import io.github.partnercenter4j.benchmarks.stock.feign.ApiClient;
import io.github.partnercenter4j.benchmarks.stock.feign.api.OrdersApi;
import java.util.UUID;

/** The call with what the generator's stock template for Feign gives. */
record StockFeignCall(OrdersApi orders) implements StatusCall {

    static StockFeignCall onHttpClient5(String baseUrl) {
        return of(new ApiClient("bearer"), baseUrl);
    }

    static StockFeignCall onDefaultClient(String baseUrl) {
        ApiClient client = new ApiClient("bearer");
        Feign.Builder builder = client.getFeignBuilder().client(new Client.Default(null, null));
        return of(client.setFeignBuilder(builder), baseUrl);
    }

    private static StockFeignCall of(ApiClient client, String baseUrl) {
        client.setBasePath(baseUrl + "/v1");
        client.setBearerToken(TOKEN);
        return new StockFeignCall(client.buildClient(OrdersApi.class));
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
        // The template keeps its HTTP client in a constant.
    }
}
