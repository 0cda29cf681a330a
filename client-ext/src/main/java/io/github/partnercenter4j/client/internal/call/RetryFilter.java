package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.client.CallListener;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.internal.http.TransportFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Retries GET requests after transport failures that may be temporary and after the statuses 408, 429, 500, 502, 503 and
 * 504. The response of a failed attempt is in memory already, so no connection is held while the call waits.
 */
final class RetryFilter implements Client {
    private static final Set<Integer> RETRYABLE_STATUSES = Set.of(408, 429, 500, 502, 503, 504);

    private final Backoff backoff;
    private final Client next;

    RetryFilter(Backoff backoff, Client next) {
        this.backoff = backoff;
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = (Call) options;
        int retries =
                request.httpMethod() == Request.HttpMethod.GET ? call.settings().maxRetries() : 0;
        for (int retry = 0; ; retry++) {
            boolean mayRepeat = retry < retries;
            PartnerCenterException exception = null;
            RetryAfter retryAfter = RetryAfter.NONE;
            Duration wait;
            try {
                Response response = next.execute(request, options);
                if (!mayRepeat || !RETRYABLE_STATUSES.contains(response.status())) {
                    return response;
                }
                retryAfter = backoff.retryAfter(response);
                wait = withinDeadline(call, retry, retryAfter);
                if (wait == null) {
                    return response;
                }
            } catch (TransportFailure e) {
                exception = CallFailures.of(call, e);
                wait = mayRepeat && e.isRepeatable() ? withinDeadline(call, retry, retryAfter) : null;
                if (wait == null) {
                    throw exception;
                }
            }
            CallListener.Pause pause = new CallListener.Pause(wait, retryAfter.longest() != null, call.status());
            call.settings().listeners().forEach(listener -> listener.beforePause(pause));
            backoff.sleep(wait, call, exception);
        }
    }

    /** Returns the wait, or null if the deadline would pass first. Then the call ends now with what is known. */
    private @Nullable Duration withinDeadline(Call call, int retry, RetryAfter retryAfter) {
        Duration wait = backoff.delay(retry, retryAfter);
        return wait.compareTo(call.deadline().remaining()) < 0 ? wait : null;
    }
}
