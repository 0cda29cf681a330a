package io.github.partnercenter4j.client.internal.call;

import feign.Request;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies a request with more headers. The original is kept for the next attempt. */
final class RequestHeaders {
    private RequestHeaders() {}

    @SuppressWarnings("deprecation") // Feign's other factories need a body type with a private constructor
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
