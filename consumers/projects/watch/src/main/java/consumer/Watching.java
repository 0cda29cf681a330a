package consumer;

import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.watch.ProvisioningWatch;
import io.github.partnercenter4j.watch.Quota;
import java.nio.file.Path;
import java.time.Duration;

/** Watches the orders that were added before. */
public final class Watching {
    private Watching() {}

    public static void main(String[] args) throws InterruptedException {
        Credential credential = Credential.ofToken(System.getenv("PARTNER_CENTER_TOKEN"));
        try (PartnerCenter partnerCenter = PartnerCenter.builder().credential(credential).build();
                ProvisioningWatch watch = ProvisioningWatch.builder()
                        .partnerCenter(partnerCenter)
                        .store(Path.of(args[0]))
                        .quota(Quota.perMinute(100))
                        .build()) {
            watch.start();
            watch.awaitDone(Duration.ofHours(2));
        }
    }
}
