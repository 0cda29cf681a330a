package io.github.partnercenter4j.client.internal.call;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Client;
import feign.Feign;
import feign.Retryer;
import feign.Target;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.internal.body.FaultReader;
import io.github.partnercenter4j.client.internal.body.JsonEncoder;
import io.github.partnercenter4j.client.internal.body.Mappers;
import io.github.partnercenter4j.client.internal.http.HttpTransport;
import io.github.partnercenter4j.model.Link;
import io.github.partnercenter4j.model.ResourceLinks;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The filters that every call passes. For each attempt, from the outside in: retry, credential, headers, transport. The
 * handler of a generated interface is created once and shared by all views of a client.
 */
public final class CallPipeline implements AutoCloseable {
    private final URI baseUrl;
    private final HttpTransport transport;
    private final LinkFollower links;
    private final Feign feign;
    private final Map<Class<?>, CallHandler> handlers = new ConcurrentHashMap<>();

    public CallPipeline(
            URI baseUrl,
            Cloud cloud,
            Credential credential,
            HttpTransport transport,
            Backoff backoff,
            CallObserver observer) {
        this.baseUrl = baseUrl;
        this.transport = transport;
        JsonMapper json = Mappers.json();
        FaultReader faults = new FaultReader(json);
        ResponseReader responses = new ResponseReader(json, faults);
        Client attempt =
                new RetryFilter(backoff, new CredentialFilter(cloud, credential, faults, new HeadersFilter(transport)));
        this.links = new LinkFollower(baseUrl, attempt, responses, observer);
        this.feign = Feign.builder()
                .client(attempt)
                .encoder(new JsonEncoder(json))
                .retryer(Retryer.NEVER_RETRY)
                // CallHandler reads the response, because it knows the call. Feign would wrap the exceptions of a
                // decoder.
                .responseInterceptor((context, chain) -> context.response())
                .invocationHandlerFactory((target, methods) -> new CallHandler(target, methods, responses, observer))
                .build();
    }

    /**
     * Implements a generated interface.
     *
     * @throws IllegalArgumentException if it is not a generated interface
     */
    public Object implement(Class<?> api, CallSettings settings) {
        CallHandler handler = handlers.computeIfAbsent(api, this::prepare);
        return Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, handler.with(settings));
    }

    private CallHandler prepare(Class<?> api) {
        if (!api.isInterface()) {
            throw new IllegalArgumentException(
                    api + " is not an interface: only interfaces generated from an OpenAPI document can be called");
        }
        Object proxy = feign.newInstance(new Target.HardCodedTarget<>(api, api.getSimpleName(), baseUrl.toString()));
        return (CallHandler) Proxy.getInvocationHandler(proxy);
    }

    /**
     * Requests what a link points to.
     *
     * @throws DecodingException if the link must not be followed
     * @throws IllegalArgumentException if no GET operation of the OpenAPI document returns the type
     */
    public <T> T follow(Link link, Class<T> type, CallSettings settings) {
        OperationMethod operation = links.operation(type);
        return type.cast(links.follow(links.check(link), operation, settings));
    }

    /**
     * Streams a page and those that follow it.
     *
     * @throws IllegalArgumentException if no GET operation of the OpenAPI document returns such a page
     */
    public <T> Stream<T> pages(T first, Function<? super T, @Nullable ResourceLinks> linksOf, CallSettings settings) {
        @SuppressWarnings("unchecked") // The class of a T is one of T.
        Class<T> type = (Class<T>) first.getClass();
        OperationMethod operation = links.operation(type);
        // The idempotency key was used for the first page.
        CallSettings further = settings.withHeader("MS-RequestId", null);
        return StreamSupport.stream(
                new PageSpliterator<>(first, linksOf, links, link -> type.cast(links.follow(link, operation, further))),
                false);
    }

    @Override
    public void close() {
        transport.close();
    }
}
