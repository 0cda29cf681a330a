package io.github.partnercenter4j.client;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set for calls. Immutable: each method returns changed options, see
 * {@link PartnerCenter#with(java.util.function.UnaryOperator)}.
 */
public final class CallOptions {
    private static final int MOST_RETRIES = 10;
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    static final CallOptions DEFAULTS = new CallOptions(new Values());

    private final Values values;

    private CallOptions(Values values) {
        this.values = values;
    }

    /**
     * Bounds the whole call: waiting for a token and a connection, every attempt and the pauses between.
     *
     * @param timeout more than zero, at most a day; 60 seconds unless set
     * @return the changed options
     * @throws IllegalArgumentException if the timeout is out of range
     */
    public CallOptions timeout(Duration timeout) {
        requireTimeout("timeout", timeout);
        return change(v -> v.timeout = timeout);
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
        if (maxRetries < 0 || maxRetries > MOST_RETRIES) {
            throw new IllegalArgumentException("maxRetries must be 0 to " + MOST_RETRIES);
        }
        return change(v -> v.maxRetries = maxRetries);
    }

    /**
     * Chooses what to ask for: the JSON or XML media types that the document gives the operation, in its order.
     *
     * @param format the format; JSON unless set
     * @return the changed options
     */
    public CallOptions format(Format format) {
        return change(v -> {
            v.format = format;
            v.accept = null;
        });
    }

    /**
     * Sends an Accept header of the caller's own, in place of what {@link #format} would send. RFC 9110, section 12.5.1.
     *
     * @param accept the header's value, such as text/xml
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions accept(String accept) {
        HeaderValue.require("accept", accept);
        return change(v -> v.accept = accept);
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
        HeaderValue.require("requestId", requestId);
        return change(v -> v.requestId = requestId);
    }

    /**
     * Sets MS-CorrelationId, which joins the log entries of a call. Without it each call makes its own.
     *
     * @param correlationId a GUID by the documentation
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions correlationId(String correlationId) {
        HeaderValue.require("correlationId", correlationId);
        return change(v -> v.correlationId = correlationId);
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
        HeaderValue.require("correlationVector", correlationVector);
        return change(v -> v.correlationVector = correlationVector);
    }

    /**
     * Sets X-Locale, the language of the service's messages.
     *
     * @param locale a language tag; en-US unless set
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions locale(String locale) {
        HeaderValue.require("locale", locale);
        return change(v -> v.locale = locale);
    }

    /**
     * Sets MS-PartnerCenter-Application, which names the calling application to the service. Without it none is sent.
     *
     * @param applicationName the name
     * @return the changed options
     * @throws IllegalArgumentException if the value has characters that no header can carry
     */
    public CallOptions applicationName(String applicationName) {
        HeaderValue.require("applicationName", applicationName);
        return change(v -> v.applicationName = applicationName);
    }

    /**
     * Asks the service, by ValidateMfa, to report whether the token came of multi-factor authentication.
     *
     * @param validateMfa true to ask; false unless set
     * @return the changed options
     */
    public CallOptions validateMfa(boolean validateMfa) {
        return change(v -> v.validateMfa = validateMfa);
    }

    Duration timeout() {
        return values.timeout;
    }

    int maxRetries() {
        return values.maxRetries;
    }

    Format format() {
        return values.format;
    }

    @Nullable
    String accept() {
        return values.accept;
    }

    @Nullable
    String requestId() {
        return values.requestId;
    }

    @Nullable
    String correlationId() {
        return values.correlationId;
    }

    @Nullable
    String correlationVector() {
        return values.correlationVector;
    }

    String locale() {
        return values.locale;
    }

    @Nullable
    String applicationName() {
        return values.applicationName;
    }

    boolean validateMfa() {
        return values.validateMfa;
    }

    /** For the further calls of a series: the idempotency key is that of the first. */
    CallOptions withoutRequestId() {
        return change(v -> v.requestId = null);
    }

    static Duration requireTimeout(String name, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(name + " must be more than zero and at most a day");
        }
        return timeout;
    }

    private CallOptions change(Consumer<Values> change) {
        Values copy = values.copy();
        change.accept(copy);
        return new CallOptions(copy);
    }

    /** The settings themselves. Written only by the change that makes them. */
    private static final class Values implements Cloneable {
        private Duration timeout = Duration.ofSeconds(60);
        private int maxRetries = 3;
        private Format format = Format.JSON;
        private @Nullable String accept;
        private @Nullable String requestId;
        private @Nullable String correlationId;
        private @Nullable String correlationVector;
        private String locale = "en-US";
        private @Nullable String applicationName;
        private boolean validateMfa;

        private Values copy() {
            try {
                return (Values) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
