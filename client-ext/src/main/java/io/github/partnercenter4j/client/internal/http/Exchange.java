package io.github.partnercenter4j.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * One attempt while it runs: how far it has come, and how to end it from outside. It travels as HttpClient's context, so
 * that each part of HttpClient that we replaced finds it.
 *
 * <p>The watchdog ends it under its lock. So a connection can neither be closed after it went to another call, nor still be
 * on its way back to the pool when the call returns.
 */
final class Exchange extends HttpClientContext {
    /** What the calling thread is doing. */
    enum Phase {
        WAITING_FOR_CONNECTION,
        LOOKING_UP,
        CONNECTING,
        ASKING_PROXY,
        SHAKING_HANDS,
        WAITING_FOR_ANSWER,
        READING_BODY
    }

    /** Why the attempt was ended from outside. */
    enum End {
        INTERRUPTED,
        DEADLINE,
        CONNECT_TIMEOUT,
        CLOSED
    }

    private final CallContext call;
    private final HttpUriRequestBase request;
    private final Thread thread = Thread.currentThread();
    private Phase phase = Phase.WAITING_FOR_CONNECTION;
    private @Nullable Deadline connectDeadline;
    private @Nullable Cancellable connecting;
    private @Nullable End end;
    private long expectedBytes = -1;
    private long receivedBytes;

    Exchange(CallContext call, HttpUriRequestBase request) {
        this.call = call;
        this.request = request;
    }

    CallContext call() {
        return call;
    }

    HttpUriRequestBase request() {
        return request;
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(request.getScheme());
    }

    Phase phase() {
        return phase;
    }

    void phase(Phase phase) {
        this.phase = phase;
    }

    /** HttpClient cannot cancel a connection that is still being made at every moment of it, so we do. */
    synchronized void connecting(Cancellable attempt) throws IOException {
        requireNotEnded();
        connecting = attempt;
    }

    synchronized void connectingWithin(Duration timeout) {
        connectDeadline = Deadline.after(timeout, System::nanoTime);
    }

    synchronized void connected() throws IOException {
        connecting = null;
        connectDeadline = null;
        requireNotEnded();
    }

    void receiving(long expected) {
        phase = Phase.READING_BODY;
        expectedBytes = expected;
    }

    void received(int bytes) {
        receivedBytes += bytes;
    }

    /** Negative where the answer did not say. */
    long expectedBytes() {
        return expectedBytes;
    }

    long receivedBytes() {
        return receivedBytes;
    }

    @Nullable
    synchronized End end() {
        return end;
    }

    /** Ends the exchange if its time is over. */
    synchronized void check() {
        End reason = reasonToEnd();
        if (reason != null) {
            end(reason);
        }
    }

    synchronized void end(End reason) {
        if (end == null) {
            end = reason;
            if (connecting != null) {
                connecting.cancel();
            }
            request.cancel();
        }
    }

    /**
     * Drops the connection unless it is back in the pool; a drained one could take as long as the server likes. A request
     * is cancelled once only: what ends the exchange after this reaches no connection.
     */
    synchronized void finish() {
        request.cancel();
    }

    @Nullable
    End reasonToEnd() {
        if (thread.isInterrupted()) {
            return End.INTERRUPTED;
        }
        if (call.deadline().hasPassed()) {
            return End.DEADLINE;
        }
        return connectDeadline != null && connectDeadline.hasPassed() ? End.CONNECT_TIMEOUT : null;
    }

    private void requireNotEnded() throws IOException {
        if (end != null) {
            throw new InterruptedIOException("The exchange was ended while it connected");
        }
    }
}
