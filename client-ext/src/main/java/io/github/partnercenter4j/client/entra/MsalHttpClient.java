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

/**
 * Sends MSAL's requests to the authorization server. MSAL gets only issued tokens and codes, and the response that the
 * person has not signed in yet. Every other response becomes a {@link CredentialException} here, because MSAL would quote
 * bodies in messages and logs, retry by itself, and cache failures for the whole JVM.
 *
 * <p>Used by one thread at a time. An interrupt ends the request.
 */
final class MsalHttpClient implements IHttpClient {
    static final int MAX_BYTES = 1024 * 1024;
    /** The timeout of the call ends a request earlier, by an interrupt. */
    private static final Duration UNTIL_INTERRUPTED = Duration.ofDays(1);
    /** RFC 8628, section 3.5. */
    private static final Duration SLOW_DOWN = Duration.ofSeconds(5);

    /** Sleeps until the time has passed or the thread is interrupted. */
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    private final TransportSettings transport;
    private final URI server;
    private final Sleeper sleeper;
    private final JsonMapper json = Mappers.json();
    private Duration extraInterval = Duration.ZERO;

    MsalHttpClient(TransportSettings transport, URI server, Sleeper sleeper) {
        this.transport = transport;
        this.server = server;
        this.sleeper = sleeper;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        if (!extraInterval.isZero()) {
            sleeper.sleep(extraInterval);
        }
        Map<String, Collection<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return check(
                request,
                exchange(Request.create(
                        Request.HttpMethod.valueOf(request.httpMethod().name()),
                        // MSAL may use an alias of the server, or a host name from the browser. Secrets are sent
                        // to this server only.
                        server.resolve(request.url().getFile()).toString(),
                        headers,
                        request.body() == null ? null : request.body().getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8,
                        null)));
    }

    /** Opens a transport for each request, because a credential is used about once an hour and is never closed. */
    private Received exchange(Request request) throws IOException {
        try (HttpTransport once = new HttpTransport(transport);
                Response response = once.send(request, CallContext.ofSingleRequest(UNTIL_INTERRUPTED));
                InputStream body = response.body().asInputStream()) {
            return new Received(response.status(), parse(body.readAllBytes()));
        } catch (TransportFailure e) {
            if (e.status() != 0) {
                return new Received(e.status(), json.missingNode());
            }
            throw new CredentialException(
                    "No token: the authorization server " + server + " cannot be reached: " + e.getMessage()
                            + ". What to do: check the network, proxy and certificates",
                    e.getCause());
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

    private IHttpResponse check(HttpRequest request, Received received) {
        int status = received.status();
        JsonNode body = received.body();
        if (status == 200 && isComplete(request, body)) {
            return new MsalResponse(200, body.toString());
        }
        AuthorizationServerError error = status >= 400 && status < 500 ? AuthorizationServerError.read(body) : null;
        if (error == null) {
            throw new CredentialException(
                    "No token: the authorization server " + server + " returned " + status + " "
                            + (body.isMissingNode() ? "with a body that is not JSON" : "without a token in it")
                            + ". What to do: "
                            + (status >= 500 || status == 429
                                    ? "try again later"
                                    : "check the authorization server and the proxy"),
                    null);
        }
        if (error.is("slow_down")) {
            extraInterval = extraInterval.plus(SLOW_DOWN);
        } else if (!error.is("authorization_pending")) {
            throw error.toException();
        }
        return new MsalResponse(
                400,
                "{\"error\":\"authorization_pending\",\"error_description\":\"The person has not signed in yet\"}");
    }

    private static boolean isComplete(HttpRequest request, JsonNode body) {
        return request.url().getPath().endsWith("/token")
                ? isText(body, "access_token") && body.path("expires_in").canConvertToInt()
                : isText(body, "device_code") && isText(body, "user_code") && isText(body, "verification_uri");
    }

    private static boolean isText(JsonNode body, String name) {
        return !body.path(name).asText().isBlank() && body.path(name).isTextual();
    }

    /** A response. Its body is the missing node if it is not a JSON object or too large. */
    private record Received(int status, JsonNode body) {
        @Override
        public String toString() {
            return "Received[" + status + "]";
        }
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
