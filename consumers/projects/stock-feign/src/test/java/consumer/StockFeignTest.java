package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Feign;
import feign.FeignException;
import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.sandbox.ClientSettings;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.github.partnercenter4j.sandbox.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client's own rules, such as typed errors, retries and deadlines, are not there. What Feign does is. */
@ExtendWith(SandboxExtension.class)
class StockFeignTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsTheSampleOrder(ClientSettings settings) {
        var status = orders(settings).getProvisioningStatus(settings.customerId(), settings.orderId());
        assertEquals("fulfilled", status.items().get(0).status());
    }

    @Test
    void sendsAnIdWithASlashAsOneSegment(PartnerCenterSandbox sandbox, ClientSettings settings) {
        var e = assertThrows(
                FeignException.class, () -> orders(settings).getProvisioningStatus(settings.customerId(), "a/b"));
        assertEquals(404, e.status());
        sandbox.requests().last().hasTarget("/v1/customers/" + settings.customerId() + "/orders/a%2Fb/provisioningstatus");
    }

    private static OrdersApi orders(ClientSettings settings) {
        return Feign.builder()
                .requestInterceptor(request -> request.header("Authorization", "Bearer " + settings.token())
                        .header("Accept", "application/json"))
                .decoder((response, type) -> JSON.readValue(response.body().asInputStream(), JSON.constructType(type)))
                .target(OrdersApi.class, settings.baseUrl());
    }
}
