package io.github.partnercenter4j.client.internal.call;

import feign.Response;
import io.github.partnercenter4j.client.internal.body.ContentType;
import io.github.partnercenter4j.client.internal.body.MediaType;
import io.github.partnercenter4j.client.internal.body.UnreadableBodyException;
import io.github.partnercenter4j.client.internal.http.ReceivedBody;
import io.github.partnercenter4j.client.internal.text.AuthenticationError;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A complete response before it is decoded. Headers and ids are read when they are needed, because most calls return only
 * the value of the body.
 */
final class ReceivedResponse {
    private static final int MAX_ID_LENGTH = 256;

    private final Call call;
    private final Response response;
    private final byte[] body;

    private ReceivedResponse(Call call, Response response) {
        this.call = call;
        this.response = response;
        this.body = ReceivedBody.bytes(response.body());
    }

    static ReceivedResponse of(Call call, Response response) {
        return new ReceivedResponse(call, response);
    }

    Call call() {
        return call;
    }

    int status() {
        return response.status();
    }

    /** The body after decompression; empty if there is none. */
    byte[] body() {
        return body;
    }

    /** The values by header name, compared without case. */
    Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().forEach((name, values) -> headers.put(name, printable(name, values)));
        return headers;
    }

    /** Returns the values of a header, compared without case. */
    List<String> header(String name) {
        return printable(name, response.headers().getOrDefault(name, List.of()));
    }

    private List<String> printable(String name, Collection<String> values) {
        List<String> printable = new ArrayList<>(values.size());
        values.forEach(value -> printable.add(printable(call.redact(plain(name, value)))));
        return Collections.unmodifiableList(printable);
    }

    private static String plain(String name, String value) {
        return name.equalsIgnoreCase("WWW-Authenticate") ? AuthenticationError.withoutNeedlessEscapes(value) : value;
    }

    /** Replaces control characters by spaces, RFC 9110, section 5.5, because callers log headers. */
    private static String printable(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, ' ');
            }
        }
        return changed == null ? text : changed.toString();
    }

    CallIds ids() {
        CallIds sent = call.ids();
        return new CallIds(
                echoed("MS-RequestId", sent.requestId()),
                echoed("MS-CorrelationId", sent.correlationId()),
                sent.attempts());
    }

    private @Nullable String echoed(String name, @Nullable String sent) {
        Collection<String> values = response.headers().getOrDefault(name, List.of());
        return values.stream()
                .limit(1)
                .filter(value -> HeaderValue.isValid(value) && value.length() <= MAX_ID_LENGTH)
                .filter(value -> value.equals(call.redact(value)))
                .findFirst()
                .orElse(sent);
    }

    /** The media type, or null if Content-Type is missing or invalid, or has values that differ. */
    @Nullable
    MediaType mediaType() {
        try {
            return ContentType.of(header("Content-Type"));
        } catch (UnreadableBodyException e) {
            return null;
        }
    }

    /** The beginning of the body as text without tokens, or null if there is no body. */
    @Nullable
    String excerpt() {
        // Longer than an excerpt, so that a token that crosses its end is still recognized.
        String text = new String(body, 0, Math.min(body.length, 16 * 1024), StandardCharsets.UTF_8);
        return body.length == 0 ? null : call.redact(text);
    }
}
