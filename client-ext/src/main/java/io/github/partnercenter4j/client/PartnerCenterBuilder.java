package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.call.Backoff;
import io.github.partnercenter4j.client.internal.call.CallLog;
import io.github.partnercenter4j.client.internal.call.CallObserver;
import io.github.partnercenter4j.client.internal.call.CallPipeline;
import io.github.partnercenter4j.client.internal.environment.EnvironmentCredential;
import io.github.partnercenter4j.client.internal.environment.EnvironmentVariables;
import io.github.partnercenter4j.client.internal.http.BaseUrl;
import io.github.partnercenter4j.client.internal.http.Deadline;
import io.github.partnercenter4j.client.internal.http.HttpTransport;
import io.github.partnercenter4j.client.internal.http.ProxySettings;
import io.github.partnercenter4j.client.internal.http.TransportSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.jspecify.annotations.Nullable;

/** Builds a {@link PartnerCenter}. Not thread-safe. */
public final class PartnerCenterBuilder {
    private Cloud cloud = Cloud.PUBLIC;
    private @Nullable URI baseUrl;
    private @Nullable Credential credential;
    private @Nullable MicrometerObserver observer;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private int maxConnections = 64;
    private long maxBodyBytes = 64L * 1024 * 1024;
    private CallOptions options = CallOptions.DEFAULTS;
    private @Nullable SSLContext sslContext;
    private @Nullable ProxySettings proxy;
    private @Nullable UsernamePasswordCredentials proxyCredentials;

    PartnerCenterBuilder() {}

    /**
     * Sets the cloud, which determines the address of the service and the authorization server.
     *
     * @param cloud the cloud; defaults to {@link Cloud#PUBLIC}
     * @return this builder
     */
    public PartnerCenterBuilder cloud(Cloud cloud) {
        this.cloud = cloud;
        return this;
    }

    /**
     * Sets another address than that of the cloud, such as the sandbox or a gateway.
     *
     * @param baseUrl an origin, optionally with a path before the version, such as http://127.0.0.1:8080; http is allowed
     *     for loopback addresses only, because a token is never sent unencrypted
     * @return this builder
     * @throws IllegalArgumentException if it is not such a URL
     */
    public PartnerCenterBuilder baseUrl(String baseUrl) {
        this.baseUrl = BaseUrl.parse(baseUrl);
        return this;
    }

    /**
     * Sets the credential, which provides the bearer token.
     *
     * @param credential the credential
     * @return this builder
     */
    public PartnerCenterBuilder credential(Credential credential) {
        this.credential = credential;
        return this;
    }

    /**
     * Takes the credential, and the cloud of a sign-in, from the environment variables of {@code pcorders}, see
     * {@link PartnerCenter#fromEnvironment}.
     *
     * @return this builder
     * @throws CredentialException if there is no token and no sign-in, or they cannot be read
     * @throws IllegalStateException if an unknown variable begins with PARTNER_CENTER_; the message names it and the one that
     *     was probably meant
     */
    public PartnerCenterBuilder fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    PartnerCenterBuilder fromEnvironment(Map<String, String> environment) {
        EnvironmentVariables.requireKnown(environment);
        EnvironmentCredential.Selected selected = EnvironmentCredential.find(environment);
        this.credential = selected.credential();
        this.cloud = selected.cloud() == null ? cloud : selected.cloud();
        return this;
    }

    /**
     * Limits a whole call, see {@link CallOptions#timeout}.
     *
     * @param timeout more than zero, at most a day; defaults to 60 seconds
     * @return this builder
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public PartnerCenterBuilder timeout(Duration timeout) {
        return options(o -> o.timeout(timeout));
    }

    /**
     * Limits the opening of a connection, within the timeout of the call.
     *
     * @param connectTimeout more than zero, at most a day; defaults to 10 seconds
     * @return this builder
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public PartnerCenterBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = Deadline.requireTimeout("connectTimeout", connectTimeout);
        return this;
    }

    /**
     * Limits the number of open connections. Further calls wait for a connection, within their timeout.
     *
     * @param maxConnections one or more; defaults to 64
     * @return this builder
     * @throws IllegalArgumentException if it is less than one
     */
    public PartnerCenterBuilder maxConnections(int maxConnections) {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections must be one or more");
        }
        this.maxConnections = maxConnections;
        return this;
    }

    /**
     * Limits the size of a response body after decompression.
     *
     * @param maxBodyBytes in bytes, one or more, less than 2 GiB; defaults to 64 MiB
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public PartnerCenterBuilder maxBodyBytes(long maxBodyBytes) {
        if (maxBodyBytes < 1 || maxBodyBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("maxBodyBytes must be one or more, and less than 2 GiB");
        }
        this.maxBodyBytes = maxBodyBytes;
        return this;
    }

    /**
     * Sets the trusted certificates and the client certificate. The host name is always verified.
     *
     * @param sslContext a context with your trust store and key store; defaults to the JVM's settings
     * @return this builder
     */
    public PartnerCenterBuilder sslContext(SSLContext sslContext) {
        this.sslContext = sslContext;
        return this;
    }

    /**
     * Sends the calls through an HTTP proxy. With https the proxy opens a tunnel and does not see the token. The JVM's proxy
     * settings are not used.
     *
     * @param proxy such as http://proxy.example:3128; the port defaults to 80
     * @return this builder
     * @throws IllegalArgumentException if it is not such a URL, or contains a user
     */
    public PartnerCenterBuilder proxy(String proxy) {
        this.proxy = ProxySettings.parse(proxy);
        return this;
    }

    /**
     * Sets the user name and password for the proxy. They are sent to the proxy only, with the first request and by Basic
     * authentication (RFC 7617). The client supports no other scheme.
     *
     * @param user the user name
     * @param password the password
     * @return this builder
     * @throws IllegalArgumentException if they contain control characters, or the user name contains a colon
     */
    public PartnerCenterBuilder proxyCredentials(String user, String password) {
        this.proxyCredentials = ProxySettings.credentials(user, password);
        return this;
    }

    /**
     * Changes the options of all calls. {@link PartnerCenter#with} can change them again for a view.
     *
     * @param change changes the options
     * @return this builder
     */
    public PartnerCenterBuilder options(UnaryOperator<CallOptions> change) {
        this.options = change.apply(options);
        return this;
    }

    /**
     * Observes each call with Micrometer, in addition to the log.
     *
     * @param observer the observer, see {@link MicrometerObserver#of}
     * @return this builder
     */
    public PartnerCenterBuilder observer(MicrometerObserver observer) {
        this.observer = observer;
        return this;
    }

    /**
     * Adds an interceptor, which sees each request before it is sent and can add headers.
     *
     * @param interceptor the interceptor, called after those that were added before; thread-safe
     * @return this builder
     */
    public PartnerCenterBuilder interceptor(RequestInterceptor interceptor) {
        return options(o -> o.addInterceptor(interceptor));
    }

    /**
     * Builds the client. Nothing is sent.
     *
     * @return a new client
     * @throws IllegalStateException if no credential is set, or proxy credentials are set without a proxy
     * @throws IllegalArgumentException if the token would be sent to a proxy unencrypted
     */
    public PartnerCenter build() {
        if (credential == null) {
            throw new IllegalStateException(
                    "A credential is missing: call credential(…), for instance with Credential.ofToken(token)");
        }
        URI target = baseUrl == null ? cloud.baseUrl() : baseUrl;
        HttpTransport transport = new HttpTransport(new TransportSettings(
                connectTimeout,
                maxConnections,
                maxBodyBytes,
                sslContext,
                ProxySettings.of(proxy, proxyCredentials, target)));
        CallObserver log = CallLog.ofSystem();
        return new PartnerCenter(
                new CallPipeline(
                        target,
                        cloud,
                        credential,
                        transport,
                        Backoff.ofSystem(),
                        observer == null ? log : observer.around(log)),
                options,
                false);
    }
}
