package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.client.DecodingException;
import io.github.partnercenter4j.client.PartnerCenterException;
import io.github.partnercenter4j.client.TransportException;
import io.github.partnercenter4j.client.internal.http.Deadline;
import io.github.partnercenter4j.client.internal.http.TransportFailure;
import org.jspecify.annotations.Nullable;

/** Creates the exceptions of a call that got no usable response. */
final class CallFailures {
    private CallFailures() {}

    /** Translates a failure of the transport to the exception that the caller gets. */
    static PartnerCenterException of(Call call, TransportFailure failure) {
        return switch (failure.kind()) {
            case FAILED -> transport(call, TransportException.Kind.FAILED, failure);
            case TIMED_OUT -> transport(call, TransportException.Kind.TIMED_OUT, failure);
            case INTERRUPTED -> transport(call, TransportException.Kind.INTERRUPTED, failure);
            case UNREADABLE_BODY -> decoding(call, DecodingException.Kind.UNREADABLE, failure);
            case BODY_TOO_LARGE -> decoding(call, DecodingException.Kind.TOO_LARGE, failure);
        };
    }

    private static PartnerCenterException transport(Call call, TransportException.Kind kind, TransportFailure failure) {
        return call.ids()
                .setOn(TransportException.builder(kind, failure.description()))
                .cause(failure.getCause())
                .build();
    }

    private static PartnerCenterException decoding(Call call, DecodingException.Kind kind, TransportFailure failure) {
        return call.ids()
                .setOn(DecodingException.builder(kind, failure.description()))
                .status(failure.status())
                .cause(failure.getCause())
                .build();
    }

    /**
     * Sets the interrupt flag of the calling thread again.
     *
     * @param activity what the call was doing, such as "while waiting for a token"
     */
    static TransportException interrupted(Call call, String activity, @Nullable Throwable cause) {
        Thread.currentThread().interrupt();
        return call.ids()
                .setOn(TransportException.builder(
                        TransportException.Kind.INTERRUPTED, "The thread was interrupted during the call, " + activity))
                .cause(cause)
                .build();
    }

    /**
     * The exception for a call whose deadline passed between two requests.
     *
     * @param activity what the call was doing, such as "while waiting for a token"
     */
    static TransportException timedOut(Call call, String activity, @Nullable Throwable cause) {
        return call.ids()
                .setOn(TransportException.builder(
                        TransportException.Kind.TIMED_OUT,
                        "No response within the timeout of " + Deadline.seconds(call.timeout()) + ", " + activity))
                .cause(cause)
                .build();
    }
}
