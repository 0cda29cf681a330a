package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.call.CallSettings;
import io.github.partnercenter4j.client.internal.http.Deadline;
import io.github.partnercenter4j.client.internal.text.HeaderValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set for calls. Immutable: each method returns changed options, see
 * {@link PartnerCenter#with(java.util.function.UnaryOperator)}.
 */
public final class CallOptions {
    private static final int MAX_RETRIES = 10;

    static final CallOptions DEFAULTS = new CallOptions(CallSettings.DEFAULTS);

    private final CallSettings settings;

    private CallOptions(CallSettings settings) {
        this.settings = settings;
    }

    /**
     * Bounds the whole call: waiting for a token and a connection, every attempt and the pauses between.
     *
     * @param timeout more than zero, at most a day; 60 seconds unless set
     * @return the changed options
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public CallOptions timeout(Duration timeout) {
        return new CallOptions(settings.withTimeout(Deadline.requireTimeout("timeout", timeout)));
    }

    /**
     * Bounds how often a call is attempted again, within its timeout: a GET without an answer, or answered 408, 429, 500,
     * 502, 503 or 504. The one repeat with a renewed token after a 401 is not counted.
     *
     * @param maxRetries 0 to 10, beside the first attempt; 3 unless set
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
     * Chooses what to ask for: the JSON or XML media types that the document gives the operation, in its order.
     *
     * @param format the format; JSON unless set
     * @return the changed options
     */
    public CallOptions format(Format format) {
        return new CallOptions(settings.withFormat(format).withHeader("Accept", null));
    }

    /**
     * Sends an Accept header of the caller's own, in place of what {@link #format} would send. RFC 9110, section 12.5.1.
     *
     * @param accept the header's value, such as text/xml
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions accept(String accept) {
        return withHeader("Accept", HeaderValue.require("accept", accept));
    }

    /**
     * Sets MS-RequestId, the idempotency key, of the first attempt and of those that repeat it without an answer. After an
     * answer, and without this option, each attempt makes its own.
     *
     * @param requestId a GUID by the documentation
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions requestId(String requestId) {
        return withHeader("MS-RequestId", HeaderValue.require("requestId", requestId));
    }

    /**
     * Sets MS-CorrelationId, which joins the log entries of a call. Without it each call makes its own.
     *
     * @param correlationId a GUID by the documentation
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions correlationId(String correlationId) {
        return withHeader("MS-CorrelationId", HeaderValue.require("correlationId", correlationId));
    }

    /**
     * Sets MS-CV, the correlation vector, of the first attempt; each further one sends the next. Without it none is sent
     * and the service makes one.
     *
     * @param correlationVector the vector
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions correlationVector(String correlationVector) {
        return withHeader("MS-CV", HeaderValue.require("correlationVector", correlationVector));
    }

    /**
     * Sets X-Locale, the language of the service's messages.
     *
     * @param locale a language tag; en-US unless set
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions locale(String locale) {
        return withHeader("X-Locale", HeaderValue.require("locale", locale));
    }

    /**
     * Sets MS-PartnerCenter-Application, which names the calling application to the service. Without it none is sent.
     *
     * @param applicationName the name
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions applicationName(String applicationName) {
        return withHeader("MS-PartnerCenter-Application", HeaderValue.require("applicationName", applicationName));
    }

    /**
     * Asks the service, by ValidateMfa, to report whether the token came of multi-factor authentication.
     *
     * @param validateMfa true to ask; false unless set
     * @return the changed options
     */
    public CallOptions validateMfa(boolean validateMfa) {
        return withHeader("ValidateMfa", validateMfa ? "true" : null);
    }

    CallSettings settings() {
        return settings;
    }

    private CallOptions withHeader(String name, @Nullable String value) {
        return new CallOptions(settings.withHeader(name, value));
    }
}
