package io.github.partnercenter4j.client.internal.call;

import io.github.partnercenter4j.client.PartnerCenterException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids by which support finds a call.
 *
 * @param attempts the MS-RequestId that each attempt sent, in order
 */
record CallIds(@Nullable String requestId, @Nullable String correlationId, List<String> attempts) {
    static final CallIds NONE = new CallIds(null, null, List.of());

    /** Sets the ids on the builder of an exception. */
    <B extends PartnerCenterException.Builder<B>> B setOn(B builder) {
        return builder.requestId(requestId).correlationId(correlationId).requestIds(attempts);
    }
}
