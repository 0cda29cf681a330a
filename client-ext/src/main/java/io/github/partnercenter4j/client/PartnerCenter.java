package io.github.partnercenter4j.client;

import io.github.partnercenter4j.api.OrdersApi;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
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
        private Duration connectTimeout = Duration.ofSeconds(10);
        private int maxConnections = 64;
        private long maxBodyBytes = 64L * 1024 * 1024;
        private CallOptions options = CallOptions.DEFAULTS;

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
         * Makes the client. Nothing is sent yet.
         *
         * @return a new client
         * @throws IllegalStateException if no credential is set
         */
        public PartnerCenter build() {
            if (credential == null) {
                throw new IllegalStateException(
                        "A credential is missing: call credential(…), for instance with Credential.ofToken(token)");
            }
            HttpTransport transport =
                    new HttpTransport(new TransportSettings(connectTimeout, maxConnections, maxBodyBytes));
            URI target = baseUrl == null ? cloud.baseUrl() : baseUrl;
            return new PartnerCenter(new Connection(target, cloud, credential, transport), options, false);
        }
    }
}
