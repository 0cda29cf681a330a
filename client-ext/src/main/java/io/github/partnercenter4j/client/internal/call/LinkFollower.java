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

/** Calls what a link points to, through the rings that any call passes, and reads it as the answer of an operation. */
final class LinkFollower {
    private final URI baseUrl;
    private final Client attempt;
    private final ResponseReader answers;
    private final CallObserver observer;

    LinkFollower(URI baseUrl, Client attempt, ResponseReader answers, CallObserver observer) {
        this.baseUrl = baseUrl;
        this.attempt = attempt;
        this.answers = answers;
        this.observer = observer;
    }

    /**
     * The operation that answers with a type: what its success and its media types are, the document says only there.
     *
     * @throws IllegalArgumentException if the document has none
     */
    OperationMethod operation(Class<?> type) {
        return Apis.all().stream()
                .flatMap(api -> Arrays.stream(api.getMethods()))
                .filter(method -> !method.isDefault())
                // A class lists its methods in no order. By name an operation comes before its twin WithResponse.
                .sorted(Comparator.comparing(Method::getName))
                .map(OperationMethod::of)
                .filter(operation -> operation.httpMethod().equals("GET") && operation.valueType() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        type.getName() + " is not what any GET of the document answers with"));
    }

    /**
     * Checks a link, without a request.
     *
     * @throws DecodingException if it must not be followed
     */
    LinkRequest check(Link link) {
        return LinkRequest.of(link, baseUrl);
    }

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
                    return answers.read(call, response);
                }
            });
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The transport translates each of its failures", e);
        }
    }
}
