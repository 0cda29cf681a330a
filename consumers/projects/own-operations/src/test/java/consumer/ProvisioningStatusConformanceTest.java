package consumer;

import io.github.partnercenter4j.conformance.ConformanceSuite;
import java.nio.file.Path;

/** Each requirement of one operation, tested with the sandbox. */
class ProvisioningStatusConformanceTest extends ConformanceSuite {
    @Override
    protected Path spec() {
        return Path.of("src/main/openapi/provisioningstatus.yaml");
    }
}
