package io.github.partnercenter4j.client;

import feign.Request;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A copy of a request with more headers: the request that came in stays as it is, for the next attempt. */
final class Headers {
    private final Request request;
    private final Map<String, Collection<String>> headers;

    private Headers(Request request) {
        this.request = request;
        this.headers = new LinkedHashMap<>(request.headers());
    }

    static Headers of(Request request) {
        return new Headers(request);
    }

    Headers set(String name, String value) {
        headers.put(name, List.of(value));
        return this;
    }

    Headers setIfPresent(String name, @Nullable String value) {
        return value == null ? this : set(name, value);
    }

    @SuppressWarnings("deprecation") // Feign's other factories take the body as a type that only it can make
    Request request() {
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }
}
