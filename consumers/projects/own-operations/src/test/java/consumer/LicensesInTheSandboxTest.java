package consumer;

import static org.junit.jupiter.api.Assertions.*;

import consumer.subscriptions.SubscriptionsApi;
import consumer.subscriptions.model.SubscriptionStatus;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operations of the document, against a sandbox that serves it. */
class LicensesInTheSandboxTest {
    private PartnerCenterSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = PartnerCenterSandbox.builder()
                .spec(Path.of("src/main/openapi/subscriptions.yaml"))
                .start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private PartnerCenter client(String token) {
        return PartnerCenter.builder()
                .baseUrl(sandbox.baseUrl())
                .credential(Credential.ofToken(token))
                .options(o -> o.maxRetries(0))
                .build();
    }

    @Test
    void everyOperationResponds() {
        try (var partnerCenter = client(sandbox.token())) {
            var api = partnerCenter.api(SubscriptionsApi.class);
            assertNotNull(api.getSubscriptionProvisioningStatus(sandbox.customerId(), "a").skuId());
            assertNotNull(partnerCenter.with(o -> o.format(Format.XML)).api(SubscriptionsApi.class)
                    .getSubscriptionProvisioningStatus(sandbox.customerId(), "a").skuId());
            assertFalse(api.listSubscriptions(sandbox.customerId(), List.of(SubscriptionStatus.ACTIVE)).items().isEmpty());
            new Licenses(partnerCenter).move(sandbox.customerId(), "a", 2, "CFQ7:0001:CFQ8");
        }
    }

    @Test
    void aWrongTokenIs401() {
        assertEquals(401, status(() -> client("s3cret-wrong-token"), sandbox.customerId()));
    }

    @Test
    void anUnknownCustomerIs404() {
        assertEquals(404, status(() -> client(sandbox.token()), "11111111-2222-3333-4444-555555555555"));
    }

    @Test
    void moreRequestsThanTheQuotaAre429() {
        sandbox.setQuota(1);
        try (var partnerCenter = client(sandbox.token())) {
            new Licenses(partnerCenter).isProvisioned(sandbox.customerId(), "a");
        }
        assertEquals(429, status(() -> client(sandbox.token()), sandbox.customerId()));
    }

    private static int status(Supplier<PartnerCenter> client, String customerId) {
        try (var partnerCenter = client.get()) {
            var licenses = new Licenses(partnerCenter);
            return assertThrows(ServiceException.class, () -> licenses.isProvisioned(customerId, "a")).status();
        }
    }
}
