package io.github.partnercenter4j.spring;

import io.github.partnercenter4j.client.Cloud;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the client. None of them is a secret: each secret is named by a reference, see {@link SecretReference}, so
 * that neither a log nor the endpoints of the actuator can show one.
 *
 * @param cloud the cloud to call
 * @param baseUrl another address than that of the cloud, such as a gateway or a sandbox
 * @param timeout the time limit of a call with all its attempts; more than zero, at most a day
 * @param apis names of further generated interfaces, each of which becomes a bean
 * @param credential how calls authenticate, unless the application declares a bean of the type Credential
 * @param proxy the HTTP proxy, for calls and for the sign-in
 * @param ssl the certificates, for calls and for the sign-in
 * @param sandbox the simulated Partner Center, for tests
 * @param health the call that the health indicator makes
 */
@ConfigurationProperties("partnercenter")
record PartnerCenterProperties(
        @DefaultValue("public") Cloud cloud,
        @Nullable String baseUrl,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue List<String> apis,
        @DefaultValue CredentialProperties credential,
        @DefaultValue ProxyProperties proxy,
        @DefaultValue SslProperties ssl,
        @DefaultValue SandboxProperties sandbox,
        @DefaultValue HealthProperties health) {

    /**
     * How calls authenticate: with a refresh token, or with a fixed access token.
     *
     * @param tenant the partner's tenant, a GUID or a domain
     * @param clientId the id of the application's registration
     * @param refreshToken a reference to the refresh token, such as file:/run/secrets/refresh-token or env:REFRESH_TOKEN
     * @param clientSecret a reference to the secret of the application, such as file:/run/secrets/client-secret
     * @param certificateBundle the name of the SSL bundle with the key and the certificate of the application
     * @param store the file that keeps the tokens, unless there is a bean of the type TokenStore
     * @param authority another authorization server than that of the cloud, an https origin
     * @param accessToken a reference to a fixed access token, instead of the refresh token; it is read before each request
     */
    record CredentialProperties(
            @Nullable String tenant,
            @Nullable String clientId,
            @Nullable String refreshToken,
            @Nullable String clientSecret,
            @Nullable String certificateBundle,
            @Nullable Path store,
            @Nullable String authority,
            @Nullable String accessToken) {}

    /**
     * An HTTP proxy. The settings of the JVM are not read.
     *
     * @param url the proxy, such as http://proxy.example:3128
     * @param user the user name for Basic authentication
     * @param password a reference to the password, such as env:PROXY_PASSWORD
     */
    record ProxyProperties(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    /**
     * The certificates.
     *
     * @param bundle the name of the SSL bundle with the trusted certificates and, if needed, the client certificate
     */
    record SslProperties(@Nullable String bundle) {}

    /**
     * The simulated Partner Center.
     *
     * @param enabled whether to start the sandbox and call it instead of the service; for tests, needs partnercenter4j-sandbox
     */
    record SandboxProperties(@DefaultValue("false") boolean enabled) {}

    /**
     * The call of the health indicator, which management.health.partnercenter.enabled switches on.
     *
     * @param customerId the customer of the order to ask for
     * @param orderId the order to ask for
     */
    record HealthProperties(
            @Nullable String customerId, @Nullable String orderId) {}
}
