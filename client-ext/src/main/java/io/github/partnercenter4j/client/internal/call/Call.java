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
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the rings. It travels as Feign's options, since Feign hands those to the client as they
 * are, with no thread-local and no header in between. Confined to the calling thread.
 */
public final class Call extends Request.Options implements CallContext {
    private static final int SHORTEST_SECRET = 8;

    private final OperationMethod operation;
    private final CallSettings settings;
    private final Deadline deadline;
    private final String accept;
    private final String correlationId;
    private final List<String> requestIds = new ArrayList<>(1);
    // The longest first, so that none is taken for the beginning of another.
    private final Set<String> tokens =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private @Nullable String correlationVector;
    private int status;
    private boolean renewed;

    private Call(OperationMethod operation, CallSettings settings, LongSupplier nanoTime) {
        this.operation = operation;
        this.settings = settings;
        this.deadline = Deadline.after(settings.timeout(), nanoTime);
        String chosen = settings.headers().get("Accept");
        this.accept = chosen == null ? operation.accept(settings.format()) : chosen;
        this.correlationId = chosenOrNew("MS-CorrelationId");
        this.correlationVector = settings.headers().get("MS-CV");
    }

    /**
     * Starts the clock of a call.
     *
     * @throws IllegalArgumentException if the operation is not documented in the format of the settings
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
     * Begins the next attempt. MS-RequestId is the idempotency key: it stays until an answer has used it up. The
     * correlation vector goes up with each message.
     */
    void attempt() {
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

    /** Ends the attempt with an answer. */
    void answered(int status) {
        this.status = status;
    }

    /** The status that answered the last attempt, or 0 where no answer came. */
    int status() {
        return status;
    }

    /** The MS-RequestId of the attempt that runs. */
    String requestId() {
        return requestIds.get(requestIds.size() - 1);
    }

    /** The MS-CV of the attempt that runs. */
    @Nullable
    String correlationVector() {
        return correlationVector;
    }

    /** True the first time only: a call has its token renewed once, however often it is repeated. */
    boolean mayRenew() {
        boolean first = !renewed;
        renewed = true;
        return first;
    }

    /** Remembered so that nothing the service echoes can show it. */
    void authorizedBy(AccessToken token) {
        tokens.add(token.value());
    }

    /** The ids to quote while no answer has named them. */
    CallIds ids() {
        return requestIds.isEmpty() ? CallIds.NONE : new CallIds(requestId(), correlationId, List.copyOf(requestIds));
    }

    /** The text without the tokens of this call. One so short that it may be a word by itself keeps no secret. */
    @Override
    public String redact(String text) {
        String redacted = text;
        for (String token : tokens) {
            redacted = token.length() < SHORTEST_SECRET ? redacted : redacted.replace(token, "***");
        }
        return redacted;
    }
}
