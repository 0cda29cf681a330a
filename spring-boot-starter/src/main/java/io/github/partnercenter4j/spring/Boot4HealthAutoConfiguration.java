package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.client.PartnerCenter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;

/** Declares the health indicator for the actuator of Spring Boot 4. It is off by default, because it calls the service. */
@AutoConfiguration(after = PartnerCenterAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
@ConditionalOnBean(PartnerCenter.class)
@ConditionalOnEnabled(ServiceHealth.ENABLED)
final class Boot4HealthAutoConfiguration {

    @Bean(ServiceHealth.BEAN)
    @ConditionalOnMissingBean(name = ServiceHealth.BEAN)
    HealthIndicator partnercenterHealthIndicator(PartnerCenter partnerCenter, PartnerCenterProperties properties) {
        ServiceHealth service = new ServiceHealth(partnerCenter, properties.health(), System::nanoTime);
        return () -> {
            ServiceHealth.Result result = service.check();
            return Health.status(new Status(result.state().name()))
                    .withDetails(result.details())
                    .build();
        };
    }
}
