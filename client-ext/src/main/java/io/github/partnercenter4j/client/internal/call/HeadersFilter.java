package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds the documented headers to each request. Source: Partner Center REST headers. */
final class HeadersFilter implements Client {
    private static final String CONTRACT_VERSION = "v1";

    private final Client next;

    HeadersFilter(Client next) {
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = (Call) options;
        call.startAttempt();
        Map<String, String> headers = new LinkedHashMap<>(call.settings().headers());
        headers.put("Accept", call.accept());
        headers.put("Accept-Encoding", "gzip");
        headers.put("MS-RequestId", call.requestId());
        headers.put("MS-CorrelationId", call.correlationId());
        headers.put("MS-Contract-Version", CONTRACT_VERSION);
        headers.computeIfPresent("MS-CV", (name, first) -> call.correlationVector());
        Response response = next.execute(RequestHeaders.with(request, headers), options);
        call.responded(response.status());
        return response;
    }
}
