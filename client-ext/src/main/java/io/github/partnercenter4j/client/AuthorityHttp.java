package io.github.partnercenter4j.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * Speaks with the token authority for MSAL, and hands it nothing but tokens and the wish to wait. Every other answer ends
 * here in a {@link CredentialException}: MSAL would quote bodies in messages and logs, try again by itself, and remember
 * failures for the whole JVM.
 *
 * <p>It is used by one thread at a time, and ends when that is interrupted.
 */
final class AuthorityHttp implements IHttpClient {
    private static final int MOST_BYTES = 1024 * 1024;
    /** RFC 8628, section 3.5. */
    private static final Duration SLOWER = Duration.ofSeconds(5);

    /** Lets time pass. */
    interface Pause {
        void last(Duration time) throws InterruptedException;
    }

    private final HttpClient http;
    private final URI authority;
    private final Pause pause;
    private final JsonMapper json = Mappers.json();
    private Duration slower = Duration.ZERO;

    AuthorityHttp(HttpClient http, URI authority, Pause pause) {
        this.http = http;
        this.authority = authority;
        this.pause = pause;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        if (!slower.isZero()) {
            pause.last(slower);
        }
        // MSAL may prefer another of the authority's names, or one that the browser brought. Secrets go to this one
        // only.
        var builder = java.net.http.HttpRequest.newBuilder(
                authority.resolve(request.url().getFile()));
        request.headers().forEach(builder::setHeader);
        builder.method(
                request.httpMethod().name(),
                request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        return judge(request, exchange(builder.build()));
    }

    private Received exchange(java.net.http.HttpRequest request) throws IOException, InterruptedException {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                return new Received(
                        response.statusCode(), bytes.length > MOST_BYTES ? json.missingNode() : parse(bytes));
            }
        } catch (IOException e) {
            throw new CredentialException(
                    "No token: the token authority " + authority + " can not be reached: " + reason(e)
                            + ". What to do: check the network, proxy and certificates",
                    e);
        }
    }

    private static String reason(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "its name is not known";
            }
            if (cause instanceof SSLException) {
                return "TLS failed";
            }
        }
        return failure instanceof ConnectException ? "connecting failed" : "the connection failed";
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
        AuthorityRefusal refusal = status >= 400 && status < 500 ? AuthorityRefusal.read(body) : null;
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
