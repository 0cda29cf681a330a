package io.github.partnercenter4j.sandbox

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass

import java.util.concurrent.CopyOnWriteArrayList
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.MethodOrderer
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestMethodOrder
import org.junit.jupiter.api.extension.ExtendWith
import org.junit.jupiter.api.extension.ExtensionContext
import org.junit.jupiter.api.extension.ParameterContext
import org.junit.platform.launcher.EngineFilter
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder
import org.junit.platform.launcher.core.LauncherFactory
import org.junit.platform.launcher.listeners.SummaryGeneratingListener
import spock.lang.Specification

class SandboxExtensionSpec extends Specification {

    static final List<PartnerCenterSandbox> SEEN = new CopyOnWriteArrayList<>()

    @ExtendWith(SandboxExtension)
    @TestMethodOrder(MethodOrderer.MethodName)
    static class PartnersTest {

        @BeforeEach
        void settings(ClientSettings settings) {
            assert settings.customerId() == '0c39d6d5-c70d-4c55-bc02-f620844f3fd1'
        }

        @Test
        void first(PartnerCenterSandbox sandbox, ClientSettings settings) {
            SEEN << sandbox
            assert settings == sandbox.clientSettings()
            assert get(settings) == 200
            sandbox.next(Responses.serverError())
        }

        @Test
        void second(PartnerCenterSandbox sandbox) {
            SEEN << sandbox
            sandbox.requests().hasCount(0)
            assert get(sandbox.clientSettings()) == 200
        }

        @Nested
        class Inner {

            @Test
            void third(PartnerCenterSandbox sandbox) {
                SEEN << sandbox
            }
        }

        private static int get(ClientSettings it) {
            RawClient.get("${it.baseUrl()}/v1/customers/${it.customerId()}/orders/${it.orderId()}/provisioningstatus", [Authorization: 'Bearer ' + it.token()]).statusCode()
        }
    }

    def "the tests of a class share a sandbox, which is closed after them"() {
        given:
        SEEN.clear()
        def summary = new SummaryGeneratingListener()
        def request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(PartnersTest)).filters(EngineFilter.includeEngines('junit-jupiter')).build()

        when:
        LauncherFactory.create().execute(request, summary)

        then:
        summary.summary.failures*.exception == []
        summary.summary.testsSucceededCount == 3
        SEEN.size() == 3
        SEEN.toSet().size() == 1

        when:
        RawClient.get(SEEN[0].baseUrl(), [:])

        then:
        thrown(ConnectException)
    }

    def "the settings as text do not contain the token"() {
        expect:
        new ClientSettings('http://x', 's3cret', 'c', 'o').toString() == 'ClientSettings[baseUrl=http://x, customerId=c, orderId=o]'
    }

    def "a parameter of type #type.simpleName is given by the extension: #supported"(Class<?> type, boolean supported) {
        given:
        def method = SandboxExtensionSpec.getDeclaredMethod('parameters', PartnerCenterSandbox, ClientSettings, String)
        def context = Stub(ParameterContext)
        context.parameter >> method.parameters.find { it.type == type }

        expect:
        new SandboxExtension().supportsParameter(context, Stub(ExtensionContext)) == supported

        where:
        type                 || supported
        PartnerCenterSandbox || true
        ClientSettings       || true
        String               || false
    }

    static void parameters(PartnerCenterSandbox sandbox, ClientSettings settings, String text) {}
}
