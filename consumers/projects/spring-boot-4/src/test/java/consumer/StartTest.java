package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The application starts with a sign-in and SSL bundles, and says what is wrong if it cannot start. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @Test
    void signsInAndIsClosed(@TempDir Path folder, CapturedOutput output) throws Exception {
        try (PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()) {
            var server = sandbox.authorizationServer();
            Path trust = folder.resolve("trust.p12");
            try (OutputStream out = Files.newOutputStream(trust)) {
                sandbox.trustStore().store(out, "s3cret-password".toCharArray());
            }
            Path refreshToken = Files.writeString(folder.resolve("refresh-token"), server.refreshToken() + "\n");
            PartnerCenter partnerCenter;
            try (var context = start(
                    "--partnercenter.base-url=" + sandbox.baseUrl(),
                    "--partnercenter.ssl.bundle=sandbox",
                    "--spring.ssl.bundle.jks.sandbox.truststore.location=file:" + trust,
                    "--spring.ssl.bundle.jks.sandbox.truststore.password=s3cret-password",
                    "--partnercenter.credential.tenant=" + server.tenantId(),
                    "--partnercenter.credential.client-id=" + server.clientId(),
                    "--partnercenter.credential.authority=" + server.url(),
                    "--partnercenter.credential.refresh-token=file:" + refreshToken,
                    "--partnercenter.credential.client-secret=env:my.secret",
                    "--my.secret=" + server.clientSecret())) {
                partnerCenter = context.getBean(PartnerCenter.class);
                var status = context.getBean(OrdersApi.class)
                        .getProvisioningStatus(sandbox.customerId(), sandbox.orderId());
                assertEquals("fulfilled", status.items().get(0).status());
                assertTrue(context.getBeansOfType(PartnerCenterSandbox.class).isEmpty());
            }
            var closed = assertThrows(
                    IllegalStateException.class,
                    () -> partnerCenter.orders().getProvisioningStatus(sandbox.customerId(), sandbox.orderId()));
            assertTrue(closed.getMessage().contains("closed"));
            assertFalse(output.getAll().contains(server.refreshToken()));
        }
    }

    @Test
    void saysWhatIsWrong(CapturedOutput output) {
        assertThrows(RuntimeException.class, () -> start("--partnercenter.sandbox.enabled=true", "--partnercenter.timeout=0s"));
        assertTrue(output.getAll().contains("APPLICATION FAILED TO START"), output.getAll());
        assertTrue(output.getAll().contains("The property partnercenter.timeout has an invalid value"), output.getAll());
        assertFalse(output.getAll().contains("\tat "), "no stack trace");
    }

    private static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).run(properties);
    }
}
