package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.entra.EntraCredential;
import io.github.partnercenter4j.client.entra.EntraCredentialBuilder;
import io.github.partnercenter4j.client.entra.TokenStore;
import io.github.partnercenter4j.spring.PartnerCenterProperties.CredentialProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Creates the credential that the properties describe. */
final class ConfiguredCredential {
    private static final String PREFIX = "partnercenter.credential.";
    private static final String REFRESH_TOKEN = PREFIX + "refresh-token";
    private static final String ACCESS_TOKEN = PREFIX + "access-token";
    private static final String CLIENT_SECRET = PREFIX + "client-secret";
    private static final String CERTIFICATE = PREFIX + "certificate-bundle";

    private final CredentialProperties properties;
    private final SecretReference secrets;
    private final Network network;
    private final Certificates certificates;
    private final ObjectProvider<TokenStore> stores;

    ConfiguredCredential(
            CredentialProperties properties,
            SecretReference secrets,
            Network network,
            Certificates certificates,
            ObjectProvider<TokenStore> stores) {
        this.properties = properties;
        this.secrets = secrets;
        this.network = network;
        this.certificates = certificates;
        this.stores = stores;
    }

    /**
     * Creates the credential. Nothing is sent.
     *
     * @throws InvalidSettingException if no credential is described, or it is incomplete
     */
    Credential create() {
        String accessToken = properties.accessToken();
        String refreshToken = properties.refreshToken();
        if (accessToken != null && refreshToken != null) {
            throw new InvalidSettingException(
                    ACCESS_TOKEN, "cannot be set together with " + REFRESH_TOKEN, "Remove one of them.");
        }
        if (accessToken != null) {
            return fixed(accessToken);
        }
        if (refreshToken == null) {
            throw new InvalidSettingException(
                    REFRESH_TOKEN,
                    "is missing, and there is no other credential",
                    "Set it to a reference such as file:/run/secrets/refresh-token, with " + PREFIX + "tenant and "
                            + PREFIX
                            + "client-id; or set " + ACCESS_TOKEN
                            + "; or declare a bean of the type Credential. For a test, set partnercenter.sandbox.enabled.");
        }
        return refreshed(refreshToken);
    }

    private Credential fixed(String reference) {
        // Fails the start, and not the first call.
        InvalidSettingException.check(ACCESS_TOKEN, () -> Credential.ofToken(secrets.read(ACCESS_TOKEN, reference)));
        return Credential.ofSupplier(() -> secrets.read(ACCESS_TOKEN, reference));
    }

    private Credential refreshed(String reference) {
        String tenant = require("tenant", properties.tenant());
        String clientId = require("client-id", properties.clientId());
        String refreshToken = secrets.read(REFRESH_TOKEN, reference);
        EntraCredentialBuilder builder = builder(refreshToken);
        InvalidSettingException.check(PREFIX + "tenant", () -> builder.tenant(tenant));
        InvalidSettingException.check(PREFIX + "client-id", () -> builder.clientId(clientId));
        String authority = properties.authority();
        if (authority != null) {
            InvalidSettingException.check(PREFIX + "authority", () -> builder.authority(authority));
        }
        authenticate(builder);
        network.applyTo(builder);
        TokenStore store = store();
        return store == null ? builder.build() : builder.store(store).build();
    }

    private static EntraCredentialBuilder builder(String refreshToken) {
        try {
            return EntraCredential.refreshToken(refreshToken);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    REFRESH_TOKEN,
                    "refers to something that is not a token",
                    "Check the content of what it refers to.");
        }
    }

    private void authenticate(EntraCredentialBuilder builder) {
        String secret = properties.clientSecret();
        String bundle = properties.certificateBundle();
        if (secret != null && bundle != null) {
            throw new InvalidSettingException(
                    CERTIFICATE, "cannot be set together with " + CLIENT_SECRET, "Remove one of them.");
        }
        if (secret != null) {
            InvalidSettingException.check(
                    CLIENT_SECRET, () -> builder.clientSecret(secrets.read(CLIENT_SECRET, secret)));
        }
        if (bundle != null) {
            certificates.authenticate(builder, CERTIFICATE, bundle);
        }
    }

    private @Nullable TokenStore store() {
        TokenStore bean = stores.getIfAvailable();
        return bean != null ? bean : properties.store() == null ? null : TokenStore.file(properties.store());
    }

    private static String require(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new InvalidSettingException(PREFIX + name, "is missing", "A refresh token needs it: set it.");
        }
        return value;
    }
}
