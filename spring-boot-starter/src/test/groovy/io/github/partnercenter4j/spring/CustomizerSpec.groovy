package io.github.partnercenter4j.spring

import static io.github.partnercenter4j.spring.StartedApplication.start

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.MicrometerObserver
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.client.RequestInterceptor
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.micrometer.observation.Observation
import io.micrometer.observation.ObservationHandler
import io.micrometer.observation.ObservationRegistry
import java.time.Duration
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.core.annotation.Order
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What an application changes at the builder, and when. */
class CustomizerSpec extends Specification {
    static final List<String> OBSERVED = []

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @Configuration(proxyBeanMethods = false)
    static class Customized {
        @Bean
        PartnerCenterBuilderCustomizer gateway() {
            { builder -> builder.interceptor({ RequestInterceptor.Request request -> request.addHeader('X-Gateway', 'blue') } as RequestInterceptor) } as PartnerCenterBuilderCustomizer
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class InOrder {
        @Bean
        @Order(2)
        PartnerCenterBuilderCustomizer second() {
            { builder -> builder.timeout(Duration.ofSeconds(2)) } as PartnerCenterBuilderCustomizer
        }

        @Bean
        @Order(1)
        PartnerCenterBuilderCustomizer first() {
            { builder -> builder.timeout(Duration.ofSeconds(1)) } as PartnerCenterBuilderCustomizer
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnObserver {
        @Bean
        ObservationRegistry registry() {
            recording('application')
        }

        @Bean
        PartnerCenterBuilderCustomizer observer() {
            { builder -> builder.observer(MicrometerObserver.of(recording('customizer'))) } as PartnerCenterBuilderCustomizer
        }

        private static ObservationRegistry recording(String name) {
            ObservationRegistry.create().tap {
                observationConfig().observationHandler([supportsContext: { true }, onStop: { Observation.Context context -> OBSERVED << name }] as ObservationHandler)
            }
        }
    }

    def setupSpec() {
        AutoConfigurationSpec.OwnCredential.token = sandbox.token()
    }

    def 'a customizer changes the builder'() {
        given:
        def context = start(['partnercenter.base-url': sandbox.baseUrl()], AutoConfigurationSpec.OwnCredential, Customized)

        when:
        context.getBean(OrdersApi).getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        sandbox.requests().last().hasHeader('X-Gateway', 'blue')

        cleanup:
        context.close()
    }

    def 'customizers are called in their order, after the properties were applied'() {
        given:
        def context = start(['partnercenter.timeout': '90s'], AutoConfigurationSpec.OwnCredential, InOrder)

        expect:
        context.getBean(PartnerCenter).@options.settings().timeout() == Duration.ofSeconds(2)

        cleanup:
        context.close()
    }

    def 'a customizer can replace the observer of the registry'() {
        given:
        def context = start(['partnercenter.base-url': sandbox.baseUrl()], AutoConfigurationSpec.OwnCredential, OwnObserver)

        when:
        context.getBean(OrdersApi).getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        OBSERVED == ['customizer']

        cleanup:
        context.close()
    }
}
