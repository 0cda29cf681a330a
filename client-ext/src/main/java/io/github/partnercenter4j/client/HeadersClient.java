package io.github.partnercenter4j.client;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.UUID;

/** The ring that puts the documented headers on a request. Source: Partner Center REST headers. */
final class HeadersClient implements Client {
    private static final String CONTRACT_VERSION = "v1";

    private final Client next;

    HeadersClient(Client next) {
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = (Call) options;
        CallOptions chosen = call.options();
        String requestId = chosen.requestId();
        if (requestId == null) {
            requestId = UUID.randomUUID().toString();
        }
        call.attempt(requestId);
        return next.execute(
                Headers.of(request)
                        .set("Accept", call.accept())
                        .set("Accept-Encoding", "gzip")
                        .set("MS-RequestId", requestId)
                        .set("MS-CorrelationId", call.correlationId())
                        .setIfPresent("MS-CV", chosen.correlationVector())
                        .set("X-Locale", chosen.locale())
                        .set("MS-Contract-Version", CONTRACT_VERSION)
                        .setIfPresent("MS-PartnerCenter-Application", chosen.applicationName())
                        .setIfPresent("ValidateMfa", chosen.validateMfa() ? "true" : null)
                        .request(),
                options);
    }
}
