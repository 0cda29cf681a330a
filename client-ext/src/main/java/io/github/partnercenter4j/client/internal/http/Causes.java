package io.github.partnercenter4j.client.internal.http;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches an exception and its causes. */
public final class Causes {
    private Causes() {}

    public static Stream<Throwable> of(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    public static boolean include(@Nullable Throwable failure, Class<?>... types) {
        return of(failure).anyMatch(cause -> Arrays.stream(types).anyMatch(type -> type.isInstance(cause)));
    }
}
