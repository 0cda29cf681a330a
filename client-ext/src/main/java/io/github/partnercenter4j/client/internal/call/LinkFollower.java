package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.model.Link;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows links through the filters of all calls, and reads the response as the response of an operation. */
final class LinkFollower {
    private final URI baseUrl;
    private final Client attempt;
    private final ResponseReader responses;
    private final CallObserver observer;
    private final Supplier<Stream<Class<?>>> apis;

    /** @param apis the generated interfaces whose operations describe what links return */
    LinkFollower(
            URI baseUrl,
            Client attempt,
            ResponseReader responses,
            CallObserver observer,
            Supplier<Stream<Class<?>>> apis) {
        this.baseUrl = baseUrl;
        this.attempt = attempt;
        this.responses = responses;
        this.observer = observer;
        this.apis = apis;
    }

    /**
     * Returns the GET operations that return a type. One of them defines the success statuses and the media types of a
     * response.
     *
     * @throws IllegalArgumentException if no interface has such an operation
     */
    List<OperationMethod> operations(Class<?> type) {
        List<OperationMethod> operations = apis.get()
                .flatMap(OperationMethod::methods)
                // Reflection returns methods in no order. Sorted by name, an operation comes before its variant
                // WithResponse.
                .sorted(Comparator.comparing(Method::getName))
                .map(OperationMethod::of)
                .filter(operation -> operation.httpMethod().equals("GET") && operation.valueType() == type)
                .toList();
        if (operations.isEmpty()) {
            throw new IllegalArgumentException(
                    type.getName() + " is not returned by any GET operation of the OpenAPI document, nor by one of an"
                            + " interface that was given to api() before");
        }
        return operations;
    }

    /**
     * Checks a link without sending anything.
     *
     * @throws DecodingException if it must not be followed
     */
    LinkRequest check(Link link) {
        return LinkRequest.of(link, baseUrl);
    }

    /**
     * Sends the request and returns what the operation at the path of the link returns. The service may use paths in links
     * that the OpenAPI document does not contain: then the success of any of the operations is one.
     */
    @Nullable
    Object follow(LinkRequest link, List<OperationMethod> operations, CallSettings settings) {
        OperationMethod operation = operations.stream()
                .filter(candidate -> isAt(candidate.path(), link.url()))
                .findFirst()
                .orElseGet(() -> operations.get(0).withSuccessOf(operations));
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

    /** True if a URL ends with a path, in which any segment may stand for a parameter. */
    private static boolean isAt(String template, String url) {
        String[] expected = segments(template);
        String[] actual = segments(url);
        int before = actual.length - expected.length;
        return before >= 0
                && IntStream.range(1, expected.length)
                        .allMatch(i -> expected[i].startsWith("{") || expected[i].equalsIgnoreCase(actual[before + i]));
    }

    private static String[] segments(String url) {
        return url.split("\\?", 2)[0].split("/");
    }
}
