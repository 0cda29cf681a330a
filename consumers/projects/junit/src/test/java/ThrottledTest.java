import static io.github.partnercenter4j.sandbox.Responses.*;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.partnercenter4j.client.*;
import io.github.partnercenter4j.sandbox.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class ThrottledTest {
    @Test
    void isThrottledThenFulfilled(PartnerCenterSandbox sandbox, ClientSettings settings) {
        sandbox.next(tooManyRequests().retryAfter(ofSeconds(1))).then(fulfilled());
        try (var partnerCenter = PartnerCenter.builder()
                .baseUrl(settings.baseUrl())
                .credential(Credential.ofToken(settings.token()))
                .build()) {
            var status = partnerCenter.orders().getProvisioningStatus(settings.customerId(), settings.orderId());
            assertEquals("fulfilled", status.items().get(0).status());
        }
        sandbox.requests().hasCount(2).last().hasHeader("MS-RequestId");
    }
}
