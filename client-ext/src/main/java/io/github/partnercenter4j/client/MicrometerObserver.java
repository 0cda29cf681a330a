package io.github.partnercenter4j.client;

import io.github.partnercenter4j.client.internal.call.Call;
import io.github.partnercenter4j.client.internal.call.CallObserver;
import io.github.partnercenter4j.client.internal.call.CallOutcome;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Observes calls with Micrometer: one observation named {@code partnercenter.client} for each call with all its attempts.
 * The key values have a low cardinality and contain no ids: {@code method}, {@code uri} (the path with the names of its
 * parameters), {@code outcome}, {@code status} and {@code exception}.
 *
 * <p>This is the only class that needs micrometer-observation. Add that dependency if you use it.
 */
public final class MicrometerObserver {
    private static final String NAME = "partnercenter.client";

    private final ObservationRegistry registry;

    private MicrometerObserver(ObservationRegistry registry) {
        this.registry = registry;
    }

    /**
     * Creates an observer.
     *
     * @param registry the registry that has the handlers of the application
     * @return a new observer; thread-safe
     */
    // If the module were required transitively, consumers would not compile without Micrometer.
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
                observation.lowCardinalityKeyValue("outcome", outcome.outcome());
                observation.lowCardinalityKeyValue("status", outcome.status());
                observation.lowCardinalityKeyValue("exception", outcome.exception());
            }
        });
    }
}
