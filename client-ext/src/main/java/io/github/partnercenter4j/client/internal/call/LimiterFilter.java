package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.client.RequestLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Asks the limiter of the call before each request, and tells it when the response is in. It comes before the headers, so that
 * the ids of a call list only what was sent.
 */
final class LimiterFilter implements Client {
    private static final String ACTIVITY = "while waiting for a permit of the request limiter";

    private final Client next;

    LimiterFilter(Client next) {
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = (Call) options;
        RequestLimiter limiter = call.settings().limiter();
        if (limiter == null) {
            return next.execute(request, options);
        }
        RequestLimiter.Permit permit = acquire(limiter, call);
        try (permit) {
            if (call.deadline().hasPassed()) {
                throw CallFailures.timedOut(call, ACTIVITY, null);
            }
            return next.execute(request, options);
        }
    }

    private static RequestLimiter.Permit acquire(RequestLimiter limiter, Call call) {
        Duration remaining = call.deadline().remaining();
        if (remaining.isNegative() || remaining.isZero()) {
            throw CallFailures.timedOut(call, ACTIVITY, null);
        }
        try {
            return limiter.acquire(remaining);
        } catch (TimeoutException e) {
            throw CallFailures.timedOut(call, ACTIVITY, e);
        } catch (InterruptedException e) {
            throw CallFailures.interrupted(call, ACTIVITY, e);
        }
    }
}
