package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.client.CallListener;
import io.github.partnercenter4j.client.Format;
import io.github.partnercenter4j.client.RequestInterceptor;
import io.github.partnercenter4j.client.RequestLimiter;
import io.github.partnercenter4j.client.internal.http.Deadline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checked options of a call.
 *
 * @param sharedDeadline the deadline of several calls together, or null if each call has its own
 * @param headers the headers that the caller chose, by name
 * @param limiter is asked before each request, or null
 * @param interceptors see each request before it is sent, in this order
 */
public record CallSettings(
        Duration timeout,
        @Nullable Deadline sharedDeadline,
        int maxRetries,
        Format format,
        Map<String, String> headers,
        @Nullable RequestLimiter limiter,
        List<CallListener> listeners,
        List<RequestInterceptor> interceptors) {
    public static final CallSettings DEFAULTS = new CallSettings(
            Duration.ofSeconds(60), null, 3, Format.JSON, Map.of("X-Locale", "en-US"), null, List.of(), List.of());

    public CallSettings withTimeout(Duration timeout) {
        return new CallSettings(timeout, null, maxRetries, format, headers, limiter, listeners, interceptors);
    }

    /** Starts one timeout for all calls with the returned settings. */
    public CallSettings withSharedDeadline(LongSupplier nanoTime) {
        return new CallSettings(
                timeout,
                Deadline.after(timeout, nanoTime),
                maxRetries,
                format,
                headers,
                limiter,
                listeners,
                interceptors);
    }

    public CallSettings withMaxRetries(int maxRetries) {
        return new CallSettings(timeout, sharedDeadline, maxRetries, format, headers, limiter, listeners, interceptors);
    }

    public CallSettings withFormat(Format format) {
        return new CallSettings(timeout, sharedDeadline, maxRetries, format, headers, limiter, listeners, interceptors);
    }

    public CallSettings withLimiter(@Nullable RequestLimiter limiter) {
        return new CallSettings(timeout, sharedDeadline, maxRetries, format, headers, limiter, listeners, interceptors);
    }

    /** Sets a header, or removes it if the value is null. */
    public CallSettings withHeader(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.compute(name, (key, before) -> value);
        return new CallSettings(timeout, sharedDeadline, maxRetries, format, changed, limiter, listeners, interceptors);
    }

    /** Adds a listener after those that are there. */
    public CallSettings withListener(CallListener listener) {
        List<CallListener> all =
                Stream.concat(listeners.stream(), Stream.of(listener)).toList();
        return new CallSettings(timeout, sharedDeadline, maxRetries, format, headers, limiter, all, interceptors);
    }

    /** Adds an interceptor after those that are there. */
    public CallSettings withInterceptor(RequestInterceptor interceptor) {
        List<RequestInterceptor> all =
                Stream.concat(interceptors.stream(), Stream.of(interceptor)).toList();
        return new CallSettings(timeout, sharedDeadline, maxRetries, format, headers, limiter, listeners, all);
    }
}
