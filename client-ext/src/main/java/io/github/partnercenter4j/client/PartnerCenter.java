package io.github.partnercenter4j.client;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.model.Link;
import io.github.partnercenter4j.model.ResourceLinks;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.jspecify.annotations.Nullable;

/**
 * A client of Partner Center. Make one for an application and keep it: it is safe for threads and holds the pool of
 * connections. Close it at the end.
 *
 * <pre>{@code
 * try (PartnerCenter partnerCenter = PartnerCenter.builder()
 *         .cloud(Cloud.PUBLIC)
 *         .credential(credential)
 *         .build()) {
 *     var status = partnerCenter.orders().getProvisioningStatus(customerId, orderId);
 * }
 * }</pre>
 */
public final class PartnerCenter implements AutoCloseable {
    private final Connection connection;
    private final CallOptions options;
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();
    private final boolean view;

    private PartnerCenter(Connection connection, CallOptions options, boolean view) {
        this.connection = connection;
        this.options = options;
        this.view = view;
    }

    /**
     * Starts to set up a client.
     *
     * @return a builder; a credential is all that it must be given
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the operations on orders.
     *
     * @return the generated interface; safe for threads
     */
    public OrdersApi orders() {
        return api(OrdersApi.class);
    }

    /**
     * Gives the operations of any interface that was generated from the document, also from a changed one.
     *
     * @param <T> the interface
     * @param api the interface, as the generator made it with this project's templates
     * @return an implementation; safe for threads. Its calls throw {@link PartnerCenterException}, or
     *     {@link IllegalArgumentException} for an argument that can not be sent
     * @throws IllegalArgumentException if the class is no such interface
     */
    public <T> T api(Class<T> api) {
        return api.cast(apis.computeIfAbsent(api, type -> connection.implement(type, options)));
    }

    /**
     * Requests what a link of an answer points to, such as the next page of a collection. The token goes to the base URL of
     * this client alone, and no header of the link's is sent but MS-ContinuationToken. Source: Partner Center utility
     * resources.
     *
     * @param <T> the type to read
     * @param link the link; its URI with or without the version, its method GET. A body is not sent
     * @param type what a GET of the document answers with: its success and its media types hold here, too
     * @return what the link points to
     * @throws DecodingException if the link leads elsewhere, has another method, other headers or a URI that is not plain,
     *     before anything is sent; or if the answer could not be read
     * @throws PartnerCenterException as any call
     * @throws IllegalArgumentException if no GET of the document answers with the type
     */
    public <T> T follow(Link link, Class<T> type) {
        LinkFollower links = connection.links();
        OperationMethod operation = links.operation(type);
        return type.cast(links.follow(links.check(link), operation, options));
    }

    /**
     * Goes through the pages of a collection. A further page is requested when it is wanted, by a call with its own
     * deadline and ids, and none is kept. The stream throws what {@link #follow} throws, and a {@link DecodingException}
     * for a link that it has followed before.
     *
     * @param <T> the type of a page
     * @param first the first page, as a call answered it
     * @param links finds the links of a page, or null
     * @return the first page and those that follow it, in their order; sequential
     * @throws IllegalArgumentException if no GET of the document answers with such a page
     */
    public <T> Stream<T> pages(T first, Function<? super T, @Nullable ResourceLinks> links) {
        @SuppressWarnings("unchecked") // The class of a T is one of T.
        Class<T> type = (Class<T>) first.getClass();
        LinkFollower follower = connection.links();
        OperationMethod operation = follower.operation(type);
        CallOptions further = options.withoutRequestId();
        return StreamSupport.stream(
                new Pages<>(first, links, follower, link -> type.cast(follower.follow(link, operation, further))),
                false);
    }

    /**
     * Gives a view with other options over the same connections. Closing a view closes nothing.
     *
     * @param change changes the options of this client
     * @return the view
     */
    public PartnerCenter with(UnaryOperator<CallOptions> change) {
        return new PartnerCenter(connection, change.apply(options), true);
    }

    /** Closes the connections, those in use too. On a view it does nothing. */
    @Override
    public void close() {
        if (!view) {
            connection.close();
        }
    }

    /** Sets up a {@link PartnerCenter}. Not safe for threads. */
    public static final class Builder {
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

        private Builder() {}

        /**
         * Chooses the cloud: where the service is, and where tokens for it come from.
         *
         * @param cloud the cloud; {@link Cloud#PUBLIC} unless set
         * @return this builder
         */
        public Builder cloud(Cloud cloud) {
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
        public Builder baseUrl(String baseUrl) {
            this.baseUrl = BaseUrl.parse(baseUrl);
            return this;
        }

        /**
         * Sets where the bearer token comes from.
         *
         * @param credential the credential
         * @return this builder
         */
        public Builder credential(Credential credential) {
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
        public Builder timeout(Duration timeout) {
            return options(o -> o.timeout(timeout));
        }

        /**
         * Bounds the opening of a connection, within the timeout of the call.
         *
         * @param connectTimeout more than zero, at most a day; 10 seconds unless set
         * @return this builder
         * @throws IllegalArgumentException if the timeout is out of range
         */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = CallOptions.requireTimeout("connectTimeout", connectTimeout);
            return this;
        }

        /**
         * Bounds the connections open at once; further calls wait for one, within their timeout.
         *
         * @param maxConnections one or more; 64 unless set
         * @return this builder
         * @throws IllegalArgumentException if it is less than one
         */
        public Builder maxConnections(int maxConnections) {
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
        public Builder maxBodyBytes(long maxBodyBytes) {
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
        public Builder sslContext(SSLContext sslContext) {
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
        public Builder proxy(String proxy) {
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
        public Builder proxyCredentials(String user, String password) {
            this.proxyCredentials = ProxySettings.credentials(user, password);
            return this;
        }

        /**
         * Changes the options that every call has unless {@link PartnerCenter#with} changes them again.
         *
         * @param change changes the options
         * @return this builder
         */
        public Builder options(UnaryOperator<CallOptions> change) {
            this.options = change.apply(options);
            return this;
        }

        /**
         * Has each call observed by Micrometer, besides the line in the log.
         *
         * @param observer the observer, see {@link MicrometerObserver#of}
         * @return this builder
         */
        public Builder observer(MicrometerObserver observer) {
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
                    new Connection(
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
}
