package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.api.Apis;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.model.Link;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows links through the filters of all calls, and reads the response as the response of an operation. */
final class LinkFollower {
    private final URI baseUrl;
    private final Client attempt;
    private final ResponseReader responses;
    private final CallObserver observer;

    LinkFollower(URI baseUrl, Client attempt, ResponseReader responses, CallObserver observer) {
        this.baseUrl = baseUrl;
        this.attempt = attempt;
        this.responses = responses;
        this.observer = observer;
    }

    /**
     * Returns the GET operation that returns a type. It defines the success statuses and the media types of the response.
     *
     * @throws IllegalArgumentException if the OpenAPI document has no such operation
     */
    OperationMethod operation(Class<?> type) {
        return Apis.all().stream()
                .flatMap(api -> Arrays.stream(api.getMethods()))
                .filter(method -> !method.isDefault())
                // Reflection returns methods in no order. Sorted by name, an operation comes before its variant
                // WithResponse.
                .sorted(Comparator.comparing(Method::getName))
                .map(OperationMethod::of)
                .filter(operation -> operation.httpMethod().equals("GET") && operation.valueType() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        type.getName() + " is not returned by any GET operation of the OpenAPI document"));
    }

    /**
     * Checks a link without sending anything.
     *
     * @throws DecodingException if it must not be followed
     */
    LinkRequest check(Link link) {
        return LinkRequest.of(link, baseUrl);
    }

    /** Sends the request and returns what the operation returns. */
    @Nullable
    Object follow(LinkRequest link, OperationMethod operation, CallSettings settings) {
        Call call = Call.start(operation, settings, System::nanoTime);
        Map<String, Collection<String>> headers = link.continuationToken() == null
                ? Map.of()
                : Map.of(LinkRequest.CONTINUATION_TOKEN, List.of(link.continuationToken()));
        Request request = Request.create(Request.HttpMethod.GET, link.url(), headers, Request.Body.empty(), null);
        try {
            return observer.observe(call, () -> {
                try (Response response = attempt.execute(request, call)) {
                    return responses.read(call, response);
                }
            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The transport did not translate a failure", e);
        }
    }
}
