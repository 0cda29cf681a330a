package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.call.CallSettings;
import io.github.partnercenter4j.client.internal.http.Deadline;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options of a call. Immutable: each method returns a changed copy. See
 * {@link PartnerCenter#with(java.util.function.UnaryOperator)}.
 */
public final class CallOptions {
    private static final int MAX_RETRIES = 10;

    static final CallOptions DEFAULTS = new CallOptions(CallSettings.DEFAULTS);

    private final CallSettings settings;

    private CallOptions(CallSettings settings) {
        this.settings = settings;
    }

    static CallOptions of(CallSettings settings) {
        return new CallOptions(settings);
    }

    /**
     * Limits the whole call, including the wait for a token and a connection, all attempts and the pauses between them.
     *
     * @param timeout more than zero, at most a day; defaults to 60 seconds
     * @return the changed options
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public CallOptions timeout(Duration timeout) {
        return new CallOptions(settings.withTimeout(Deadline.requireTimeout("timeout", timeout)));
    }

    /**
     * Limits how often a call is retried within its timeout. A GET is retried if no response arrived, or one with the
     * status 408, 429, 500, 502, 503 or 504. The repeat with a refreshed token after a 401 is not counted.
     *
     * @param maxRetries 0 to 10, in addition to the first attempt; defaults to 3
     * @return the changed options
     * @throws IllegalArgumentException if the number is out of range
     */
    public CallOptions maxRetries(int maxRetries) {
        if (maxRetries < 0 || maxRetries > MAX_RETRIES) {
            throw new IllegalArgumentException("maxRetries must be 0 to " + MAX_RETRIES);
        }
        return new CallOptions(settings.withMaxRetries(maxRetries));
    }

    /**
     * Sets the format to request: the JSON or XML media types that the OpenAPI document lists for the operation.
     *
     * @param format the format; defaults to JSON
     * @return the changed options
     */
    public CallOptions format(Format format) {
        return new CallOptions(settings.withFormat(format).withHeader("Accept", null));
    }

    /**
     * Sets the Accept header, instead of {@link #format}. RFC 9110, section 12.5.1.
     *
     * @param accept the value of the header, such as text/xml
     * @return the changed options
     * @throws IllegalArgumentException if the value is empty or has characters that a header cannot contain
     */
    public CallOptions accept(String accept) {
        return withHeader("Accept", HeaderValue.require("accept", accept));
    }

    /**
     * Sets MS-RequestId, the idempotency key, of the first attempt and of the attempts that repeat it because no response
     * arrived. After a response, or without this option, each attempt has a new id.
     *
     * @param requestId a GUID, according to the documentation
     * @return the changed options
     * @throws IllegalArgumentException if the value is empty or has characters that a header cannot contain
     */
    public CallOptions requestId(String requestId) {
        return withHeader("MS-RequestId", HeaderValue.require("requestId", requestId));
    }

    /**
     * Sets MS-CorrelationId, which joins the log entries of a call. Without this option each call has a new id.
     *
     * @param correlationId a GUID, according to the documentation
     * @return the changed options
     * @throws IllegalArgumentException if the value is empty or has characters that a header cannot contain
     */
    public CallOptions correlationId(String correlationId) {
        return withHeader("MS-CorrelationId", HeaderValue.require("correlationId", correlationId));
    }

    /**
     * Sets MS-CV, the correlation vector, of the first attempt. It is incremented for each further attempt. Without this
     * option none is sent, and the service creates one.
     *
     * @param correlationVector the vector
     * @return the changed options
     * @throws IllegalArgumentException if the value is empty or has characters that a header cannot contain
     */
    public CallOptions correlationVector(String correlationVector) {
        return withHeader("MS-CV", HeaderValue.require("correlationVector", correlationVector));
    }

    /**
     * Sets X-Locale, the language of the service's messages.
     *
     * @param locale a language tag; defaults to en-US
     * @return the changed options
     * @throws IllegalArgumentException if the value is empty or has characters that a header cannot contain
     */
    public CallOptions locale(String locale) {
        return withHeader("X-Locale", HeaderValue.require("locale", locale));
    }

    /**
     * Sets MS-PartnerCenter-Application, the name of the calling application. Without this option none is sent.
     *
     * @param applicationName the name
     * @return the changed options
     * @throws IllegalArgumentException if the value is empty or has characters that a header cannot contain
     */
    public CallOptions applicationName(String applicationName) {
        return withHeader("MS-PartnerCenter-Application", HeaderValue.require("applicationName", applicationName));
    }

    /**
     * Sets the header ValidateMfa, which asks the service to report whether the token was issued with multi-factor
     * authentication.
     *
     * @param validateMfa true to send the header; defaults to false
     * @return the changed options
     */
    public CallOptions validateMfa(boolean validateMfa) {
        return withHeader("ValidateMfa", validateMfa ? "true" : null);
    }

    /**
     * Sets a limiter, which is asked before each request on the wire. It does not see requests to the authorization server.
     *
     * @param limiter the limiter, or null for none; defaults to none
     * @return the changed options
     */
    public CallOptions requestLimiter(@Nullable RequestLimiter limiter) {
        return new CallOptions(settings.withLimiter(limiter));
    }

    /**
     * Adds a listener that is told about each request and pause of a call.
     *
     * @param listener the listener, called after those that were added before; thread-safe if calls run in parallel
     * @return the changed options
     */
    public CallOptions addListener(CallListener listener) {
        return new CallOptions(settings.withListener(Objects.requireNonNull(listener, "listener")));
    }

    /** Internal to the builder: an interceptor sees every request of a client. */
    CallOptions addInterceptor(RequestInterceptor interceptor) {
        return new CallOptions(settings.withInterceptor(Objects.requireNonNull(interceptor, "interceptor")));
    }

    CallSettings settings() {
        return settings;
    }

    private CallOptions withHeader(String name, @Nullable String value) {
        return new CallOptions(settings.withHeader(name, value));
    }
}
