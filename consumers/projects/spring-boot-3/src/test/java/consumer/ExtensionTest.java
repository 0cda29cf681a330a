package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.partnercenter4j.sandbox.ClientSettings;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.github.partnercenter4j.sandbox.Responses;
import io.github.partnercenter4j.sandbox.SandboxExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application calls the sandbox of the JUnit extension, through the properties that it also has in production. */
@SpringBootTest
@ExtendWith(SandboxExtension.class)
class ExtensionTest {
    private static ClientSettings settings;

    @BeforeAll
    static void start(ClientSettings ofSandbox) {
        settings = ofSandbox;
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        properties.add("partnercenter.base-url", () -> settings.baseUrl());
        properties.add("partnercenter.credential.access-token", () -> "env:sandbox.token");
        properties.add("sandbox.token", () -> settings.token());
    }

    @RepeatedTest(2)
    void anOrderIsPending(@Autowired OrderController orders, PartnerCenterSandbox sandbox) {
        sandbox.next(Responses.pending());
        assertEquals("line item 0 is PrefulfillmentPending", orders.outcome(settings.customerId(), settings.orderId()));
        sandbox.requests().hasCount(1);
    }
}
