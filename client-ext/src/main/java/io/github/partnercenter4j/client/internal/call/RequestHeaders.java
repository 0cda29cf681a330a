package io.github.partnercenter4j.client.internal.call;

import feign.Request;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A copy of a request with more headers: the request that came in stays as it is, for the next attempt. */
final class RequestHeaders {
    private RequestHeaders() {}

    @SuppressWarnings("deprecation") // Feign's other factories take the body as a type that only it can make
    static Request with(Request request, Map<String, String> more) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        more.forEach((name, value) -> headers.put(name, List.of(value)));
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }
}
