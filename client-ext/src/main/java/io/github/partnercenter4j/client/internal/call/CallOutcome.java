package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.client.CredentialException;
import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.ServiceException;
import io.github.partnercenter4j.client.TransportException;
import io.github.partnercenter4j.client.UnexpectedStatusException;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call, in values of low cardinality for metrics.
 *
 * @param status the HTTP status of the last response, or {@link #NONE}
 * @param exception the class and kind of the exception, such as TransportException.TIMED_OUT, or {@link #NONE}
 */
public record CallOutcome(String status, String exception) {
    static final String NONE = "none";

    public static CallOutcome of(Call call, @Nullable Throwable failure) {
        if (failure == null) {
            return new CallOutcome(Integer.toString(call.status()), NONE);
        }
        String name = failure.getClass().getSimpleName();
        if (failure instanceof ServiceException e) {
            return new CallOutcome(Integer.toString(e.status()), name + "." + e.kind());
        }
        if (failure instanceof UnexpectedStatusException e) {
            return new CallOutcome(Integer.toString(e.status()), name);
        }
        if (failure instanceof DecodingException e) {
            return new CallOutcome(Integer.toString(e.status()), name + "." + e.kind());
        }
        if (failure instanceof TransportException e) {
            return new CallOutcome(NONE, name + "." + e.kind());
        }
        if (failure instanceof CredentialException e) {
            return new CallOutcome(NONE, name + "." + e.kind());
        }
        return new CallOutcome(NONE, name);
    }

    /** The value that Micrometer's own HTTP clients use. A 2xx response that cannot be decoded is UNKNOWN. */
    public String outcome() {
        if (exception.equals(NONE)) {
            return "SUCCESS";
        }
        return switch (status.charAt(0)) {
            case '3' -> "REDIRECTION";
            case '4' -> "CLIENT_ERROR";
            case '5' -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }
}
