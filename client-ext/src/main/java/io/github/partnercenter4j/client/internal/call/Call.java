package io.github.partnercenter4j.client.internal.call;

import feign.Request;
import io.github.partnercenter4j.client.AccessToken;
import io.github.partnercenter4j.client.internal.http.CallContext;
import io.github.partnercenter4j.client.internal.http.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call while it passes the filters. It extends Feign's options, because the filters are Feign clients and
 * pass those on, so that neither a thread-local nor a header is needed. Used by the calling thread only.
 */
public final class Call extends Request.Options implements CallContext {
    private static final int MIN_SECRET_LENGTH = 8;
    /** The longest first, because one token may begin with another. */
    private static final Comparator<String> BY_LENGTH_DESCENDING =
            Comparator.comparing(String::length).reversed();

    private final OperationMethod operation;
    private final CallSettings settings;
    private final Deadline deadline;
    private final String accept;
    private final String correlationId;
    private final List<String> requestIds = new ArrayList<>(1);
    private final List<String> tokens = new ArrayList<>(1);
    private @Nullable String correlationVector;
    private @Nullable AccessToken token;
    private int status;
    private boolean tokenRefreshed;

    private Call(OperationMethod operation, CallSettings settings, LongSupplier nanoTime) {
        this.operation = operation;
        this.settings = settings;
        Deadline shared = settings.sharedDeadline();
        this.deadline = shared == null ? Deadline.after(settings.timeout(), nanoTime) : shared;
        String chosen = settings.headers().get("Accept");
        this.accept = chosen == null ? operation.accept(settings.format()) : chosen;
        this.correlationId = chosenOrNew("MS-CorrelationId");
        this.correlationVector = settings.headers().get("MS-CV");
    }

    /**
     * Starts a call and its deadline, unless its settings have one that began before.
     *
     * @throws IllegalArgumentException if the operation does not support the format of the settings
     */
    static Call start(OperationMethod operation, CallSettings settings, LongSupplier nanoTime) {
        return new Call(operation, settings, nanoTime);
    }

    public OperationMethod operation() {
        return operation;
    }

    CallSettings settings() {
        return settings;
    }

    @Override
    public Duration timeout() {
        return settings.timeout();
    }

    @Override
    public boolean isRepeat() {
        return requestIds.size() > 1;
    }

    @Override
    public Deadline deadline() {
        return deadline;
    }

    String accept() {
        return accept;
    }

    String correlationId() {
        return correlationId;
    }

    /** The MS-RequestId of each attempt so far. */
    List<String> requestIds() {
        return Collections.unmodifiableList(requestIds);
    }

    /**
     * Starts the next attempt. MS-RequestId is the idempotency key: it stays the same until a response arrives. The
     * correlation vector is incremented for each attempt.
     */
    void startAttempt() {
        if (requestIds.isEmpty()) {
            requestIds.add(chosenOrNew("MS-RequestId"));
        } else {
            requestIds.add(status == 0 ? requestId() : UUID.randomUUID().toString());
            correlationVector = correlationVector == null ? null : CorrelationVector.increment(correlationVector);
        }
        status = 0;
    }

    private String chosenOrNew(String header) {
        String chosen = settings.headers().get(header);
        return chosen == null ? UUID.randomUUID().toString() : chosen;
    }

    /** Records that a response arrived. */
    void responded(int status) {
        this.status = status;
    }

    /** The status of the last attempt's response, or 0 if none arrived. */
    int status() {
        return status;
    }

    /** The MS-RequestId of the current attempt. */
    String requestId() {
        return requestIds.get(requestIds.size() - 1);
    }

    /** The MS-CV of the current attempt, or null if the caller set none. */
    @Nullable
    String correlationVector() {
        return correlationVector;
    }

    /** True the first time only. A call refreshes its token at most once. */
    boolean mayRefreshToken() {
        boolean first = !tokenRefreshed;
        tokenRefreshed = true;
        return first;
    }

    /** Sets the token that the next request sends, so that {@link #redact} removes it from what the service returns. */
    void addToken(AccessToken token) {
        this.token = token;
        if (!tokens.contains(token.value())) {
            tokens.add(token.value());
            tokens.sort(BY_LENGTH_DESCENDING);
        }
    }

    /** The token that the next request sends, or null before it is known. */
    @Nullable
    AccessToken token() {
        return token;
    }

    /** The ids that were sent. */
    CallIds ids() {
        return requestIds.isEmpty() ? CallIds.NONE : new CallIds(requestId(), correlationId, List.copyOf(requestIds));
    }

    /** Replaces the tokens of this call. Tokens of fewer than 8 characters are ignored, because they may be ordinary words. */
    @Override
    public String redact(String text) {
        String redacted = text;
        for (String token : tokens) {
            redacted = token.length() < MIN_SECRET_LENGTH ? redacted : redacted.replace(token, "***");
        }
        return redacted;
    }
}
