package consumer;

import consumer.subscriptions.SubscriptionsApi;
import io.github.partnercenter4j.conformance.ConformanceSuite;
import java.nio.file.Path;
import java.util.List;

/** Each requirement of the document, tested with the sandbox and with the client. */
class SubscriptionsConformanceTest extends ConformanceSuite {
    @Override
    protected Path spec() {
        return Path.of("src/main/openapi/subscriptions.yaml");
    }

    @Override
    protected List<Class<?>> client() {
        return List.of(SubscriptionsApi.class);
    }
}
