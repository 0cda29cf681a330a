package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import consumer.api.OrdersApi;
import consumer.client.ApiClient;
import io.github.partnercenter4j.sandbox.ClientSettings;
import io.github.partnercenter4j.sandbox.SandboxExtension;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class OtherClientTest {
    @Test
    void readsTheSampleOrder(ClientSettings settings) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(settings.baseUrl() + "/v1");
        client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + settings.token()));
        var request = OrdersApi.APIGetProvisioningStatusRequest.newBuilder()
                .customerId(UUID.fromString(settings.customerId()))
                .orderId(settings.orderId())
                .build();
        var status = new OrdersApi(client).getProvisioningStatus(request);
        assertEquals("fulfilled", status.getItems().get(0).getStatus());
    }
}
