package io.github.partnercenter4j.spring

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.ServiceException
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.github.partnercenter4j.sandbox.Responses
import io.github.partnercenter4j.testing.Javac
import org.springframework.test.context.ContextConfiguration
import org.springframework.test.context.TestContextManager
import org.springframework.test.context.TestPropertySource
import spock.lang.Specification

/** Spring resets the sandbox before each test of an application, and leaves other applications alone. */
class SandboxResetSpec extends Specification {
    @ContextConfiguration(classes = StartedApplication.Application)
    @TestPropertySource(properties = 'partnercenter.sandbox.enabled=true')
    static class WithSandbox {
        void test() {}
    }

    @ContextConfiguration(classes = [StartedApplication.Application, AutoConfigurationSpec.OwnClient])
    static class WithoutSandbox {
        void test() {}
    }

    def 'planned responses and recorded requests of a test are gone before the next one'() {
        given:
        def manager = started(WithSandbox)
        def sandbox = manager.testContext.applicationContext.getBean(PartnerCenterSandbox)
        def orders = manager.testContext.applicationContext.getBean(OrdersApi)
        2.times { sandbox.next(Responses.forbidden()) }

        when:
        orders.getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        thrown(ServiceException)

        when:
        begin(manager)

        then:
        sandbox.requests().count() == 0
        orders.getProvisioningStatus(sandbox.customerId(), sandbox.orderId()).items().size() == 1
    }

    def 'an application without a sandbox is tested as ever'() {
        when:
        begin(started(WithoutSandbox))

        then:
        noExceptionThrown()
    }

    def 'without the sandbox on the class path nothing is reset'() {
        given:
        def jars = Javac.testClassPath.findAll { !(it =~ '[/-]sandbox') }
        def loader = new URLClassLoader(jars.collect { it.toUri().toURL() } as URL[], ClassLoader.platformClassLoader)
        def before = Thread.currentThread().contextClassLoader
        Thread.currentThread().contextClassLoader = loader

        when:
        loader.loadClass(SandboxResetSpec.name).getMethod('beginWithoutSandbox').invoke(null)

        then:
        noExceptionThrown()

        cleanup:
        Thread.currentThread().contextClassLoader = before
        loader?.close()
    }

    static void beginWithoutSandbox() {
        begin(started(WithoutSandbox))
    }

    private static TestContextManager started(Class<?> test) {
        new TestContextManager(test).tap { prepareTestInstance(test.getConstructor().newInstance()) }
    }

    private static void begin(TestContextManager manager) {
        def test = manager.testContext.testClass
        assert manager.testExecutionListeners.any { it instanceof SandboxResetListener }
        manager.beforeTestMethod(manager.testContext.testInstance, test.getMethod('test'))
    }
}
