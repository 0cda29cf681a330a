package io.github.partnercenter4j.spring

import org.springframework.boot.Banner
import org.springframework.boot.WebApplicationType
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.builder.SpringApplicationBuilder
import org.springframework.boot.diagnostics.FailureAnalysis
import org.springframework.boot.diagnostics.FailureAnalyzer
import org.springframework.context.ConfigurableApplicationContext
import org.springframework.context.annotation.Configuration
import org.springframework.core.io.support.SpringFactoriesLoader

/** Starts applications with the auto-configuration, as Spring Boot starts them. */
class StartedApplication {
    static {
        // The tests have their own logging, and Spring Boot would set up another.
        System.setProperty('org.springframework.boot.logging.LoggingSystem', 'none')
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    static ConfigurableApplicationContext start(Map<String, ?> properties, Class<?>... configurations) {
        new SpringApplicationBuilder([Application, *configurations] as Class[]).web(WebApplicationType.NONE).bannerMode(Banner.Mode.OFF).registerShutdownHook(false)
                .properties(properties.collect { name, value -> "$name=$value".toString() } as String[]).run()
    }

    /** What Spring Boot says when the application does not start. */
    static FailureAnalysis failure(Map<String, ?> properties, Class<?>... configurations) {
        try {
            start(properties, configurations).close()
        } catch (Exception e) {
            // Analyzers that need the context of the application are left out.
            def others = { type, name, failure -> } as SpringFactoriesLoader.FailureHandler
            return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer, others).findResult { it.analyze(e) }
        }
        throw new AssertionError('The application started')
    }
}
