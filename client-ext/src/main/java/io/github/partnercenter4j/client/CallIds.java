package io.github.partnercenter4j.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids to quote to support.
 *
 * @param attempts the MS-RequestId that each attempt sent, in turn
 */
record CallIds(@Nullable String requestId, @Nullable String correlationId, List<String> attempts) {
    static final CallIds NONE = new CallIds(null, null, List.of());

    /** Ends a message, so that whoever reads only a log line can still quote the ids. */
    String suffix() {
        StringBuilder suffix = new StringBuilder();
        if (attempts.size() > 1) {
            suffix.append(" (after ").append(attempts.size()).append(" attempts)");
        }
        if (requestId != null) {
            suffix.append(" [MS-RequestId ").append(requestId).append(']');
        }
        if (correlationId != null) {
            suffix.append(" [MS-CorrelationId ").append(correlationId).append(']');
        }
        return suffix.toString();
    }
}
