package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.MicrometerObserver;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.sandbox.Responses;
import io.github.partnercenter4j.sandbox.ClientSettings;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.github.partnercenter4j.sandbox.SandboxExtension;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class ManagedVersionsTest {
    @Test
    void callsInBothFormatsAndIsObserved(PartnerCenterSandbox sandbox, ClientSettings settings) {
        List<String> observed = new ArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {
            @Override
            public void onStop(Observation.Context context) {
                observed.add(context.getName());
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        try (var partnerCenter = PartnerCenter.builder()
                .baseUrl(settings.baseUrl())
                .credential(Credential.ofToken(settings.token()))
                .observer(MicrometerObserver.of(registry))
                .build()) {
            for (Format format : Format.values()) {
                sandbox.next(Responses.tooManyRequests().retryAfter(Duration.ZERO)).then(Responses.usual());
                var status = partnerCenter
                        .with(o -> o.format(format))
                        .orders()
                        .getProvisioningStatus(settings.customerId(), settings.orderId());
                assertEquals("fulfilled", status.items().get(0).status());
            }
        }
        assertEquals(List.of("partnercenter.client", "partnercenter.client"), observed);
        sandbox.requests().hasCount(4);
    }
}
