package io.github.partnercenter4j.spring

import static io.github.partnercenter4j.spring.StartedApplication.start

import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import org.springframework.beans.factory.NoSuchBeanDefinitionException
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** An application calls its own sandbox if a property says so, and nothing else. */
class SandboxedApplicationSpec extends Specification {
    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    @Configuration(proxyBeanMethods = false)
    static class Elsewhere {
        @Bean
        PartnerCenterBuilderCustomizer elsewhere() {
            { builder -> builder.baseUrl('https://nowhere.invalid').credential(Credential.ofToken('s3cret')) } as PartnerCenterBuilderCustomizer
        }
    }

    def setupSpec() {
        AutoConfigurationSpec.OwnCredential.token = sandbox.token()
    }

    def 'with partnercenter.sandbox.enabled the sandbox is called, whatever else is set'() {
        given:
        def context = start(['partnercenter.sandbox.enabled': true, 'partnercenter.base-url': 'https://nowhere.invalid', 'partnercenter.proxy.url': 'http://127.0.0.1:1',
                             'partnercenter.credential.refresh-token': 'file:/nowhere'], *configurations)
        def own = context.getBean(PartnerCenterSandbox)

        expect:
        context.getBean(OrdersApi).getProvisioningStatus(own.customerId(), own.orderId()).items().size() == 1
        own.requests().count() == 1
        sandbox.requests().count() == 0

        when:
        context.close()
        new URI(own.baseUrl()).toURL().openConnection().responseCode

        then:
        thrown(ConnectException)

        where:
        configurations << [[], [AutoConfigurationSpec.OwnCredential], [Elsewhere]]
    }

    def 'the sandbox is called with partnercenter.sandbox.enabled=#yes'() {
        given:
        def context = start(['partnercenter.sandbox.enabled': yes])
        def own = context.getBean(PartnerCenterSandbox)

        expect:
        context.getBean(OrdersApi).getProvisioningStatus(own.customerId(), own.orderId()).items().size() == 1

        cleanup:
        context.close()

        where:
        yes << ['on', 'yes', '1', 'TRUE']
    }

    def 'without the property there is no sandbox: #properties'() {
        given:
        def context = start(properties, *configurations)

        when:
        context.getBean(PartnerCenterSandbox)

        then:
        thrown(NoSuchBeanDefinitionException)

        cleanup:
        context.close()

        where:
        properties                                | configurations
        [:]                                       | [AutoConfigurationSpec.OwnCredential]
        ['partnercenter.sandbox.enabled': false]  | [AutoConfigurationSpec.OwnCredential]
        ['partnercenter.sandbox.enabled': 'off']  | [AutoConfigurationSpec.OwnCredential]
        ['partnercenter.sandbox.enabled': 'no']   | [AutoConfigurationSpec.OwnCredential]
        ['partnercenter.sandbox.enabled': '0']    | [AutoConfigurationSpec.OwnCredential]
        ['partnercenter.sandbox.enabled': 'off']  | [AutoConfigurationSpec.OwnClient]
    }
}
