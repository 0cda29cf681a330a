package io.github.partnercenter4j.client.entra;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.internal.http.ProxySettings;
import io.github.partnercenter4j.client.internal.http.TransportSettings;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.net.URI;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.jspecify.annotations.Nullable;

/** Builds an {@link EntraCredential}. Not thread-safe. */
public final class EntraCredentialBuilder {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

    private final EntraTokenSource.SignIn signIn;
    private @Nullable String tenant;
    private @Nullable String clientId;
    private @Nullable IClientCredential clientCredential;
    private @Nullable URI authority;
    private @Nullable SSLContext sslContext;
    private @Nullable ProxySettings proxy;
    private @Nullable UsernamePasswordCredentials proxyCredentials;
    private TokenStore store = new MemoryTokenStore();
    private Sleeper sleeper = Sleeper.ofSystem();
    private LongSupplier nanoTime = System::nanoTime;
    private Clock clock = Clock.systemUTC();

    EntraCredentialBuilder(EntraTokenSource.SignIn signIn) {
        this.signIn = signIn;
    }

    /**
     * Sets the partner's tenant.
     *
     * @param tenant the GUID of the tenant, or one of its domains, such as contoso.onmicrosoft.com
     * @return this builder
     * @throws IllegalArgumentException if it is neither a GUID nor a domain name
     */
    public EntraCredentialBuilder tenant(String tenant) {
        if (tenant == null || !TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException("tenant must be a GUID or a domain name");
        }
        this.tenant = tenant;
        return this;
    }

    /**
     * Sets the application.
     *
     * @param clientId the application (client) id of its registration, a GUID
     * @return this builder
     * @throws IllegalArgumentException if it is empty or contains other characters than visible ASCII, for example a line
     *     end; the message does not quote it
     */
    public EntraCredentialBuilder clientId(String clientId) {
        this.clientId = HeaderValue.require("clientId", clientId);
        return this;
    }

    /**
     * Authenticates the application with a secret. Secrets and certificates work with a refresh token only.
     *
     * @param clientSecret the value of the secret, not its id
     * @return this builder
     * @throws IllegalArgumentException if it is empty or contains other characters than visible ASCII, for example a line
     *     end; the message does not quote it
     */
    public EntraCredentialBuilder clientSecret(String clientSecret) {
        this.clientCredential =
                ClientCredentialFactory.createFromSecret(HeaderValue.require("clientSecret", clientSecret));
        return this;
    }

    /**
     * Authenticates the application with a certificate.
     *
     * @param key the private key, RSA
     * @param certificate the certificate that is registered with the application
     * @return this builder
     * @throws IllegalArgumentException if the key is not an RSA key
     */
    public EntraCredentialBuilder clientCertificate(PrivateKey key, X509Certificate certificate) {
        if (!key.getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException("clientCertificate needs an RSA key");
        }
        this.clientCredential = ClientCredentialFactory.createFromCertificate(key, certificate);
        return this;
    }

    /**
     * Sets the store that keeps the tokens between two runs.
     *
     * @param store the store; defaults to the memory of this credential, so the latest refresh token is lost when the
     *     program ends
     * @return this builder
     */
    public EntraCredentialBuilder store(TokenStore store) {
        this.store = Objects.requireNonNull(store);
        return this;
    }

    /**
     * Sets another authorization server than that of the cloud, such as the sandbox or an alias.
     *
     * @param authority an https origin without a tenant, such as https://login.chinacloudapi.cn
     * @return this builder
     * @throws IllegalArgumentException if it is not an https origin; secrets are never sent unencrypted
     */
    public EntraCredentialBuilder authority(String authority) {
        this.authority = origin(authority);
        return this;
    }

    /**
     * Sets the certificates to trust. The host name is always verified.
     *
     * @param sslContext the context; defaults to the JVM's settings
     * @return this builder
     */
    public EntraCredentialBuilder sslContext(SSLContext sslContext) {
        this.sslContext = Objects.requireNonNull(sslContext);
        return this;
    }

    /**
     * Sends the requests for tokens through an HTTP proxy, in a tunnel. The JVM's proxy settings are not used. The proxy
     * of a {@link io.github.partnercenter4j.client.PartnerCenter} applies to its calls only.
     *
     * @param proxy such as http://proxy.example:3128; the port defaults to 80
     * @return this builder
     * @throws IllegalArgumentException if it is not such a URL, or contains a user
     */
    public EntraCredentialBuilder proxy(String proxy) {
        this.proxy = ProxySettings.parse(proxy);
        return this;
    }

    /**
     * Sets the user name and password for the proxy. They are sent with the first request, by Basic authentication (RFC
     * 7617).
     *
     * @param user the user name
     * @param password the password
     * @return this builder
     * @throws IllegalArgumentException if they contain control characters, or the user name contains a colon
     */
    public EntraCredentialBuilder proxyCredentials(String user, String password) {
        this.proxyCredentials = ProxySettings.credentials(user, password);
        return this;
    }

    EntraCredentialBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    EntraCredentialBuilder nanoTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        return this;
    }

    EntraCredentialBuilder sleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
        return this;
    }

    /**
     * Builds the credential. Nothing is sent, and the store is not read.
     *
     * @return a new credential
     * @throws IllegalStateException if the tenant or the client id is missing, if a secret or certificate is set for a
     *     sign-in by browser or device code, or if proxy credentials are set without a proxy
     */
    public EntraCredential build() {
        if (tenant == null || clientId == null) {
            throw new IllegalStateException("The tenant or the client id is missing: call tenant(…) and clientId(…)");
        }
        if (clientCredential != null && !signIn.byRefreshToken()) {
            throw new IllegalStateException(
                    "A client secret or certificate works with a refresh token only: remove it");
        }
        return new EntraCredential(
                new EntraSettings(
                        tenant, clientId, clientCredential, authority, store, transport(), sleeper, nanoTime, clock),
                signIn);
    }

    private TransportSettings transport() {
        return new TransportSettings(
                CONNECT_TIMEOUT,
                1,
                MsalHttpClient.MAX_BYTES,
                sslContext,
                ProxySettings.of(proxy, proxyCredentials, Cloud.PUBLIC.authorizationServer()));
    }

    private static URI origin(String text) {
        try {
            URI uri = URI.create(text);
            if ("https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Not the cause of the exception below, because its message may quote a password.
        }
        throw new IllegalArgumentException(
                "authority must be an https origin such as https://login.microsoftonline.us");
    }
}
