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
 * Speaks with the token authority for MSAL, and hands it nothing but tokens and the wish to wait. Every other answer ends
 * here in a {@link CredentialException}: MSAL would quote bodies in messages and logs, try again by itself, and remember
 * failures for the whole JVM.
 *
 * <p>It is used by one thread at a time, and ends when that is interrupted.
 */
final class MsalHttpClient implements IHttpClient {
    static final int MOST_BYTES = 1024 * 1024;
    /** The callers' deadlines end the waiting, by an interrupt. */
    private static final Duration UNTIL_INTERRUPTED = Duration.ofDays(1);
    /** RFC 8628, section 3.5. */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    /** Lets time pass. */
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    private final TransportSettings transport;
    private final URI authority;
    private final Pause pause;
    private final JsonMapper json = Mappers.json();
    private Duration slower = Duration.ZERO;

    MsalHttpClient(TransportSettings transport, URI authority, Pause pause) {
        this.transport = transport;
        this.authority = authority;
        this.pause = pause;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        if (!slower.isZero()) {
            pause.last(slower);
        }
        Map<String, Collection<String>> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return judge(
                request,
                exchange(Request.create(
                        Request.HttpMethod.valueOf(request.httpMethod().name()),
                        // MSAL may prefer another of the authority's names, or one that the browser brought. Secrets go
                        // to this one only.
                        authority.resolve(request.url().getFile()).toString(),
                        headers,
                        request.body() == null ? null : request.body().getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8,
                        null)));
    }

    /** By a transport of its own, since a credential, which is asked once an hour, has no end at which to close one. */
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
                    "No token: the token authority " + authority + " can not be reached: " + e.getMessage()
                            + ". What to do: check the network, proxy and certificates",
                    e.getCause());
        }
    }

    /** Missing if it is no JSON object. */
    private JsonNode parse(byte[] bytes) throws IOException {
        try {
            JsonNode body = json.readTree(bytes);
            return body.isObject() ? body : json.missingNode();
        } catch (JacksonException e) {
            return json.missingNode();
        }
    }

    private IHttpResponse judge(HttpRequest request, Received received) {
        int status = received.status();
        JsonNode body = received.body();
        if (status == 200 && isComplete(request, body)) {
            return new Passed(200, body.toString());
        }
        AuthorizationServerError refusal = status >= 400 && status < 500 ? AuthorizationServerError.read(body) : null;
        if (refusal == null) {
            throw new CredentialException(
                    "No token: the token authority " + authority + " answered " + status + " with "
                            + (body.isMissingNode() ? "something other than JSON" : "no token in it")
                            + ". What to do: "
                            + (status >= 500 || status == 429
                                    ? "try again later"
                                    : "check the authority and the proxy"),
                    null);
        }
        if (refusal.is("slow_down")) {
            slower = slower.plus(SLOWER);
        } else if (!refusal.is("authorization_pending")) {
            throw refusal.toException();
        }
        return new Passed(
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

    /** Its body is missing where it was no JSON object, or too long to be one. */
    private record Received(int status, JsonNode body) {
        @Override
        public String toString() {
            return "Received[" + status + "]";
        }
    }

    /** Without headers: MSAL takes hints to throttle from them. */
    private record Passed(int statusCode, String body) implements IHttpResponse {
        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }

        @Override
        public String toString() {
            return "Passed[" + statusCode + "]";
        }
    }
}
