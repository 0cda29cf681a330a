package io.github.partnercenter4j.client;

import io.github.partnercenter4j.api.OrdersApi;
import io.github.partnercenter4j.client.internal.call.CallPipeline;
import io.github.partnercenter4j.model.Link;
import io.github.partnercenter4j.model.ResourceLinks;
import java.util.Map;
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
     * Returns the operations on orders.
     *
     * @return an implementation of the generated interface; thread-safe
     */
    public OrdersApi orders() {
        return api(OrdersApi.class);
    }

    /**
     * Implements any interface that was generated from an OpenAPI document with this project's templates.
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
     * Requests the target of a link, such as the next page of a collection. The token is sent to the base URL of this client
     * only. The only header of the link that is sent is MS-ContinuationToken. Source: Partner Center utility resources.
     *
     * @param <T> the type to read
     * @param link the link; a GET, with or without the version in its URI. A body is not sent
     * @param type the type that a GET operation of the OpenAPI document returns; its success statuses and media types apply
     * @return the value that the response contains
     * @throws DecodingException if the link is rejected before anything is sent, because it leads to another server, has
     *     another method or header, or an invalid URI; or if the response cannot be read
     * @throws PartnerCenterException as for any call
     * @throws IllegalArgumentException if no GET operation of the OpenAPI document returns the type
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
     * @throws IllegalArgumentException if no GET operation of the OpenAPI document returns such a page
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

    /** Closes the connections and stops the running calls. Has no effect on a view. */
    @Override
    public void close() {
        if (!view) {
            pipeline.close();
        }
    }
}
