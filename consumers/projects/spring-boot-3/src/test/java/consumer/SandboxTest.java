package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.github.partnercenter4j.sandbox.Responses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** The application calls the sandbox, which is one of its beans and is reset before each test. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "partnercenter.sandbox.enabled=true",
            "management.endpoints.web.exposure.include=health,metrics,configprops",
            "management.endpoint.health.show-details=always",
            "management.endpoint.configprops.show-values=always",
            "management.health.partnercenter.enabled=true",
            "partnercenter.health.customer-id=0c39d6d5-c70d-4c55-bc02-f620844f3fd1",
            "partnercenter.health.order-id=no-such-order",
            "partnercenter.credential.client-secret=env:MY_SECRET",
            "MY_SECRET=s3cret-of-the-application"
        })
class SandboxTest {
    private final PartnerCenterSandbox sandbox;
    private final int port;

    SandboxTest(@Autowired PartnerCenterSandbox sandbox, @Value("${local.server.port}") int port) {
        this.sandbox = sandbox;
        this.port = port;
    }

    @Test
    void anOrderIsPending() throws Exception {
        sandbox.next(Responses.pending());
        String reason = get("/orders/" + sandbox.customerId() + "/" + sandbox.orderId());
        assertEquals("line item 0 is PrefulfillmentPending", reason);
        sandbox.requests().hasCount(1);
    }

    @Test
    void theCallsAreMeasured() throws Exception {
        get("/orders/" + sandbox.customerId() + "/" + sandbox.orderId());
        String metric = get("/actuator/metrics/partnercenter.client");
        assertTrue(metric.contains("\"COUNT\"") && metric.contains("provisioningstatus"), metric);
    }

    @Test
    void theHealthIndicatorCallsTheServiceOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            String health = get("/actuator/health");
            assertTrue(health.contains("\"partnercenter\":{\"status\":\"UP\"") || health.contains("\"partnercenter\":{\"details\""), health);
            assertTrue(health.contains("not found"), health);
        }
        sandbox.requests().hasCount(1);
    }

    @Test
    void theActuatorShowsTheReferenceAndNotTheSecret() throws Exception {
        String properties = get("/actuator/configprops");
        assertTrue(properties.contains("env:MY_SECRET"), properties);
        assertTrue(!properties.contains("s3cret") && !properties.contains(sandbox.token()));
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }
}
