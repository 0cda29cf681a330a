package io.github.partnercenter4j.client.internal.call;

import org.jspecify.annotations.Nullable;

/** A ring around whole calls that looks on, and changes neither the value nor the exception. */
@FunctionalInterface
public interface CallObserver {

    /** The rest of the call. */
    @FunctionalInterface
    interface Work {
        @Nullable
        Object run() throws Throwable;
    }

    @Nullable
    Object observe(Call call, Work work) throws Throwable;
}
