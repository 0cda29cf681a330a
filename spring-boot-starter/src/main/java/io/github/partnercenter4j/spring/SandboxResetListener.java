package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.util.ClassUtils;

/**
 * Resets a sandbox that is a bean before each test, as its JUnit extension does: Spring keeps the application for further tests.
 * Spring calls this before the test's own {@code @BeforeEach} methods.
 */
final class SandboxResetListener implements TestExecutionListener {
    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()
                && ClassUtils.isPresent(ConfiguredClient.SANDBOX, SandboxResetListener.class.getClassLoader())) {
            test.getApplicationContext()
                    .getBeansOfType(PartnerCenterSandbox.class, false, false)
                    .values()
                    .forEach(PartnerCenterSandbox::reset);
        }
    }
}
