package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.MicrometerObserver;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.entra.TokenStore;
import io.github.partnercenter4j.sandbox.PartnerCenterSandbox;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Declares the client, which is closed with the context, and its generated interfaces. Each bean of the application wins. */
@AutoConfiguration
@EnableConfigurationProperties(PartnerCenterProperties.class)
final class PartnerCenterAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    PartnerCenter partnerCenter(
            PartnerCenterProperties properties,
            ObjectProvider<Credential> credentials,
            ObjectProvider<TokenStore> stores,
            ObjectProvider<SslBundles> bundles,
            ObjectProvider<PartnerCenterBuilderCustomizer> customizers,
            ConfigurableEnvironment environment,
            ResourceLoader files) {
        SecretReference secrets = new SecretReference(environment, files);
        Certificates certificates = new Certificates(bundles);
        Network network = new Network(properties, secrets, certificates);
        ConfiguredCredential configured =
                new ConfiguredCredential(properties.credential(), secrets, network, certificates, stores);
        return new ConfiguredClient(
                        properties, network, () -> credentials.getIfAvailable(configured::create), customizers)
                .build();
    }

    /** With several clients of the application, none of which is primary, it is for the application to say which. */
    @Bean
    @ConditionalOnSingleCandidate(PartnerCenter.class)
    @ConditionalOnMissingBean
    OrdersApi ordersApi(PartnerCenter partnerCenter) {
        return partnerCenter.orders();
    }

    /** Static, because it runs before other beans exist. */
    @Bean
    static ApiRegistrar partnerCenterApiRegistrar(Environment environment) {
        return new ApiRegistrar(environment);
    }

    /** Observes calls if the application observes at all. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "io.micrometer.observation.ObservationRegistry")
    static final class Observed {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        PartnerCenterBuilderCustomizer partnerCenterObservation(ObjectProvider<ObservationRegistry> registries) {
            return builder -> registries.ifUnique(registry -> builder.observer(MicrometerObserver.of(registry)));
        }
    }

    /**
     * Refuses the sandbox for a client of the application, which would call the service. As a nested class it is looked at
     * before the client above is declared, and so only finds another one.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnEnabled(ConfiguredClient.SANDBOX_ENABLED)
    @ConditionalOnBean(PartnerCenter.class)
    static final class SandboxOfNobody {
        /** A post-processor, because it runs before any bean can send a request. */
        @Bean
        static BeanFactoryPostProcessor partnerCenterSandboxRefusal() {
            return beans -> {
                throw new InvalidSettingException(
                        ConfiguredClient.SANDBOX_ENABLED,
                        "is true, but the application declares its own PartnerCenter, which would call the real service",
                        "Leave out that bean in the test; or remove the property, and build your client with the baseUrl()"
                                + " and token() of a PartnerCenterSandbox.start().");
            };
        }
    }

    /** Starts the sandbox and calls it, whatever the other properties and beans say. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = ConfiguredClient.SANDBOX)
    @ConditionalOnEnabled(ConfiguredClient.SANDBOX_ENABLED)
    static final class Sandboxed {
        @Bean
        @ConditionalOnMissingBean
        PartnerCenterSandbox partnerCenterSandbox() {
            return PartnerCenterSandbox.start();
        }

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        PartnerCenterBuilderCustomizer partnerCenterSandboxCustomizer(PartnerCenterSandbox sandbox) {
            return builder -> builder.baseUrl(sandbox.baseUrl()).credential(Credential.ofToken(sandbox.token()));
        }
    }
}
