package io.github.partnercenter4j.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Client;
import feign.Feign;
import feign.Retryer;
import feign.Target;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rings that every call passes. Per attempt, from the outside in: the retry, the credential, the headers, the
 * transport. What a generated interface needs of Feign is set up once, and shared by all views.
 */
final class Connection implements AutoCloseable {
    private final URI baseUrl;
    private final HttpTransport transport;
    private final LinkFollower links;
    private final Feign feign;
    private final Map<Class<?>, CallHandler> handlers = new ConcurrentHashMap<>();

    Connection(
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
        AnswerReader answers = new AnswerReader(json, faults);
        Client attempt =
                new RetryClient(backoff, new CredentialClient(cloud, credential, faults, new HeadersClient(transport)));
        this.links = new LinkFollower(baseUrl, attempt, answers, observer);
        this.feign = Feign.builder()
                .client(attempt)
                .encoder(new JsonEncoder(json))
                .retryer(Retryer.NEVER_RETRY)
                // The handler reads the answer itself: only it knows the call, and Feign would wrap what a decoder
                // throws.
                .responseInterceptor((context, chain) -> context.response())
                .invocationHandlerFactory((target, methods) -> new CallHandler(target, methods, answers, observer))
                .build();
    }

    /**
     * Implements a generated interface.
     *
     * @throws IllegalArgumentException if it is none
     */
    Object implement(Class<?> api, CallOptions options) {
        CallHandler handler = handlers.computeIfAbsent(api, this::prepare);
        return Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, handler.with(options));
    }

    private CallHandler prepare(Class<?> api) {
        if (!api.isInterface()) {
            throw new IllegalArgumentException(
                    api + " is not an interface: only interfaces generated from the document can be called");
        }
        Object proxy = feign.newInstance(new Target.HardCodedTarget<>(api, api.getSimpleName(), baseUrl.toString()));
        return (CallHandler) Proxy.getInvocationHandler(proxy);
    }

    LinkFollower links() {
        return links;
    }

    @Override
    public void close() {
        transport.close();
    }
}
