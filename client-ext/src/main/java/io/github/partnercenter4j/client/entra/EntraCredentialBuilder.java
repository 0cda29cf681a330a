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
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.jspecify.annotations.Nullable;

/** Sets up an {@link EntraCredential}. Not safe for threads. */
public final class EntraCredentialBuilder {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

    private final EntraTokenSource.SignIn signIn;
    private @Nullable String tenant;
    private @Nullable String clientId;
    private @Nullable IClientCredential application;
    private @Nullable URI authority;
    private @Nullable SSLContext sslContext;
    private @Nullable ProxySettings proxy;
    private @Nullable UsernamePasswordCredentials proxyCredentials;
    private TokenStore store = new MemoryTokenStore();
    private MsalHttpClient.Pause pause = time -> Thread.sleep(time.toMillis());
    private Clock clock = Clock.systemUTC();

    EntraCredentialBuilder(EntraTokenSource.SignIn signIn) {
        this.signIn = signIn;
    }

    /**
     * Sets the partner's tenant.
     *
     * @param tenant its GUID, or one of its domains such as contoso.onmicrosoft.com
     * @return this builder
     * @throws IllegalArgumentException if it is neither
     */
    public EntraCredentialBuilder tenant(String tenant) {
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException("tenant must be a GUID or a domain name");
        }
        this.tenant = tenant;
        return this;
    }

    /**
     * Sets the application that signs in.
     *
     * @param clientId the application (client) id of its registration, a GUID
     * @return this builder
     * @throws IllegalArgumentException if it is empty, or has characters other than visible ASCII, a line end among
     *     them; the message does not quote it
     */
    public EntraCredentialBuilder clientId(String clientId) {
        this.clientId = HeaderValue.require("clientId", clientId);
        return this;
    }

    /**
     * Lets the application prove who it is by a secret. It goes with a refresh token only, as does a certificate.
     *
     * @param clientSecret the secret's value, not its id
     * @return this builder
     * @throws IllegalArgumentException if it is empty, or has characters other than visible ASCII, a line end among
     *     them; the message does not quote it
     */
    public EntraCredentialBuilder clientSecret(String clientSecret) {
        this.application = ClientCredentialFactory.createFromSecret(HeaderValue.require("clientSecret", clientSecret));
        return this;
    }

    /**
     * Lets the application prove who it is by a certificate.
     *
     * @param key the private key, RSA
     * @param certificate the certificate, as it is registered with the application
     * @return this builder
     * @throws IllegalArgumentException if the key can not sign
     */
    public EntraCredentialBuilder clientCertificate(PrivateKey key, X509Certificate certificate) {
        if (!key.getAlgorithm().equals("RSA")) {
            throw new IllegalArgumentException("clientCertificate needs an RSA key");
        }
        this.application = ClientCredentialFactory.createFromCertificate(key, certificate);
        return this;
    }

    /**
     * Sets where the tokens are kept between two runs.
     *
     * @param store the store; the memory of this credential unless set, so that the rotated refresh token is lost at
     *     the end
     * @return this builder
     */
    public EntraCredentialBuilder store(TokenStore store) {
        this.store = Objects.requireNonNull(store);
        return this;
    }

    /**
     * Takes tokens from elsewhere than the cloud's own authority: from the sandbox, or by another name of it.
     *
     * @param authority an https origin without a tenant, such as https://login.chinacloudapi.cn
     * @return this builder
     * @throws IllegalArgumentException if it is no such origin: secrets never travel in clear
     */
    public EntraCredentialBuilder authority(String authority) {
        this.authority = origin(authority);
        return this;
    }

    /**
     * Sets whom to trust as the token authority; the host name is verified with any.
     *
     * @param sslContext the context; what the JVM is set up with unless set
     * @return this builder
     */
    public EntraCredentialBuilder sslContext(SSLContext sslContext) {
        this.sslContext = Objects.requireNonNull(sslContext);
        return this;
    }

    /**
     * Sends the requests for tokens through an HTTP proxy, in a tunnel. The proxy settings of the JVM are not read, and
     * those of a {@link io.github.partnercenter4j.client.PartnerCenter} are for its calls only.
     *
     * @param proxy such as http://proxy.example:3128; the port is 80 unless given
     * @return this builder
     * @throws IllegalArgumentException if it is no such URL, or has a user in it
     */
    public EntraCredentialBuilder proxy(String proxy) {
        this.proxy = ProxySettings.parse(proxy);
        return this;
    }

    /**
     * Sets what the proxy is given, by Basic authentication (RFC 7617) and with the first request.
     *
     * @param user the user name
     * @param password the password
     * @return this builder
     * @throws IllegalArgumentException if they have control characters, or the user name a colon
     */
    public EntraCredentialBuilder proxyCredentials(String user, String password) {
        this.proxyCredentials = ProxySettings.credentials(user, password);
        return this;
    }

    EntraCredentialBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    EntraCredentialBuilder pause(MsalHttpClient.Pause pause) {
        this.pause = pause;
        return this;
    }

    /**
     * Makes the credential. Nothing is sent yet, and the store is not read.
     *
     * @return a new credential
     * @throws IllegalStateException if the tenant or the client id is missing, or a secret or certificate is set for
     *     a sign-in by browser or device code, or a proxy's credentials without a proxy
     */
    public EntraCredential build() {
        if (tenant == null || clientId == null) {
            throw new IllegalStateException("The tenant or the client id is missing: call tenant(…) and clientId(…)");
        }
        if (application != null && !signIn.byRefreshToken()) {
            throw new IllegalStateException(
                    "A client secret or certificate goes with a refresh token only: leave it out");
        }
        return new EntraCredential(
                new EntraSettings(tenant, clientId, application, authority, store, transport(), pause, clock), signIn);
    }

    private TransportSettings transport() {
        return new TransportSettings(
                CONNECT_TIMEOUT,
                1,
                MsalHttpClient.MOST_BYTES,
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
            // It may hold a password, which the message would quote.
        }
        throw new IllegalArgumentException(
                "authority must be an https origin such as https://login.microsoftonline.us");
    }
}
