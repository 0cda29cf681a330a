package io.github.partnercenter4j.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What could be read of an error's body, each property by itself. */
record FaultBody(
        @Nullable String code,
        @Nullable String description,
        List<String> data,
        @Nullable String source) {
    static final FaultBody UNREADABLE = new FaultBody(null, null, List.of(), null);

    boolean isEmpty() {
        return equals(UNREADABLE);
    }
}
