package io.github.partnercenter4j.client;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer, before it is read.
 *
 * @param headers by name, without case
 * @param body decoded from its content encoding; empty where there is none
 */
record Answer(int status, Map<String, List<String>> headers, byte[] body, CallIds ids, Call call) {
    List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The media type, or null where the answer names none, or two that differ. */
    @Nullable
    MediaType mediaType() {
        Set<@Nullable MediaType> types = new HashSet<>();
        header("Content-Type").forEach(value -> types.add(MediaType.parse(value)));
        return types.size() == 1 ? types.iterator().next() : null;
    }

    /** The beginning of the body for a person to look at, or null where there is no body. */
    @Nullable
    String excerpt() {
        // More bytes than the excerpt has characters, so that a token across its end is still recognised.
        String text = new String(body, 0, Math.min(body.length, 16 * 1024), StandardCharsets.UTF_8);
        return body.length == 0 ? null : Excerpt.escape(call.redact(text));
    }
}
