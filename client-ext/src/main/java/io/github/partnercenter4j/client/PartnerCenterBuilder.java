package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.call.Backoff;
import io.github.partnercenter4j.client.internal.call.CallLog;
import io.github.partnercenter4j.client.internal.call.CallObserver;
import io.github.partnercenter4j.client.internal.call.CallPipeline;
import io.github.partnercenter4j.client.internal.http.BaseUrl;
import io.github.partnercenter4j.client.internal.http.Deadline;
import io.github.partnercenter4j.client.internal.http.HttpTransport;
import io.github.partnercenter4j.client.internal.http.ProxySettings;
import io.github.partnercenter4j.client.internal.http.TransportSettings;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link PartnerCenter}. Not safe for threads. */
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
     * Chooses the cloud: where the service is, and where tokens for it come from.
     *
     * @param cloud the cloud; {@link Cloud#PUBLIC} unless set
     * @return this builder
     */
    public PartnerCenterBuilder cloud(Cloud cloud) {
        this.cloud = cloud;
        return this;
    }

    /**
     * Sends the calls elsewhere than to the cloud's own address: to the sandbox, or a gateway.
     *
     * @param baseUrl an origin and, if need be, a path before the version, such as http://127.0.0.1:8080; plain http only
     *     to a loopback address, for a token never travels in clear
     * @return this builder
     * @throws IllegalArgumentException if it is no such URL
     */
    public PartnerCenterBuilder baseUrl(String baseUrl) {
        this.baseUrl = BaseUrl.parse(baseUrl);
        return this;
    }

    /**
     * Sets where the bearer token comes from.
     *
     * @param credential the credential
     * @return this builder
     */
    public PartnerCenterBuilder credential(Credential credential) {
        this.credential = credential;
        return this;
    }

    /**
     * Bounds a whole call, see {@link CallOptions#timeout}.
     *
     * @param timeout more than zero, at most a day; 60 seconds unless set
     * @return this builder
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public PartnerCenterBuilder timeout(Duration timeout) {
        return options(o -> o.timeout(timeout));
    }

    /**
     * Bounds the opening of a connection, within the timeout of the call.
     *
     * @param connectTimeout more than zero, at most a day; 10 seconds unless set
     * @return this builder
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public PartnerCenterBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = Deadline.requireTimeout("connectTimeout", connectTimeout);
        return this;
    }

    /**
     * Bounds the connections open at once; further calls wait for one, within their timeout.
     *
     * @param maxConnections one or more; 64 unless set
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
     * Bounds the body of an answer, counted after decompression.
     *
     * @param maxBodyBytes in bytes, one or more; 64 MiB unless set
     * @return this builder
     * @throws IllegalArgumentException if it is less than one, or more than an array can hold
     */
    public PartnerCenterBuilder maxBodyBytes(long maxBodyBytes) {
        if (maxBodyBytes < 1 || maxBodyBytes > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("maxBodyBytes must be one or more, and less than 2 GiB");
        }
        this.maxBodyBytes = maxBodyBytes;
        return this;
    }

    /**
     * Sets whom to trust, and the certificate that the client shows. The host name is verified whatever is set.
     *
     * @param sslContext made of the caller's trust store and key store; what the JVM is set up with unless set
     * @return this builder
     */
    public PartnerCenterBuilder sslContext(SSLContext sslContext) {
        this.sslContext = sslContext;
        return this;
    }

    /**
     * Sends the calls through an HTTP proxy; under TLS through a tunnel, so that the proxy sees no token. The proxy
     * settings of the JVM are not read.
     *
     * @param proxy such as http://proxy.example:3128; the port is 80 unless given
     * @return this builder
     * @throws IllegalArgumentException if it is no such URL, or has a user in it
     */
    public PartnerCenterBuilder proxy(String proxy) {
        this.proxy = ProxySettings.parse(proxy);
        return this;
    }

    /**
     * Sets what the proxy is given, by Basic authentication (RFC 7617) and with the first request: no other scheme is
     * known to the client. Nobody but the proxy is sent it.
     *
     * @param user the user name
     * @param password the password
     * @return this builder
     * @throws IllegalArgumentException if they have control characters, or the user name a colon
     */
    public PartnerCenterBuilder proxyCredentials(String user, String password) {
        this.proxyCredentials = ProxySettings.credentials(user, password);
        return this;
    }

    /**
     * Changes the options that every call has unless {@link PartnerCenter#with} changes them again.
     *
     * @param change changes the options
     * @return this builder
     */
    public PartnerCenterBuilder options(UnaryOperator<CallOptions> change) {
        this.options = change.apply(options);
        return this;
    }

    /**
     * Has each call observed by Micrometer, besides the line in the log.
     *
     * @param observer the observer, see {@link MicrometerObserver#of}
     * @return this builder
     */
    public PartnerCenterBuilder observer(MicrometerObserver observer) {
        this.observer = observer;
        return this;
    }

    /**
     * Makes the client. Nothing is sent yet.
     *
     * @return a new client
     * @throws IllegalStateException if no credential is set, or a proxy's credentials without a proxy
     * @throws IllegalArgumentException if a token would travel to a proxy in clear
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
