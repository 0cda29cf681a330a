package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.client.PartnerCenterBuilder;

/**
 * Changes the builder of the auto-configured client. Declare a bean of this type for options that have no property, such as
 * retries, an interceptor or a request limiter. Several are called in the order of their {@code @Order}, after the properties
 * were applied.
 */
@FunctionalInterface
public interface PartnerCenterBuilderCustomizer {

    /**
     * Changes the builder.
     *
     * @param builder the builder, on which all properties are set
     */
    void customize(PartnerCenterBuilder builder);
}
