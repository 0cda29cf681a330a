package io.github.partnercenter4j.client;

import org.jspecify.annotations.Nullable;

/** The ids to quote to support. */
record CallIds(@Nullable String requestId, @Nullable String correlationId) {
    static final CallIds NONE = new CallIds(null, null);

    /** Ends a message, so that whoever reads only a log line can still quote the ids. */
    String suffix() {
        StringBuilder suffix = new StringBuilder();
        if (requestId != null) {
            suffix.append(" [MS-RequestId ").append(requestId).append(']');
        }
        if (correlationId != null) {
            suffix.append(" [MS-CorrelationId ").append(correlationId).append(']');
        }
        return suffix.toString();
    }
}
