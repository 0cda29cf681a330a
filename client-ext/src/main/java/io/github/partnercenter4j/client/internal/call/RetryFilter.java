package io.github.partnercenter4j.client.internal.call;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.internal.http.TransportFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ring that attempts a call again where that is safe and may help. What is given up is in memory already, so that no
 * connection waits with the call.
 */
final class RetryFilter implements Client {
    private static final Set<Integer> STATUSES = Set.of(408, 429, 500, 502, 503, 504);

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
            Duration wait;
            try {
                Response response = next.execute(request, options);
                boolean repeat = mayRepeat && STATUSES.contains(response.status());
                wait = repeat ? fitting(call, retry, retryAfter(response)) : null;
                if (wait == null) {
                    return response;
                }
            } catch (TransportFailure e) {
                exception = CallFailures.of(call, e);
                wait = mayRepeat && e.isRepeatable() ? fitting(call, retry, List.of()) : null;
                if (wait == null) {
                    throw exception;
                }
            }
            backoff.sleep(wait, call, exception);
        }
    }

    /** Null where the wait ends no sooner than the call does: then the caller hears at once what is known now. */
    private @Nullable Duration fitting(Call call, int retry, List<String> retryAfter) {
        Duration wait = backoff.before(retry, retryAfter);
        return wait.compareTo(call.deadline().remaining()) < 0 ? wait : null;
    }

    private static List<String> retryAfter(Response response) {
        Collection<String> values = response.headers().getOrDefault("Retry-After", List.of());
        return List.copyOf(values);
    }
}
