package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.client.Format;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checked options of a call.
 *
 * @param headers the headers that the caller chose, by name
 */
public record CallSettings(Duration timeout, int maxRetries, Format format, Map<String, String> headers) {
    public static final CallSettings DEFAULTS =
            new CallSettings(Duration.ofSeconds(60), 3, Format.JSON, Map.of("X-Locale", "en-US"));

    public CallSettings withTimeout(Duration timeout) {
        return new CallSettings(timeout, maxRetries, format, headers);
    }

    public CallSettings withMaxRetries(int maxRetries) {
        return new CallSettings(timeout, maxRetries, format, headers);
    }

    public CallSettings withFormat(Format format) {
        return new CallSettings(timeout, maxRetries, format, headers);
    }

    /** Sets a header, or removes it if the value is null. */
    public CallSettings withHeader(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.compute(name, (key, before) -> value);
        return new CallSettings(timeout, maxRetries, format, changed);
    }
}
