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
     * Starts to set up a client.
     *
     * @return a builder; a credential is all that it must be given
     */
    public static PartnerCenterBuilder builder() {
        return new PartnerCenterBuilder();
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
        return api.cast(apis.computeIfAbsent(api, type -> pipeline.implement(type, options.settings())));
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
        return pipeline.follow(link, type, options.settings());
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
        return pipeline.pages(first, links, options.settings());
    }

    /**
     * Gives a view with other options over the same connections. Closing a view closes nothing.
     *
     * @param change changes the options of this client
     * @return the view
     */
    public PartnerCenter with(UnaryOperator<CallOptions> change) {
        return new PartnerCenter(pipeline, change.apply(options), true);
    }

    /** Closes the connections, those in use too. On a view it does nothing. */
    @Override
    public void close() {
        if (!view) {
            pipeline.close();
        }
    }
}
