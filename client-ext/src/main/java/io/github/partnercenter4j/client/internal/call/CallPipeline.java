package io.github.partnercenter4j.client.internal.call;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Client;
import feign.Contract;
import feign.MethodMetadata;
import feign.Target;
import io.github.partnercenter4j.api.Apis;
import io.github.partnercenter4j.client.Cloud;
import io.github.partnercenter4j.client.Credential;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.internal.body.FaultReader;
import io.github.partnercenter4j.client.internal.body.JsonEncoder;
import io.github.partnercenter4j.client.internal.body.Mappers;
import io.github.partnercenter4j.client.internal.http.HttpTransport;
import io.github.partnercenter4j.model.Link;
import io.github.partnercenter4j.model.ResourceLinks;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The filters that every call passes. For each attempt, from the outside in: retry, credential, limiter, listeners,
 * headers, transport. The handler of a generated interface is created once and shared by all views of a client.
 */
public final class CallPipeline implements AutoCloseable {
    private final URI baseUrl;
    private final HttpTransport transport;
    private final LinkFollower links;
    private final Client attempt;
    private final ResponseReader responses;
    private final JsonEncoder encoder;
    private final CallObserver observer;
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
        this.responses = new ResponseReader(json, faults);
        this.attempt = new RetryFilter(
                backoff,
                new CredentialFilter(
                        cloud,
                        credential,
                        faults,
                        new LimiterFilter(new ListenerFilter(new HeadersFilter(transport)))));
        this.encoder = new JsonEncoder(json);
        this.observer = observer;
        this.links = new LinkFollower(baseUrl, attempt, responses, observer, this::apis);
    }

    /** The interfaces of our OpenAPI document, and others that were implemented before. */
    private Stream<Class<?>> apis() {
        return Stream.concat(Apis.all().stream(), handlers.keySet().stream()).distinct();
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

    /**
     * The pipeline and the settings behind an implementation.
     *
     * @param pipeline what {@link #implement} was called on
     * @param settings the settings that it was called with
     */
    public record Origin(CallPipeline pipeline, CallSettings settings) {}

    /** Returns where an implementation comes from, or null if {@link #implement} did not return it. */
    public static @Nullable Origin origin(Object api) {
        return Proxy.isProxyClass(api.getClass()) && Proxy.getInvocationHandler(api) instanceof CallHandler handler
                ? new Origin(handler.pipeline(), handler.settings())
                : null;
    }

    private CallHandler prepare(Class<?> api) {
        if (!api.isInterface()) {
            throw new IllegalArgumentException(
                    api + " is not an interface: only interfaces generated from an OpenAPI document can be called");
        }
        // Feign's own message about a method without its annotations would not say what can be called.
        OperationMethod.methods(api).forEach(OperationMethod::of);
        Target<?> target = new Target.HardCodedTarget<>(api, api.getSimpleName(), baseUrl.toString());
        Map<Method, CallHandler.Operation> operations = new HashMap<>();
        for (MethodMetadata metadata : new Contract.Default().parseAndValidateMetadata(api)) {
            OperationMethod method = OperationMethod.of(metadata.method());
            operations.put(
                    metadata.method(),
                    new CallHandler.Operation(method, new RequestFactory(metadata, target, encoder, method)));
        }
        if (operations.isEmpty()) {
            throw new IllegalArgumentException(
                    api + " has no operation: only interfaces generated from an OpenAPI document can be called");
        }
        return new CallHandler(
                this, target, Map.copyOf(operations), attempt, responses, observer, CallSettings.DEFAULTS);
    }

    /**
     * Requests what a link points to.
     *
     * @throws DecodingException if the link must not be followed
     * @throws IllegalArgumentException if no GET operation that is known returns the type
     */
    public <T> T follow(Link link, Class<T> type, CallSettings settings) {
        List<OperationMethod> operations = links.operations(type);
        return type.cast(links.follow(links.check(link), operations, settings));
    }

    /**
     * Streams a page and those that follow it.
     *
     * @throws IllegalArgumentException if no GET operation that is known returns such a page
     */
    public <T> Stream<T> pages(T first, Function<? super T, @Nullable ResourceLinks> linksOf, CallSettings settings) {
        @SuppressWarnings("unchecked") // The class of a T is one of T.
        Class<T> type = (Class<T>) first.getClass();
        List<OperationMethod> operations = links.operations(type);
        // The idempotency key was used for the first page.
        CallSettings further = settings.withHeader("MS-RequestId", null);
        return StreamSupport.stream(
                new PageSpliterator<>(
                        first, linksOf, links, link -> type.cast(links.follow(link, operations, further))),
                false);
    }

    @Override
    public void close() {
        transport.close();
    }
}
