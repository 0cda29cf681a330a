package io.github.partnercenter4j.spring

import static io.github.partnercenter4j.spring.StartedApplication.start

import feign.RequestLine
import io.github.partnercenter4j.api.Operation
import io.github.partnercenter4j.api.OrdersApi
import io.github.partnercenter4j.client.Cloud
import io.github.partnercenter4j.client.Credential
import io.github.partnercenter4j.client.PartnerCenter
import io.github.partnercenter4j.model.OrderLineItemProvisioningStatusCollection
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox
import io.micrometer.observation.Observation
import io.micrometer.observation.ObservationHandler
import io.micrometer.observation.ObservationRegistry
import java.time.Duration
import org.springframework.beans.factory.NoSuchBeanDefinitionException
import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.context.annotation.Primary
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What an application gets without declaring it, and what it can declare instead. */
class AutoConfigurationSpec extends Specification {
    static final List<String> OBSERVED = []

    @Shared
    @AutoCleanup
    PartnerCenterSandbox sandbox = PartnerCenterSandbox.start()

    /** An interface of another OpenAPI document. */
    interface ThingsApi {
        @Operation(id = 'getThings', success = ['200'], mediaTypes = ['application/json'])
        @RequestLine('GET /v1/things')
        OrderLineItemProvisioningStatusCollection getThings()
    }

    interface NotGenerated {
        String call()
    }

    interface HalfGenerated extends ThingsApi, NotGenerated {}

    @Configuration(proxyBeanMethods = false)
    static class OwnCredential {
        static String token

        @Bean
        Credential credential() {
            Credential.ofToken(token)
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {
        @Bean
        PartnerCenter mine() {
            PartnerCenter.builder().cloud(Cloud.CHINA).credential(Credential.ofToken('s3cret')).build()
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OtherClient {
        @Bean
        PartnerCenter other() {
            PartnerCenter.builder().credential(Credential.ofToken('s3cret')).build()
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PrimaryClient {
        @Bean
        @Primary
        PartnerCenter primary() {
            PartnerCenter.builder().baseUrl('https://primary.example').credential(Credential.ofToken('s3cret')).build()
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnApis {
        @Bean
        OrdersApi orders() {
            [toString: { 'my orders' }] as OrdersApi
        }

        @Bean
        ThingsApi things() {
            [toString: { 'my things' }] as ThingsApi
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Observing {
        @Bean
        ObservationRegistry registry() {
            ObservationRegistry.create().tap {
                observationConfig().observationHandler([supportsContext: { true }, onStop: { Observation.Context context -> OBSERVED << context.name }] as ObservationHandler)
            }
        }
    }

    def setupSpec() {
        OwnCredential.token = sandbox.token()
    }

    def setup() {
        sandbox.reset()
    }

    def 'the client and its orders are beans, and the client is closed with the context'() {
        given:
        def context = start(['partnercenter.base-url': sandbox.baseUrl()], OwnCredential)

        when:
        def status = context.getBean(OrdersApi).getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        status.items().size() == 1

        when:
        def orders = context.getBean(PartnerCenter).orders()
        context.close()
        orders.getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        def e = thrown(IllegalStateException)
        e.message.contains('The client is closed')
    }

    def 'the properties #properties set the client'() {
        given:
        def context = start(properties, OwnCredential)

        expect:
        setting(context.getBean(PartnerCenter)) == expected

        cleanup:
        context.close()

        where:
        properties                                    | setting                                      || expected
        [:]                                           | { it.@pipeline.@baseUrl as String }          || 'https://api.partnercenter.microsoft.com'
        ['partnercenter.cloud': 'china']              | { it.@pipeline.@baseUrl as String }          || 'https://partner.partnercenterapi.microsoftonline.cn'
        ['partnercenter.cloud': 'us-government']      | { it.@pipeline.@attempt.@next.@cloud }       || Cloud.US_GOVERNMENT
        ['partnercenter.base-url': 'https://a.example/b'] | { it.@pipeline.@baseUrl as String }      || 'https://a.example/b'
        [:]                                           | { it.@options.settings().timeout() }         || Duration.ofSeconds(60)
        ['partnercenter.timeout': '90s']              | { it.@options.settings().timeout() }         || Duration.ofSeconds(90)
    }

    def 'a client that the application declares is used, and no credential is needed'() {
        given:
        def context = start(['partnercenter.apis': ThingsApi.name], OwnClient)

        expect:
        context.getBeansOfType(PartnerCenter).keySet() == ['mine'] as Set
        context.getBean(OrdersApi).toString() == 'OrdersApi[https://partner.partnercenterapi.microsoftonline.cn]'
        context.getBean(ThingsApi).toString() == 'ThingsApi[https://partner.partnercenterapi.microsoftonline.cn]'

        cleanup:
        context.close()
    }

    def 'of several clients of the application, the primary one is called'() {
        given:
        def context = start(['partnercenter.apis': ThingsApi.name], OwnClient, OtherClient, PrimaryClient)

        expect:
        context.getBeansOfType(PartnerCenter).keySet() == ['mine', 'other', 'primary'] as Set
        [context.getBean(OrdersApi), context.getBean(ThingsApi)]*.toString() == ['OrdersApi[https://primary.example]', 'ThingsApi[https://primary.example]']

        cleanup:
        context.close()
    }

    def 'with several clients and no primary one the application starts, and there is no OrdersApi of any of them'() {
        given:
        def context = start([:], OwnClient, OtherClient)

        when:
        context.getBean(OrdersApi)

        then:
        thrown(NoSuchBeanDefinitionException)

        cleanup:
        context.close()
    }

    def 'each interface in partnercenter.apis is a bean, and no other'() {
        given:
        def context = start(['partnercenter.base-url': sandbox.baseUrl(), 'partnercenter.apis': apis], OwnCredential)

        expect:
        context.getBeansOfType(OrdersApi).size() == 1
        context.getBeansOfType(ThingsApi).size() == things

        cleanup:
        context.close()

        where:
        apis                                               || things
        ''                                                 || 0
        ThingsApi.name                                     || 1
        "$OrdersApi.name, $ThingsApi.name"                 || 1
    }

    def 'interfaces that the application implements itself are used'() {
        given:
        def context = start(['partnercenter.apis': ThingsApi.name], OwnCredential, OwnApis)

        expect:
        context.getBean(OrdersApi).toString() == 'my orders'
        context.getBean(ThingsApi).toString() == 'my things'

        cleanup:
        context.close()
    }

    def 'calls are observed by the registry of the application: #observed'() {
        given:
        OBSERVED.clear()
        def context = start(['partnercenter.base-url': sandbox.baseUrl()], *configurations)

        when:
        context.getBean(OrdersApi).getProvisioningStatus(sandbox.customerId(), sandbox.orderId())

        then:
        OBSERVED == observed

        cleanup:
        context.close()

        where:
        configurations             || observed
        [OwnCredential, Observing] || ['partnercenter.client']
        [OwnCredential]            || []
    }
}
