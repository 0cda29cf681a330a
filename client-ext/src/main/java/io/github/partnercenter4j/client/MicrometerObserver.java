package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.call.Call;
import io.github.partnercenter4j.client.internal.call.CallObserver;
import io.github.partnercenter4j.client.internal.call.CallOutcome;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Has Micrometer observe calls: one observation a call, of the name {@code partnercenter.client}, over all its attempts.
 * Its key values are of low cardinality and hold no id: {@code method}, {@code uri} (the path with the names of its
 * parameters), {@code outcome}, {@code status} and {@code exception}.
 *
 * <p>Alone of all classes it needs micrometer-observation, which whoever uses it depends on.
 */
public final class MicrometerObserver {
    private static final String NAME = "partnercenter.client";

    private final ObservationRegistry registry;

    private MicrometerObserver(ObservationRegistry registry) {
        this.registry = registry;
    }

    /**
     * Observes with a registry.
     *
     * @param registry where the application's handlers are
     * @return an observer; safe for threads
     */
    // Were the module required transitively, a consumer's module would not compile without Micrometer.
    @SuppressWarnings("exports")
    public static MicrometerObserver of(ObservationRegistry registry) {
        return new MicrometerObserver(registry);
    }

    CallObserver around(CallObserver inner) {
        return (call, work) ->
                observe(Observation.createNotStarted(NAME, registry), call, () -> inner.observe(call, work));
    }

    private static @Nullable Object observe(Observation observation, Call call, CallObserver.Work work)
            throws Throwable {
        observation.lowCardinalityKeyValue("method", call.operation().httpMethod());
        observation.lowCardinalityKeyValue("uri", call.operation().path());
        return observation.observeChecked(() -> {
            Throwable failure = null;
            try {
                return work.run();
            } catch (Throwable e) {
                failure = e;
                throw e;
            } finally {
                CallOutcome outcome = CallOutcome.of(call, failure);
                observation.lowCardinalityKeyValue("outcome", outcome.name());
                observation.lowCardinalityKeyValue("status", outcome.status());
                observation.lowCardinalityKeyValue("exception", outcome.exception());
            }
        });
    }
}
