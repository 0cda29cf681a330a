package io.github.partnercenter4j.client;

import feign.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the rings. It travels as Feign's options, since Feign hands those to the client as they
 * are, with no thread-local and no header in between. Confined to the calling thread.
 */
final class Call extends Request.Options {
    private static final int SHORTEST_SECRET = 8;

    private final OperationMethod operation;
    private final CallOptions options;
    private final Deadline deadline;
    private final String accept;
    private final String correlationId;
    private final List<String> requestIds = new ArrayList<>(1);
    private @Nullable AccessToken token;

    private Call(OperationMethod operation, CallOptions options, LongSupplier nanoTime) {
        this.operation = operation;
        this.options = options;
        this.deadline = Deadline.after(options.timeout(), nanoTime);
        this.accept = options.accept() == null ? operation.accept(options.format()) : options.accept();
        this.correlationId = options.correlationId() == null ? UUID.randomUUID().toString() : options.correlationId();
    }

    /**
     * Starts the clock of a call.
     *
     * @throws IllegalArgumentException if the operation is not documented in the format of the options
     */
    static Call start(OperationMethod operation, CallOptions options, LongSupplier nanoTime) {
        return new Call(operation, options, nanoTime);
    }

    OperationMethod operation() {
        return operation;
    }

    CallOptions options() {
        return options;
    }

    Deadline deadline() {
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

    void attempt(String requestId) {
        requestIds.add(requestId);
    }

    /** Remembered so that nothing the service echoes can show it. */
    void authorizedBy(AccessToken token) {
        this.token = token;
    }

    /** The ids to quote while no answer has named them. */
    CallIds ids() {
        return requestIds.isEmpty() ? CallIds.NONE : new CallIds(requestIds.get(requestIds.size() - 1), correlationId);
    }

    /** The text without the token of this call. One so short that it may be a word by itself keeps no secret. */
    String redact(String text) {
        return token == null || token.value().length() < SHORTEST_SECRET ? text : text.replace(token.value(), "***");
    }
}
