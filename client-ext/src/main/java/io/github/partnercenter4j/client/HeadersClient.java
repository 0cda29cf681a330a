package io.github.partnercenter4j.client;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;

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
        call.attempt();
        Response response = next.execute(
                Headers.of(request)
                        .set("Accept", call.accept())
                        .set("Accept-Encoding", "gzip")
                        .set("MS-RequestId", call.requestId())
                        .set("MS-CorrelationId", call.correlationId())
                        .setIfPresent("MS-CV", call.correlationVector())
                        .set("X-Locale", chosen.locale())
                        .set("MS-Contract-Version", CONTRACT_VERSION)
                        .setIfPresent("MS-PartnerCenter-Application", chosen.applicationName())
                        .setIfPresent("ValidateMfa", chosen.validateMfa() ? "true" : null)
                        .request(),
                options);
        call.answered(response.status());
        return response;
    }
}
