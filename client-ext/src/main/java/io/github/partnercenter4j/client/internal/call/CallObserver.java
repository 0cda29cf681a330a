package io.github.partnercenter4j.client.internal.call;

import org.jspecify.annotations.Nullable;

/** Observes whole calls. An observer changes neither the returned value nor the exception. */
@FunctionalInterface
public interface CallObserver {

    /** Runs the rest of the call. */
    @FunctionalInterface
    interface Work {
        @Nullable
        Object run() throws Throwable;
    }

    /** Runs the call and returns what it returns. */
    @Nullable
    Object observe(Call call, Work work) throws Throwable;
}
