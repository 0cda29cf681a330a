package io.github.partnercenter4j.client;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.internal.call.CallPipeline;
import io.github.partnercenter4j.model.Link;
import io.github.partnercenter4j.model.ResourceLinks;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A client of Partner Center. Create one for an application and keep it: it is thread-safe and holds the connection pool.
 * Close it at the end.
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
    private final CallPipeline pipeline;
    private final CallOptions options;
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();
    private final boolean view;

    PartnerCenter(CallPipeline pipeline, CallOptions options, boolean view) {
        this.pipeline = pipeline;
        this.options = options;
        this.view = view;
    }

    /**
     * Starts to build a client.
     *
     * @return a builder, which needs at least a credential
     */
    public static PartnerCenterBuilder builder() {
        return new PartnerCenterBuilder();
    }

    /**
     * Builds a client with the environment variables of {@code pcorders}: the access token in PARTNER_CENTER_TOKEN, or else
     * the sign-in of {@code pcorders login} and its cloud. PARTNER_CENTER_STORE names the file of the sign-in, which
     * defaults to .pcorders/sign-in.json in the home folder. The variables with passwords, such as
     * PARTNER_CENTER_PROXY_PASSWORD, are for {@code pcorders} only: they are accepted and have no effect. All other options
     * have their defaults; use {@link PartnerCenterBuilder#fromEnvironment} to set some. Nothing is sent.
     *
     * @return a new client
     * @throws CredentialException if there is no token and no sign-in, or they cannot be read
     * @throws IllegalStateException if an unknown variable begins with PARTNER_CENTER_; the message names it and the one that
     *     was probably meant
     */
    public static PartnerCenter fromEnvironment() {
        return builder().fromEnvironment().build();
    }

    /**
     * Returns the operations on orders.
     *
     * @return an implementation of the generated interface; thread-safe
     */
    public OrdersApi orders() {
        return api(OrdersApi.class);
    }

    /**
     * Implements any interface that was generated from an OpenAPI document with this project's generator: our document, or
     * one of other operations.
     *
     * @param <T> the interface
     * @param api the generated interface
     * @return an implementation; thread-safe. Its methods throw {@link PartnerCenterException}, or
     *     {@link IllegalArgumentException} for an argument that cannot be sent
     * @throws IllegalArgumentException if the class is not such an interface
     */
    public <T> T api(Class<T> api) {
        return api.cast(apis.computeIfAbsent(api, type -> pipeline.implement(type, options.settings())));
    }

    /**
     * Returns the client that implements a generated interface, for instance to follow the links of a response.
     *
     * @param api what {@link #orders()} or {@link #api} returned, or another implementation of the interface
     * @return a view of the client with the options of this implementation; empty if no client implements it, such as a
     *     test double
     */
    public static Optional<PartnerCenter> of(Object api) {
        return Optional.ofNullable(CallPipeline.origin(api))
                .map(origin -> new PartnerCenter(origin.pipeline(), CallOptions.of(origin.settings()), true));
    }

    /**
     * Requests the target of a link, such as the next page of a collection. The token is sent to the base URL of this client
     * only. The only header of the link that is sent is MS-ContinuationToken. Source: Partner Center utility resources.
     *
     * @param <T> the type to read
     * @param link the link; a GET, with or without the version in its URI. A body is not sent
     * @param type the type that a GET operation returns, of the OpenAPI document or of an interface that was given to
     *     {@link #api} before; its success statuses and media types apply
     * @return the value that the response contains
     * @throws DecodingException if the link is rejected before anything is sent, because it leads to another server, has
     *     another method or header, or an invalid URI; or if the response cannot be read
     * @throws PartnerCenterException as for any call
     * @throws IllegalArgumentException if no such operation returns the type
     */
    public <T> T follow(Link link, Class<T> type) {
        return pipeline.follow(link, type, options.settings());
    }

    /**
     * Streams the pages of a collection. Each further page is requested when the stream needs it, by a call with its own
     * deadline and ids. No page is kept. The stream throws the exceptions of {@link #follow}, and a
     * {@link DecodingException} for a link that it has followed before.
     *
     * @param <T> the type of a page
     * @param first the first page, which a call returned
     * @param links returns the links of a page, or null
     * @return the first page and the following ones, in order; sequential
     * @throws IllegalArgumentException if no GET operation returns such a page, see {@link #follow}
     */
    public <T> Stream<T> pages(T first, Function<? super T, @Nullable ResourceLinks> links) {
        return pipeline.pages(first, links, options.settings());
    }

    /**
     * Returns a view of this client with changed options. It uses the same connections; closing it has no effect.
     *
     * @param change changes the options of this client
     * @return the view
     */
    public PartnerCenter with(UnaryOperator<CallOptions> change) {
        return new PartnerCenter(pipeline, change.apply(options), true);
    }

    /**
     * Returns a view of this client whose calls share one timeout, for instance to read all pages of a collection within
     * it. It is the timeout of the options, and starts now. After it has passed, each call throws a
     * {@link TransportException} of the kind {@link TransportException.Kind#TIMED_OUT}.
     *
     * @return a view to use once; setting a timeout with {@link #with} ends the sharing
     */
    public PartnerCenter withSharedTimeout() {
        return new PartnerCenter(
                pipeline, CallOptions.of(options.settings().withSharedDeadline(System::nanoTime)), true);
    }

    /** Closes the connections and stops the running calls. Has no effect on a view. */
    @Override
    public void close() {
        if (!view) {
            pipeline.close();
        }
    }
}
