package io.github.partnercenter4j.client.entra;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.internal.call.RetryAfter;
import io.github.partnercenter4j.client.internal.http.TransportFailure;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request to the authorization server.
 *
 * @param status 0 if there is no complete response
 * @param body the missing node if it is not a JSON object or too large
 * @param retryAfter how long the server asks to wait
 * @param failure why there is no response, or null
 */
record AuthorizationServerResponse(
        String server,
        int status,
        JsonNode body,
        RetryAfter retryAfter,
        @Nullable TransportFailure failure) {

    /** The same statuses after which a call to the service is retried. */
    private static final Set<Integer> TEMPORARY = Set.of(408, 429, 500, 502, 503, 504);

    /** Returns true if the same request may succeed later. */
    boolean isTemporaryFailure() {
        if (failure != null) {
            return failure.isRepeatable() || failure.kind() == TransportFailure.Kind.TIMED_OUT;
        }
        AuthorizationServerError error = error();
        return TEMPORARY.contains(status) || error != null && error.is("temporarily_unavailable");
    }

    /**
     * Returns true if polling with a device code goes on after this. The code came from the same server, so a name or
     * certificate that is wrong now may be right again later.
     */
    boolean isTemporaryForPolling() {
        return failure == null
                ? isTemporaryFailure() || status >= 500
                : failure.kind() != TransportFailure.Kind.INTERRUPTED;
    }

    /** Returns true if the server says how long not to send the next request. */
    boolean asksToWait() {
        AuthorizationServerError error = error();
        return retryAfter.longest() != null
                && (isTemporaryFailure()
                        || error != null && (error.is("slow_down") || error.is("authorization_pending")));
    }

    /** Returns null if this is not an error response of OAuth. */
    @Nullable
    AuthorizationServerError error() {
        return status >= 400 && status < 500 ? AuthorizationServerError.read(body) : null;
    }

    /** Returns the exception for a response that contains neither a token nor a code. */
    RuntimeException toException() {
        AuthorizationServerError error = error();
        return error == null || isTemporaryFailure() ? toException(null) : error.toException();
    }

    /**
     * Returns the exception for a failure that may be temporary.
     *
     * @param wait how long to wait before the next request, or null if that is not known
     */
    CredentialException toException(@Nullable Duration wait) {
        if (failure != null) {
            return new CredentialException(
                    "No token: the authorization server " + server + " cannot be reached: " + failure.description()
                            + ". What to do: check the network, proxy and certificates",
                    failure.getCause());
        }
        boolean asked = wait != null && retryAfter.longest() != null;
        return problem(
                (body.isMissingNode() ? "with a body that is not JSON" : "without a token in it")
                        + (asked ? ", and asked to wait " + seconds(wait) : ""),
                asked
                        ? "try again in " + seconds(wait) + ", or set a longer timeout"
                        : isTemporaryFailure() || status >= 500
                                ? "try again later"
                                : "check the authorization server and the proxy");
    }

    CredentialException problem(String found, String advice) {
        return new CredentialException(
                "No token: the authorization server " + server + " returned " + status + " " + found + ". What to do: "
                        + advice,
                null);
    }

    /** Formats a wait, rounded up so that nobody tries again too early. */
    static String seconds(Duration wait) {
        return wait.plusNanos(999_999_999).toSeconds() + " s";
    }

    /** Shows no body, because it may contain tokens. */
    @Override
    public String toString() {
        return "AuthorizationServerResponse[" + status + "]";
    }
}
