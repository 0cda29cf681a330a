package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.RequestInterceptor;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds the token and the documented headers to each request. Source: Partner Center REST headers. */
final class HeadersFilter implements Client {
    private static final List<String> CONTRACT_VERSION = List.of("v1");
    private static final List<String> GZIP = List.of("gzip");

    private final Client next;

    HeadersFilter(Client next) {
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = (Call) options;
        call.startAttempt();
        Response response = next.execute(withHeaders(request, call), options);
        call.responded(response.status());
        return response;
    }

    /** Copies the request, because the next attempt needs the original. */
    @SuppressWarnings("deprecation") // Feign's other factories need a body type with a private constructor
    private static Request withHeaders(Request request, Call call) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        AccessToken token = call.token();
        if (token != null) {
            // RFC 6750, section 2.1
            headers.put("Authorization", List.of("Bearer " + token.value()));
        }
        call.settings().headers().forEach((name, value) -> headers.put(name, List.of(value)));
        headers.put("Accept", List.of(call.accept()));
        headers.put("Accept-Encoding", GZIP);
        headers.put("MS-RequestId", List.of(call.requestId()));
        headers.put("MS-CorrelationId", List.of(call.correlationId()));
        headers.put("MS-Contract-Version", CONTRACT_VERSION);
        String vector = call.correlationVector();
        if (vector != null) {
            headers.put("MS-CV", List.of(vector));
        }
        for (RequestInterceptor interceptor : call.settings().interceptors()) {
            new InterceptedRequest(call.operation(), headers).passTo(interceptor);
        }
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }
}
