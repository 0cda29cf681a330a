package io.github.partnercenter4j.client.internal.call;

import feign.Response;
import io.github.partnercenter4j.client.internal.body.MediaType;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A complete response before it is decoded.
 *
 * @param headers the values by header name, compared without case
 * @param body the body after decompression; empty if there is none
 */
record ReceivedResponse(int status, Map<String, List<String>> headers, byte[] body, CallIds ids, Call call) {
    private static final int MAX_ID_LENGTH = 256;
    /** Replaced by spaces, RFC 9110, section 5.5, because callers log headers. */
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F]");

    static ReceivedResponse of(Call call, Response response) {
        return new ReceivedResponse(
                response.status(), headers(call, response), body(response), ids(call, response), call);
    }

    private static Map<String, List<String>> headers(Call call, Response response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers()
                .forEach((name, values) -> headers.put(
                        name,
                        values.stream()
                                .map(value -> CONTROL_CHARACTER
                                        .matcher(call.redact(value))
                                        .replaceAll(" "))
                                .toList()));
        return headers;
    }

    private static byte[] body(Response response) {
        try {
            return response.body() == null
                    ? new byte[0]
                    : response.body().asInputStream().readAllBytes();
        } catch (IOException e) {
            // The body is in memory already.
            throw new UncheckedIOException(e);
        }
    }

    private static CallIds ids(Call call, Response response) {
        CallIds sent = call.ids();
        return new CallIds(
                echoed(call, response, "MS-RequestId", sent.requestId()),
                echoed(call, response, "MS-CorrelationId", sent.correlationId()),
                sent.attempts());
    }

    private static @Nullable String echoed(Call call, Response response, String name, @Nullable String sent) {
        Collection<String> values = response.headers().getOrDefault(name, List.of());
        return values.stream()
                .limit(1)
                .filter(value -> HeaderValue.isValid(value) && value.length() <= MAX_ID_LENGTH)
                .filter(value -> value.equals(call.redact(value)))
                .findFirst()
                .orElse(sent);
    }

    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The media type, or null if Content-Type is missing, invalid or given twice with different values. */
    @Nullable
    MediaType mediaType() {
        Set<@Nullable MediaType> types = new HashSet<>();
        header("Content-Type").forEach(value -> types.add(MediaType.parse(value)));
        return types.size() == 1 ? types.iterator().next() : null;
    }

    /** The beginning of the body as text without tokens, or null if there is no body. */
    @Nullable
    String excerpt() {
        // Longer than an excerpt, so that a token that crosses its end is still recognized.
        String text = new String(body, 0, Math.min(body.length, 16 * 1024), StandardCharsets.UTF_8);
        return body.length == 0 ? null : call.redact(text);
    }
}
