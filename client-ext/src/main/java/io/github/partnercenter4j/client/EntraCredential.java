package io.github.partnercenter4j.client;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Signs a user in with Microsoft Entra ID, and keeps the sign-in going: by a refresh token, a browser, or a device code.
 *
 * <pre>{@code
 * Credential credential = EntraCredential.refreshToken(refreshToken)
 *         .tenant(tenantId).clientId(clientId).clientSecret(clientSecret)
 *         .store(TokenStore.file(Path.of("tokens.json")))
 *         .build();
 * }</pre>
 *
 * <p>The first call tells the cloud, and with it where tokens come from. An access token is used until 5 minutes before
 * its end. Then one thread renews it while the others wait, each no longer than its own call's timeout; a failure is not
 * remembered. A browser or device code is used by a call only if the store holds no sign-in yet, and has to be done
 * within that call's timeout: {@link #signIn} gives a person more time.
 *
 * <p>Immutable but for the tokens, and safe for threads. The rules are those of the Secure Application Model: the person
 * signs in once, with multi-factor authentication, and the refresh token stays good for 90 days from its last use.
 */
public final class EntraCredential implements Credential {
    private final EntraSettings settings;
    private final EntraTokens tokens;
    private final SharedToken shared;
    private final AtomicReference<@Nullable Cloud> cloud = new AtomicReference<>();

    private EntraCredential(EntraSettings settings, EntraTokens.SignIn signIn) {
        this.settings = settings;
        this.tokens = new EntraTokens(settings, signIn);
        this.shared = new SharedToken(settings.clock());
    }

    /**
     * Starts with a refresh token that somebody got before. Whatever is in the store comes first, since it is newer; this
     * one is used while the store is empty, and again when the one in the store is refused.
     *
     * @param refreshToken the refresh token
     * @return a builder; it needs a tenant and a client id, and a secret or certificate if the application has one
     * @throws IllegalArgumentException if the refresh token is blank
     */
    public static Builder refreshToken(String refreshToken) {
        requireText("refreshToken", refreshToken);
        return new Builder(true, new EntraTokens.SignIn() {
            @Override
            public IssuedTokens run(MsalSession session) throws AuthorityException {
                return session.byRefreshToken(refreshToken);
            }

            @Override
            public boolean replacesStored() {
                return true;
            }
        });
    }

    /**
     * Lets a person sign in with the browser of this machine, which comes back to a free port of the loopback address,
     * RFC 8252. The application is registered as a public client with the redirect URI http://localhost.
     *
     * @return a builder; it needs a tenant and a client id
     */
    public static Builder browser() {
        return browser(new SystemBrowser(System.getProperty("os.name")));
    }

    /**
     * As {@link #browser()}, with another way to open the page.
     *
     * @param browser opens the page, and need not wait for the person; on a machine with a browser
     * @return a builder; it needs a tenant and a client id
     */
    public static Builder browser(Consumer<URI> browser) {
        Objects.requireNonNull(browser);
        return new Builder(false, session -> session.byBrowser(browser));
    }

    /**
     * Lets a person sign in on another device, RFC 8628. It satisfies multi-factor authentication. The application is
     * registered as a public client.
     *
     * @param prompt shows the code to the person, and does not wait
     * @return a builder; it needs a tenant and a client id
     */
    public static Builder deviceCode(Consumer<DeviceCode> prompt) {
        Objects.requireNonNull(prompt);
        return new Builder(false, session -> session.byDeviceCode(prompt));
    }

    @Override
    public AccessToken token(TokenRequest request) {
        requireSameCloud(request.cloud());
        return shared.get(request, flows -> tokens.renew(request.cloud(), request.refused(), flows));
    }

    /**
     * Signs in now, whatever the store holds, and replaces it. With a refresh token this checks that it works.
     *
     * @param cloud the cloud that the calls will go to
     * @param timeout how long the person may take; more than zero
     * @throws CredentialException if nobody signed in, or the tokens can not be kept
     */
    public void signIn(Cloud cloud, Duration timeout) {
        CallOptions.requireTimeout("timeout", timeout);
        requireSameCloud(cloud);
        shared.replace(timeout, flows -> tokens.signIn(cloud, flows));
    }

    /** The refresh token of one cloud must not be sent to the authority of another. */
    private void requireSameCloud(Cloud asked) {
        Cloud first = cloud.compareAndExchange(null, asked);
        if (first != null && first != asked) {
            throw new CredentialException(
                    "No token: this credential is for the cloud " + first + ", and was asked for " + asked
                            + ". What to do: make a credential for each cloud",
                    null);
        }
    }

    /** Names the tenant and the application, and no secret. */
    @Override
    public String toString() {
        return "EntraCredential[tenant=" + settings.tenant() + ", clientId=" + settings.clientId() + "]";
    }

    private static String requireText(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    /** Sets up an {@link EntraCredential}. Not safe for threads. */
    public static final class Builder {
        private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

        private final boolean mayProve;
        private final EntraTokens.SignIn signIn;
        private @Nullable String tenant;
        private @Nullable String clientId;
        private @Nullable IClientCredential application;
        private @Nullable URI authority;
        private @Nullable SSLContext sslContext;
        private TokenStore store = new MemoryTokenStore();
        private AuthorityHttp.Pause pause = time -> Thread.sleep(time.toMillis());
        private Clock clock = Clock.systemUTC();

        private Builder(boolean mayProve, EntraTokens.SignIn signIn) {
            this.mayProve = mayProve;
            this.signIn = signIn;
        }

        /**
         * Sets the partner's tenant.
         *
         * @param tenant its GUID, or one of its domains such as contoso.onmicrosoft.com
         * @return this builder
         * @throws IllegalArgumentException if it is neither
         */
        public Builder tenant(String tenant) {
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
         * @throws IllegalArgumentException if it is blank
         */
        public Builder clientId(String clientId) {
            this.clientId = requireText("clientId", clientId);
            return this;
        }

        /**
         * Lets the application prove who it is by a secret. It goes with a refresh token only, as does a certificate.
         *
         * @param clientSecret the secret's value, not its id
         * @return this builder
         * @throws IllegalArgumentException if it is blank
         */
        public Builder clientSecret(String clientSecret) {
            this.application = ClientCredentialFactory.createFromSecret(requireText("clientSecret", clientSecret));
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
        public Builder clientCertificate(PrivateKey key, X509Certificate certificate) {
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
        public Builder store(TokenStore store) {
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
        public Builder authority(String authority) {
            this.authority = origin(authority);
            return this;
        }

        /**
         * Sets whom to trust as the token authority; the host name is verified with any.
         *
         * @param sslContext the context; what the JVM is set up with unless set
         * @return this builder
         */
        public Builder sslContext(SSLContext sslContext) {
            this.sslContext = Objects.requireNonNull(sslContext);
            return this;
        }

        Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        Builder pause(AuthorityHttp.Pause pause) {
            this.pause = pause;
            return this;
        }

        /**
         * Makes the credential. Nothing is sent yet, and the store is not read.
         *
         * @return a new credential
         * @throws IllegalStateException if the tenant or the client id is missing, or a secret or certificate is set for
         *     a sign-in by browser or device code
         */
        public EntraCredential build() {
            if (tenant == null || clientId == null) {
                throw new IllegalStateException(
                        "The tenant or the client id is missing: call tenant(…) and clientId(…)");
            }
            if (application != null && !mayProve) {
                throw new IllegalStateException(
                        "A client secret or certificate goes with a refresh token only: leave it out");
            }
            return new EntraCredential(
                    new EntraSettings(tenant, clientId, application, authority, store, http(), pause, clock), signIn);
        }

        private HttpClient http() {
            HttpClient.Builder http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(10));
            return sslContext == null
                    ? http.build()
                    : http.sslContext(sslContext).build();
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
}
