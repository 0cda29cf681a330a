package io.github.partnercenter4j.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response while they are under way: how far they have come, and how to stop them from another
 * thread. It is also HttpClient's context, so that every part of HttpClient that this package replaces can reach it.
 *
 * <p>The watchdog stops it while holding its lock. So it cannot close a connection that another call already uses, and
 * when the call returns, the connection is either back in the pool or closed.
 */
final class Exchange extends HttpClientContext {
    /** What the calling thread is doing. */
    enum Phase {
        WAITING_FOR_CONNECTION,
        DNS_LOOKUP,
        CONNECTING,
        PROXY_TUNNEL,
        TLS_HANDSHAKE,
        WAITING_FOR_RESPONSE,
        READING_BODY
    }

    /** Why the exchange was stopped from outside. */
    enum StopReason {
        INTERRUPTED,
        DEADLINE,
        CONNECT_TIMEOUT,
        CLOSED
    }

    private final CallContext call;
    private final HttpUriRequestBase request;
    private final String path;
    private final Thread thread = Thread.currentThread();
    private Phase phase = Phase.WAITING_FOR_CONNECTION;
    private @Nullable Deadline connectDeadline;
    private @Nullable Runnable connecting;
    private @Nullable StopReason stopReason;
    private long expectedBytes = -1;
    private long receivedBytes;

    /** Takes the path from the request until it is sent: HttpClient would parse it, to look up credentials that it does not have. */
    Exchange(CallContext call, HttpUriRequestBase request) {
        this.call = call;
        this.request = request;
        this.path = request.getPath();
        request.setPath("/");
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

    /** Sets the path of what is sent, which is a copy if it goes to a proxy. */
    void beforeSending(HttpRequest sent) {
        phase = Phase.WAITING_FOR_RESPONSE;
        sent.setPath(path);
    }

    /**
     * Registers how to cancel the connecting. HttpClient itself cannot cancel it at every moment.
     *
     * @throws IOException if the exchange was stopped
     */
    synchronized void connecting(Runnable cancel) throws IOException {
        requireNotStopped();
        connecting = cancel;
    }

    synchronized void startConnectTimeout(Duration timeout) {
        connectDeadline = Deadline.after(timeout, System::nanoTime);
    }

    /**
     * Ends the connect timeout.
     *
     * @throws IOException if the exchange was stopped
     */
    synchronized void connected() throws IOException {
        connecting = null;
        connectDeadline = null;
        requireNotStopped();
    }

    void receiving(long expected) {
        phase = Phase.READING_BODY;
        expectedBytes = expected;
    }

    void received(int bytes) {
        receivedBytes += bytes;
    }

    /** Negative if the response has no Content-Length. */
    long expectedBytes() {
        return expectedBytes;
    }

    long receivedBytes() {
        return receivedBytes;
    }

    /** Null unless the exchange was stopped. */
    @Nullable
    synchronized StopReason stopReason() {
        return stopReason;
    }

    /** Stops the exchange if a deadline has passed or the thread was interrupted. */
    synchronized void stopIfDue() {
        StopReason reason = reasonToStop();
        if (reason != null) {
            stop(reason);
        }
    }

    /** Stops the exchange. The first reason is kept. */
    synchronized void stop(StopReason reason) {
        if (stopReason == null) {
            stopReason = reason;
            if (connecting != null) {
                connecting.run();
            }
            request.cancel();
        }
    }

    /**
     * Closes the connection unless it is back in the pool. It does not read the rest of the body, because the server
     * could send it without end. A request is cancelled only once, so stopping the exchange later reaches no connection.
     */
    synchronized void finish() {
        request.cancel();
    }

    /** Null if there is no reason to stop. */
    @Nullable
    StopReason reasonToStop() {
        if (thread.isInterrupted()) {
            return StopReason.INTERRUPTED;
        }
        if (call.deadline().hasPassed()) {
            return StopReason.DEADLINE;
        }
        return connectDeadline != null && connectDeadline.hasPassed() ? StopReason.CONNECT_TIMEOUT : null;
    }

    private void requireNotStopped() throws IOException {
        if (stopReason != null) {
            throw new InterruptedIOException("The exchange was stopped while it connected");
        }
    }
}
