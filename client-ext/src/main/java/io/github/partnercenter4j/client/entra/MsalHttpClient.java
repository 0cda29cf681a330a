package io.github.partnercenter4j.client.entra;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.body.Mappers;
import io.github.partnercenter4j.client.internal.call.RetryAfter;
import io.github.partnercenter4j.client.internal.http.CallContext;
import io.github.partnercenter4j.client.internal.http.HttpTransport;
import io.github.partnercenter4j.client.internal.http.TransportFailure;
import io.github.partnercenter4j.client.internal.http.TransportSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends MSAL's requests to the authorization server, and retries them. MSAL gets only issued tokens and codes, and the
 * response that the person has not signed in yet. Every other response becomes a {@link CredentialException} here, because
 * MSAL would quote bodies in messages and logs, retry by itself, and cache failures for the whole JVM.
 *
 * <p>Used by one thread at a time. An interrupt ends the request.
 */
final class MsalHttpClient implements IHttpClient, AutoCloseable {
    static final int MAX_BYTES = 1024 * 1024;

    private static final int MAX_RETRIES = 3;
    /** The timeout of the call may end a request earlier, by an interrupt. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private final HttpTransport transport;
    private final URI server;
    private final RequestPacing pacing;
    private final Duration requestTimeout;
    private final JsonMapper json = Mappers.json();
    /** Not null when a device code was issued. Every later request is a poll. */
    private @Nullable DevicePolling polling;

    MsalHttpClient(TransportSettings transport, URI server, RequestPacing pacing) {
        this(transport, server, pacing, REQUEST_TIMEOUT);
    }

    MsalHttpClient(TransportSettings transport, URI server, RequestPacing pacing, Duration requestTimeout) {
        this.transport = new HttpTransport(transport);
        this.server = server;
        this.pacing = pacing;
        this.requestTimeout = requestTimeout;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        Request wire = wire(request);
        DevicePolling running = polling;
        if (running != null) {
            return poll(running, wire);
        }
        pacing.beforeRequest(server.toString());
        for (int retry = 0; ; retry++) {
            AuthorizationServerResponse response = exchange(wire);
            pacing.remember(response);
            if (!response.isTemporaryFailure()) {
                return issued(request, response);
            }
            if (retry == MAX_RETRIES) {
                throw response.toException(pacing.gate().remaining());
            }
            pacing.beforeRetry(retry, response);
        }
    }

    private IHttpResponse issued(HttpRequest request, AuthorizationServerResponse response) {
        IssuedBody body = new IssuedBody(response);
        if (response.status() == 200 && isForToken(request) && body.isToken()) {
            return new MsalResponse(200, body.token());
        }
        if (response.status() == 200 && !isForToken(request) && body.isDeviceCode()) {
            polling = new DevicePolling(body, pacing);
            return new MsalResponse(200, body.deviceCode());
        }
        throw response.toException();
    }

    private IHttpResponse poll(DevicePolling running, Request wire) throws IOException, InterruptedException {
        running.beforePoll(server.toString());
        AuthorizationServerResponse response = exchange(wire);
        pacing.remember(response);
        IssuedBody body = new IssuedBody(response);
        if (response.status() == 200 && body.isToken()) {
            return new MsalResponse(200, body.token());
        }
        AuthorizationServerError error = response.error();
        if (error != null && error.is("slow_down")) {
            running.slowDown();
        } else if (error != null && error.is("authorization_pending")) {
            running.pending();
        } else if (response.isTemporaryForPolling()) {
            running.failed(response);
        } else {
            throw response.toException();
        }
        return new MsalResponse(
                400,
                "{\"error\":\"authorization_pending\",\"error_description\":\"The person has not signed in yet\"}");
    }

    private Request wire(HttpRequest request) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return Request.create(
                Request.HttpMethod.valueOf(request.httpMethod().name()),
                // MSAL may use an alias of the server. Secrets are sent to this server only.
                server.resolve(request.url().getFile()).toString(),
                headers,
                request.body() == null ? null : request.body().getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                null);
    }

    private AuthorizationServerResponse exchange(Request request) throws IOException {
        try (Response response = transport.send(request, CallContext.ofSingleRequest(requestTimeout));
                InputStream body = response.body().asInputStream()) {
            return new AuthorizationServerResponse(
                    server.toString(),
                    response.status(),
                    parse(body.readAllBytes()),
                    pacing.backoff().retryAfter(response),
                    null);
        } catch (TransportFailure e) {
            return new AuthorizationServerResponse(
                    server.toString(), e.status(), json.missingNode(), RetryAfter.NONE, e.status() == 0 ? e : null);
        }
    }

    /** Returns the missing node if the bytes are not a JSON object. */
    private JsonNode parse(byte[] bytes) throws IOException {
        try {
            JsonNode body = json.readTree(bytes);
            return body.isObject() ? body : json.missingNode();
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }

    private static boolean isForToken(HttpRequest request) {
        return request.url().getPath().endsWith("/token");
    }

    @Override
    public void close() {
        transport.close();
    }

    /** Has no headers, because MSAL would throttle requests by them. */
    private record MsalResponse(int statusCode, String body) implements IHttpResponse {
        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }

        @Override
        public String toString() {
            return "MsalResponse[" + statusCode + "]";
        }
    }
}
