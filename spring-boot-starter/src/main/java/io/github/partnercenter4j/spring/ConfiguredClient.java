package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.PartnerCenter;
import io.github.partnercenter4j.client.PartnerCenterBuilder;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ClassUtils;

/** Builds the client that the properties describe. */
final class ConfiguredClient {
    static final String SANDBOX = "io.github.partnercenter4j.sandbox.PartnerCenterSandbox";
    static final String SANDBOX_ENABLED = "partnercenter.sandbox.enabled";

    private final PartnerCenterProperties properties;
    private final Network network;
    private final Supplier<Credential> credential;
    private final ObjectProvider<PartnerCenterBuilderCustomizer> customizers;

    ConfiguredClient(
            PartnerCenterProperties properties,
            Network network,
            Supplier<Credential> credential,
            ObjectProvider<PartnerCenterBuilderCustomizer> customizers) {
        this.properties = properties;
        this.network = network;
        this.credential = credential;
        this.customizers = customizers;
    }

    /**
     * Builds the client. Nothing is sent.
     *
     * @throws InvalidSettingException if a property has an invalid value, or there is no credential
     */
    PartnerCenter build() {
        PartnerCenterBuilder builder = PartnerCenter.builder().cloud(properties.cloud());
        InvalidSettingException.check("partnercenter.timeout", () -> builder.timeout(properties.timeout()));
        if (properties.sandbox().enabled()) {
            requireSandbox();
        } else {
            callTheService(builder);
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            if (properties.proxy().url() == null) {
                // Of a customizer.
                throw e;
            }
            throw new InvalidSettingException(
                    "partnercenter.proxy.url", "does not fit the base URL: " + e.getMessage(), "Correct one of them.");
        }
    }

    private void callTheService(PartnerCenterBuilder builder) {
        String baseUrl = properties.baseUrl();
        if (baseUrl != null) {
            InvalidSettingException.check("partnercenter.base-url", () -> builder.baseUrl(baseUrl));
        }
        network.applyTo(builder);
        builder.credential(credential.get());
    }

    private static void requireSandbox() {
        if (!ClassUtils.isPresent(SANDBOX, ConfiguredClient.class.getClassLoader())) {
            throw new InvalidSettingException(
                    SANDBOX_ENABLED,
                    "is true, but the sandbox is not on the class path",
                    "Add the dependency io.github.partnercenter4j:partnercenter4j-sandbox in test scope, or remove the"
                            + " property.");
        }
    }
}
