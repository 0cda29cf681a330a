package io.github.partnercenter4j.client;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure and, in turn, what it came of. */
final class Causes {
    private Causes() {}

    static Stream<Throwable> of(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    static boolean include(@Nullable Throwable failure, Class<?>... types) {
        return of(failure).anyMatch(cause -> Arrays.stream(types).anyMatch(type -> type.isInstance(cause)));
    }
}
